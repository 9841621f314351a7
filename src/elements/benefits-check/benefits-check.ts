import type { InstrumentDefinition } from '../../core/definition.ts';
import { benefitsCheck } from '../../instruments/benefits-check.ts';
import { QuestionnaireElement } from '../../internal/questionnaire/questionnaire-element.ts';

/**
 * @summary How things were for a person in the last two weeks.
 * @tag attune-benefits-check
 */
export class AttuneBenefitsCheck extends QuestionnaireElement {
  protected override definition(): InstrumentDefinition {
    return benefitsCheck;
  }
}

import type { InstrumentDefinition } from '../../core/definition.ts';
import { opennessCheck } from '../../instruments/openness-check.ts';
import { QuestionnaireElement } from '../../internal/questionnaire/questionnaire-element.ts';

/**
 * @summary How open a person can be in their sessions.
 * @tag attune-openness-check
 */
export class AttuneOpennessCheck extends QuestionnaireElement {
  protected override definition(): InstrumentDefinition {
    return opennessCheck;
  }
}

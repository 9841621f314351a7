import { flat } from '../../core/flat-structure.ts';
import { benefitsCheck } from '../../instruments/benefits-check.ts';
import { choice } from '../../internal/questionnaire/items/choice.ts';
import type { PartsFor } from '../../internal/questionnaire/parts.ts';
import type { Extension } from '../../internal/questionnaire/extension.ts';
import { QuestionnaireElement } from '../../internal/questionnaire/questionnaire-element.ts';

/**
 * @summary How things were for a person in the last two weeks.
 * @tag attune-benefits-check
 */
export class AttuneBenefitsCheck extends QuestionnaireElement {
  protected static override parts = { views: { choice }, structure: flat } satisfies PartsFor<typeof benefitsCheck>;

  protected override readonly extension: Extension = { definition: () => benefitsCheck };
}

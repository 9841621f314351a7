import { flat } from '../../core/answering/flat-structure.ts';
import { benefitsCheck } from '../../instruments/benefits-check.ts';
import { choice } from '../../ui/questionnaire/items/choice.ts';
import type { SupportFor } from '../../ui/questionnaire/items/item-support.ts';
import type { Extension } from '../../ui/questionnaire/extension.ts';
import { QuestionnaireElement } from '../../ui/questionnaire/questionnaire-element.ts';

/**
 * @summary How things were for a person in the last two weeks.
 * @tag attune-benefits-check
 */
export class AttuneBenefitsCheck extends QuestionnaireElement {
  protected static override itemSupport = { views: { choice }, structure: flat } satisfies SupportFor<typeof benefitsCheck>;

  protected override readonly extension: Extension = { definition: () => benefitsCheck };
}

import { flat } from '../../core/answering/flat-structure.ts';
import { opennessCheck } from '../../instruments/openness-check.ts';
import { choice } from '../../ui/questionnaire/items/choice.ts';
import type { SupportFor } from '../../ui/questionnaire/items/item-support.ts';
import type { Extension } from '../../ui/questionnaire/extension.ts';
import { QuestionnaireElement } from '../../ui/questionnaire/questionnaire-element.ts';

/**
 * @summary How open a person can be in their sessions.
 * @tag attune-openness-check
 */
export class AttuneOpennessCheck extends QuestionnaireElement {
  protected static override itemSupport = { views: { choice }, structure: flat } satisfies SupportFor<typeof opennessCheck>;

  protected override readonly extension: Extension = { definition: () => opennessCheck };
}

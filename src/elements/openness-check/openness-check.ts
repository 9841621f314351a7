import { flat } from '../../core/flat-structure.ts';
import { opennessCheck } from '../../instruments/openness-check.ts';
import { choice } from '../../internal/questionnaire/items/choice.ts';
import type { PartsFor } from '../../internal/questionnaire/parts.ts';
import type { Extension } from '../../internal/questionnaire/extension.ts';
import { QuestionnaireElement } from '../../internal/questionnaire/questionnaire-element.ts';

/**
 * @summary How open a person can be in their sessions.
 * @tag attune-openness-check
 */
export class AttuneOpennessCheck extends QuestionnaireElement {
  protected static override parts = { views: { choice }, structure: flat } satisfies PartsFor<typeof opennessCheck>;

  protected override readonly extension: Extension = { definition: () => opennessCheck };
}

import { flat } from '../../core/answering/flat-structure.ts';
import { mistrustObservation } from '../../instruments/mistrust-observation.ts';
import { choice } from '../../ui/questionnaire/items/choice.ts';
import type { SupportFor } from '../../ui/questionnaire/items/item-support.ts';
import type { Extension } from '../../ui/questionnaire/extension.ts';
import { QuestionnaireElement } from '../../ui/questionnaire/questionnaire-element.ts';
import { scoreTemplate, type ScoreKey } from '../../ui/questionnaire/templates/score-template.ts';
import type { Strings } from '../../ui/text/catalogue.ts';
import type { FormKey } from '../../ui/text/keys.ts';
import { score } from '../../ui/text/locales/en/score.ts';

/**
 * For clinicians: put it on a page that no client sees. `result="score"` shows a profile by indicator, never a total.
 *
 * @summary What a clinician observed, other possible reasons, and what to try next.
 * @tag attune-mistrust-observation
 * @csspart translation - In the score: the language of the wording, and the standing of its translation.
 */
export class AttuneMistrustObservation extends QuestionnaireElement {
  protected static override itemSupport = { views: { choice }, structure: flat } satisfies SupportFor<typeof mistrustObservation>;

  declare strings: Strings<FormKey | ScoreKey> | undefined;

  protected override readonly extension: Extension = { definition: () => mistrustObservation, scoreTemplate, messages: { score } };
}

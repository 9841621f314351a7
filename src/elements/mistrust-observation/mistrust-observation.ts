import type { InstrumentDefinition } from '../../core/definition.ts';
import { mistrustObservation } from '../../instruments/mistrust-observation.ts';
import { QuestionnaireElement } from '../../internal/questionnaire/questionnaire-element.ts';
import { scoreTemplate, type ScoreWords } from '../../internal/questionnaire/score-template.ts';
import type { Words } from '../../internal/words.ts';

/**
 * For clinicians: put it on a page that no client sees. `result="score"` shows a profile by indicator, never a total.
 *
 * @summary What a clinician observed, other possible reasons, and what to try next.
 * @tag attune-mistrust-observation
 */
export class AttuneMistrustObservation extends QuestionnaireElement {
  declare strings: Partial<Words & ScoreWords> | undefined;

  protected override scoreTemplate = scoreTemplate;

  protected override definition(): InstrumentDefinition {
    return mistrustObservation;
  }
}

import type { InstrumentDefinition } from '../../core/definition.ts';
import { mistrustObservation } from '../../instruments/mistrust-observation.ts';
import { QuestionnaireElement } from '../../internal/questionnaire/questionnaire-element.ts';
import { scoreTemplate } from '../../internal/questionnaire/score-template.ts';

/**
 * For clinicians: place it where no client looks. `result="score"` shows a profile by indicator, never a total.
 *
 * @summary What a clinician saw, other reasons to weigh, and what to try next.
 * @tag attune-mistrust-observation
 */
export class AttuneMistrustObservation extends QuestionnaireElement {
  protected override scoreTemplate = scoreTemplate;

  protected override definition(): InstrumentDefinition {
    return mistrustObservation;
  }
}

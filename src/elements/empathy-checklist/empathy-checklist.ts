import type { PropertyDeclarations } from 'lit';
import type { InstrumentDefinition } from '../../core/definition.ts';
import { empathyChecklist } from '../../instruments/empathy-checklist.ts';
import { QuestionnaireElement } from '../../internal/questionnaire/questionnaire-element.ts';
import { scoreTemplate, type ScoreWords } from '../../internal/questionnaire/score-template.ts';
import type { Words } from '../../internal/words.ts';

/**
 * @summary What the therapist did in a session, from the view of the client, the therapist or an observer.
 * @tag attune-empathy-checklist
 */
export class AttuneEmpathyChecklist extends QuestionnaireElement {
  static override properties: PropertyDeclarations = { perspective: {} };

  /** Who fills it in. The wording and the result after sending depend on it. */
  declare perspective: 'client' | 'therapist' | 'observer';
  declare strings: Partial<Words & ScoreWords> | undefined;

  protected override scoreTemplate = scoreTemplate;

  constructor() {
    super();
    this.perspective = 'client';
  }

  protected override definition(): InstrumentDefinition {
    return empathyChecklist;
  }
}

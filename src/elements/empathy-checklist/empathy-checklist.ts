import type { PropertyDeclarations } from 'lit';
import { nested } from '../../core/structure.ts';
import { empathyChecklist } from '../../instruments/empathy-checklist.ts';
import * as takes from '../../internal/host-input.ts';
import { choice } from '../../internal/questionnaire/items/choice.ts';
import { group } from '../../internal/questionnaire/items/group.ts';
import type { PartsFor } from '../../internal/questionnaire/parts.ts';
import type { Extension } from '../../internal/questionnaire/extension.ts';
import { QuestionnaireElement } from '../../internal/questionnaire/questionnaire-element.ts';
import { scoreTemplate, type ScoreWords } from '../../internal/questionnaire/score-template.ts';
import type { Words } from '../../internal/words.ts';

/**
 * @summary What the therapist did in a session, from the view of the client, the therapist or an observer.
 * @tag attune-empathy-checklist
 */
export class AttuneEmpathyChecklist extends QuestionnaireElement {
  protected static override parts = { views: { choice, group }, structure: nested } satisfies PartsFor<typeof empathyChecklist>;
  static override properties: PropertyDeclarations = { perspective: { takes: takes.text } };

  /** Who fills it in. The wording and the result after sending depend on it. */
  declare perspective: 'client' | 'therapist' | 'observer';
  declare strings: Partial<Words & ScoreWords> | undefined;

  protected override readonly extension: Extension = { definition: () => empathyChecklist, scoreTemplate };

  constructor() {
    super();
    this.perspective = 'client';
  }
}

import type { PropertyDeclarations } from '../../ui/lit/lit.ts';
import { nested } from '../../core/answering/structure.ts';
import { empathyChecklist } from '../../instruments/empathy-checklist.ts';
import * as takes from '../../ui/host/host-input.ts';
import { choice } from '../../ui/questionnaire/items/choice.ts';
import { group } from '../../ui/questionnaire/items/group.ts';
import type { SupportFor } from '../../ui/questionnaire/items/item-support.ts';
import type { Extension } from '../../ui/questionnaire/extension.ts';
import { QuestionnaireElement } from '../../ui/questionnaire/questionnaire-element.ts';
import { scoreTemplate, type ScoreKey } from '../../ui/questionnaire/templates/score-template.ts';
import type { Strings } from '../../ui/text/catalogue.ts';
import type { FormKey } from '../../ui/text/keys.ts';
import { score } from '../../ui/text/locales/en/score.ts';

/**
 * @summary What the therapist did in a session, from the view of the client, the therapist or an observer.
 * @tag attune-empathy-checklist
 * @csspart translation - In the score: the language of the wording, and the standing of its translation.
 */
export class AttuneEmpathyChecklist extends QuestionnaireElement {
  protected static override itemSupport = { views: { choice, group }, structure: nested } satisfies SupportFor<typeof empathyChecklist>;
  static override properties: PropertyDeclarations = { perspective: { takes: takes.text } };

  /** Who fills it in. The wording and the result after sending depend on it. */
  declare perspective: 'client' | 'therapist' | 'observer';
  declare strings: Strings<FormKey | ScoreKey> | undefined;

  protected override readonly extension: Extension = { definition: () => empathyChecklist, scoreTemplate, messages: { score } };

  constructor() {
    super();
    this.perspective = 'client';
  }
}

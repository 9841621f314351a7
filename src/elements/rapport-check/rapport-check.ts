import type { PropertyDeclarations } from '../../ui/lit/lit.ts';
import { flat } from '../../core/answering/flat-structure.ts';
import { rapportCheck } from '../../instruments/rapport-check.ts';
import * as takes from '../../ui/host/host-input.ts';
import { choice } from '../../ui/questionnaire/items/choice.ts';
import type { SupportFor } from '../../ui/questionnaire/items/item-support.ts';
import type { Extension } from '../../ui/questionnaire/extension.ts';
import { QuestionnaireElement } from '../../ui/questionnaire/questionnaire-element.ts';

/**
 * @summary How a person and their therapist connect, in four components.
 * @tag attune-rapport-check
 */
export class AttuneRapportCheck extends QuestionnaireElement {
  protected static override itemSupport = { views: { choice }, structure: flat } satisfies SupportFor<typeof rapportCheck>;
  static override properties: PropertyDeclarations = { mode: { takes: takes.text } };

  /** How client and therapist met; the default is in person. The wording and the items depend on it. */
  declare mode: 'in-person' | 'video' | 'phone' | 'chat' | undefined;

  protected override readonly extension: Extension = { definition: () => rapportCheck };
}

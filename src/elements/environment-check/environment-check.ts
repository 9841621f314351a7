import type { PropertyDeclarations } from '../../ui/lit/lit.ts';
import { flat } from '../../core/answering/flat-structure.ts';
import { environmentCheck } from '../../instruments/environment-check.ts';
import * as takes from '../../ui/host/host-input.ts';
import { choice } from '../../ui/questionnaire/items/choice.ts';
import type { SupportFor } from '../../ui/questionnaire/items/item-support.ts';
import type { Extension } from '../../ui/questionnaire/extension.ts';
import { QuestionnaireElement } from '../../ui/questionnaire/questionnaire-element.ts';

/**
 * @summary Whether the place and the setting felt private and respectful.
 * @tag attune-environment-check
 */
export class AttuneEnvironmentCheck extends QuestionnaireElement {
  protected static override itemSupport = { views: { choice }, structure: flat } satisfies SupportFor<typeof environmentCheck>;
  static override properties: PropertyDeclarations = { mode: { takes: takes.text } };

  /** How client and therapist met; the default is in person. The wording depends on it. */
  declare mode: 'in-person' | 'video' | 'phone' | undefined;

  protected override readonly extension: Extension = { definition: () => environmentCheck };
}

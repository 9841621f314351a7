import type { PropertyDeclarations } from 'lit';
import { flat } from '../../core/flat-structure.ts';
import { environmentCheck } from '../../instruments/environment-check.ts';
import * as takes from '../../internal/host-input.ts';
import { choice } from '../../internal/questionnaire/items/choice.ts';
import type { PartsFor } from '../../internal/questionnaire/parts.ts';
import type { Extension } from '../../internal/questionnaire/extension.ts';
import { QuestionnaireElement } from '../../internal/questionnaire/questionnaire-element.ts';

/**
 * @summary Whether the place and the setting felt private and respectful.
 * @tag attune-environment-check
 */
export class AttuneEnvironmentCheck extends QuestionnaireElement {
  protected static override parts = { views: { choice }, structure: flat } satisfies PartsFor<typeof environmentCheck>;
  static override properties: PropertyDeclarations = { mode: { takes: takes.text } };

  /** How the two met; in person where the host does not say. The words follow it. */
  declare mode: 'in-person' | 'video' | 'phone' | undefined;

  protected override readonly extension: Extension = { definition: () => environmentCheck };
}

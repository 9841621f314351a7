import type { PropertyDeclarations } from 'lit';
import type { InstrumentDefinition } from '../../core/definition.ts';
import { rapportCheck } from '../../instruments/rapport-check.ts';
import { QuestionnaireElement } from '../../internal/questionnaire/questionnaire-element.ts';

/**
 * @summary How a person and their therapist connect, in four components.
 * @tag attune-rapport-check
 */
export class AttuneRapportCheck extends QuestionnaireElement {
  static override properties: PropertyDeclarations = { mode: {} };

  /** How the two met; in person where the host does not say. Words and lines follow it. */
  declare mode: 'in-person' | 'video' | 'phone' | 'chat' | undefined;

  protected override definition(): InstrumentDefinition {
    return rapportCheck;
  }
}

import type { PropertyDeclarations } from '../../ui/lit/lit.ts';
import { flat } from '../../core/answering/flat-structure.ts';
import { trust12Form } from '../../instruments/trust-12.ts';
import { trustPulse } from '../../instruments/trust-pulse.ts';
import * as takes from '../../ui/host/host-input.ts';
import type { Mistake } from '../../ui/questionnaire/extension.ts';
import { choice } from '../../ui/questionnaire/items/choice.ts';
import { rating } from '../../ui/questionnaire/items/rating.ts';
import { plainText } from '../../ui/questionnaire/items/plain-text.ts';
import type { SupportFor } from '../../ui/questionnaire/items/item-support.ts';
import type { Extension } from '../../ui/questionnaire/extension.ts';
import { QuestionnaireElement } from '../../ui/questionnaire/questionnaire-element.ts';

/**
 * @summary How much a person trusts their therapist, in twelve lines or in one minute.
 * @tag attune-trust-questionnaire
 */
export class AttuneTrustQuestionnaire extends QuestionnaireElement {
  protected static override itemSupport = { views: { choice, rating, text: plainText }, structure: flat } satisfies SupportFor<typeof trust12Form | typeof trustPulse>;
  static override properties: PropertyDeclarations = {
    variant: { takes: takes.text },
    length: { takes: takes.oneOf(['full', 'pulse'], 'full') },
    keying: { takes: takes.text },
  };

  /** `intake`: before a first session. `session`: after a session. */
  declare variant: 'session' | 'intake';
  /** `full`: twelve lines. `pulse`: one minute. */
  declare length: 'full' | 'pulse';
  /**
   * `mixed`: four lines speak against trust. `positive`: no line does. The default is `mixed` after a session, else
   * `positive`.
   */
  declare keying: 'mixed' | 'positive' | undefined;

  constructor() {
    super();
    this.variant = 'session';
    this.length = 'full';
  }

  protected override readonly extension: Extension = {
    definition: () => (this.length === 'pulse' ? trustPulse : trust12Form),
    mistakes: () => this.#mistakes(),
  };

  #mistakes(): Mistake[] {
    const isIntakePulse = this.length === 'pulse' && this.variant === 'intake';
    return isIntakePulse ? [['bad-attribute', 'variant: Must be session for the pulse']] : [];
  }
}

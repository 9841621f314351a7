import { html, nothing, type PropertyDeclarations } from 'lit';
import type { InstrumentDefinition } from '../../core/definition.ts';
import { flat } from '../../core/flat-structure.ts';
import type { Instrument } from '../../core/instrument.ts';
import type { Response } from '../../core/response.ts';
import { countertransferenceReflection } from '../../instruments/countertransference-reflection.ts';
import type { FormContent } from '../../internal/form-associated.ts';
import * as takes from '../../internal/host-input.ts';
import { choice } from '../../internal/questionnaire/items/choice.ts';
import { text } from '../../internal/questionnaire/items/text.ts';
import type { PartsFor } from '../../internal/questionnaire/parts.ts';
import { QuestionnaireElement } from '../../internal/questionnaire/questionnaire-element.ts';
import type { Words } from '../../internal/words.ts';
import { reflectionWords, type ReflectionWords } from './reflection-words.ts';

/**
 * For clinicians, and in memory only: the browser is given nothing to restore, and coming back to the page finds it blank.
 * What is written leaves in no event, form or `value` unless `share-text` is set: until then a record holds the choices
 * alone, and its `instrument.options.text` says `withheld`. With `unsent` there is nothing to send at all. A copy can be printed or saved by the person at any time.
 *
 * @summary A clinician's thoughts about their own part in a session, for themselves.
 * @tag attune-reflection
 * @csspart memory - What becomes of what was written.
 */
export class AttuneReflection extends QuestionnaireElement {
  protected static override parts = { views: { choice, text }, structure: flat } satisfies PartsFor<typeof countertransferenceReflection>;
  static override properties: PropertyDeclarations = {
    shareText: { type: Boolean, attribute: 'share-text', takes: takes.flag },
    unsent: { type: Boolean, takes: takes.flag },
  };

  /** What is written is part of the record, and the person is told so. Without it only the choices are. */
  declare shareText: boolean;
  /**
   * Nothing of it is sent, not the choices either: there is no send button, `submit()` resolves to `incomplete`, and no
   * record, event or form entry holds an answer. It counts over `share-text`.
   */
  declare unsent: boolean;
  declare strings: Partial<Words & ReflectionWords> | undefined;

  protected override definition(): InstrumentDefinition {
    return countertransferenceReflection;
  }

  protected override instrumentOptions(): Record<string, string> {
    return { text: this.unsent ? 'unsent' : this.shareText ? 'shared' : 'withheld' };
  }

  protected override extra({ options }: Instrument, _record: Response, isSent: boolean): unknown {
    const { gone, notSent, keep } = { ...reflectionWords, ...this.strings };
    if (isSent && options.text === 'shared') return nothing;
    return html`<p class="help" part="memory">${isSent ? notSent : gone} ${this.isShared ? nothing : keep}</p>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pageshow', this.#onPageShow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pageshow', this.#onPageShow);
  }

  // Out of the back-forward cache the page would come back with all that was written.
  #onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.erase();
  };

  protected override setFormContent({ entries }: FormContent): void {
    super.setFormContent({ entries, state: null });
  }

  protected override formRestore(): void {}
}

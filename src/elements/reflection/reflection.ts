import { html, nothing, type PropertyDeclarations } from '../../ui/lit/lit.ts';
import { flat } from '../../core/answering/flat-structure.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import { countertransferenceReflection } from '../../instruments/countertransference-reflection.ts';
import * as takes from '../../ui/host/host-input.ts';
import { choice } from '../../ui/questionnaire/items/choice.ts';
import { plainText } from '../../ui/questionnaire/items/plain-text.ts';
import type { SupportFor } from '../../ui/questionnaire/items/item-support.ts';
import type { Extension } from '../../ui/questionnaire/extension.ts';
import { QuestionnaireElement } from '../../ui/questionnaire/questionnaire-element.ts';
import type { Strings } from '../../ui/text/catalogue.ts';
import type { FormKey, WidgetKey } from '../../ui/text/keys.ts';
import { reflection } from '../../ui/text/locales/en/reflection.ts';

type ReflectionKey = FormKey | WidgetKey<'reflection'>;

/**
 * For clinicians, and in memory only: the browser stores nothing to restore, and the widget is blank when the person comes
 * back to the page. Without `share-text`, no event, form or `value` contains the written text: a record contains the choices
 * only, and its `instrument.options.text` is `withheld`. With `unsent`, nothing is sent. The person can print or save a copy
 * at any time.
 *
 * @summary A clinician's thoughts about their own part in a session, for themselves.
 * @tag attune-reflection
 * @csspart memory - What happens with the written text.
 */
export class AttuneReflection extends QuestionnaireElement {
  protected static override itemSupport = { views: { choice, text: plainText }, structure: flat } satisfies SupportFor<typeof countertransferenceReflection>;
  static override properties: PropertyDeclarations = {
    shareText: { type: Boolean, attribute: 'share-text', takes: takes.flag },
    unsent: { type: Boolean, takes: takes.flag },
  };

  /** The record contains the written text, and the widget says so. Without it, the record contains the choices only. */
  declare shareText: boolean;
  /**
   * Nothing is sent, and the choices are not sent either: there is no send button, `submit()` resolves to `incomplete`, and
   * no record, event or form entry contains an answer. It overrides `share-text`.
   */
  declare unsent: boolean;
  declare strings: Strings<ReflectionKey> | undefined;

  protected override readonly extension: Extension = {
    definition: () => countertransferenceReflection,
    memoryOnly: true,
    options: () => ({ text: this.unsent ? 'unsent' : this.shareText ? 'shared' : 'withheld' }),
    extra: ({ options }, _record, isSent) => this.#memoryNote(options, isSent),
    messages: { reflection },
  };

  #memoryNote(options: Instrument['options'], isSent: boolean): unknown {
    const t = this.t<ReflectionKey>();
    if (isSent && options.text === 'shared') return nothing;
    return html`<p class="help" part="memory">${t(isSent ? 'reflection.notSent' : 'reflection.gone')} ${this.isShared ? nothing : t('reflection.keep')}</p>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pageshow', this.#onPageShow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pageshow', this.#onPageShow);
  }

  // The back-forward cache would bring the page back with the written text.
  #onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.erase();
  };
}

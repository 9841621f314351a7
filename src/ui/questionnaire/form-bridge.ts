import type { PropertyValues } from '../lit/lit.ts';
import type { RecordDetails } from '../../core/answering/session.ts';
import type { Response } from '../../core/record/response.ts';
import type { Sitting } from '../handoff/sitting.ts';
import { isSharedAround } from '../safety/shared-device.ts';
import type { Filling } from './filling.ts';
import { findInstance } from './find-instance.ts';
import { formEntries } from './form-entries.ts';
import { writeState } from './form-state.ts';
import { controlOf } from './items/alterations.ts';
import type { ItemContext } from './items/item-type-view.ts';
import type { Inside, QuestionnaireHost } from './questionnaire-host.ts';
import type { Settings } from './questionnaire-view.ts';
import { wrongItems } from './questionnaire-view.ts';
import { recordDetails } from './record-details.ts';
import { problemText } from './templates/problem-text.ts';
import type { FormKey } from '../text/keys.ts';
import { plain, type Messages } from '../text/messages.ts';

/** The properties that change the entries or the state of the form. Its validity is checked again after each render. */
const FORM_PROPERTIES = [
  'form', 'required', 'name', 'privacy', 'who', 'when', 'kept', 'strings', 'subject', 'encounter', 'author', 'disabled',
  'formDisabled',
];

/** For a rule about all answers. */
const ANY_CONTROL = '[data-key] :is(input,select,textarea)';

/** Whether a change of these properties changes what the form carries. */
export const affectsForm = (changed: PropertyValues): boolean => FORM_PROPERTIES.some((name) => changed.has(name));

interface Dependencies {
  host: QuestionnaireHost;
  inside: Inside;
  filling: Filling;
  settings(): Settings;
  sitting(): Sitting | undefined;
  messages(): Messages<FormKey>;
  context(): ItemContext;
}

/** Why the form must not be sent: a message for the person, and the control that it points at. */
interface Invalid {
  /** The person gave something that is no valid answer. Otherwise an answer is missing. */
  isUnusable: boolean;
  message: string;
  anchor: HTMLElement | undefined;
}

/**
 * Passes the record to the browser's form: the entries, the state that the browser restores, and the validity. No other
 * code calls `setFormValue` and `setValidity`. It also adds the host's details to the record. It changes no answer.
 */
export class FormBridge {
  /** The completed record in the form's entries; `undefined` if the form carries none. */
  carried: Response | undefined;
  #deps: Dependencies;
  #invalid: Invalid | undefined;
  #isDrafted = false;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** The browser must not store these answers. */
  get isForgotten(): boolean {
    const { host, inside, sitting } = this.#deps;
    return isSharedAround(host, sitting()?.element) || !!inside.extension().memoryOnly;
  }

  /** Passes the current answers to the form. */
  publish(): void {
    const { host, inside, filling } = this.#deps;
    const session = filling.session!;
    const { instrument, current } = session;
    this.carried = this.#isCarried && !current.pristine ? session.complete() : undefined;
    const ownName = host.name || instrument.id;
    const entries = this.carried ? formEntries(ownName, this.carried) : [];
    const data = new FormData();
    for (const [name, value] of entries) data.append(name, value);
    const { filesOf, putFiles } = inside.itemSupport();
    // Also without a form: files of answers that are gone are forgotten.
    putFiles?.(data, ownName, filesOf!(host, this.carried ?? current.response));
    inside.formSubmission.entries = entries;
    // Chromium writes the value into the files of its session, also without a state to restore.
    const { isForgotten } = this;
    inside.formSubmission.unstored = isForgotten ? data : undefined;
    inside.internals.setFormValue(isForgotten ? null : data, this.#isDrafted ? null : this.state);
    this.validate();
  }

  /** While a draft has the answers, the browser restores none: they may be older, and of a record that was sent elsewhere. */
  setDrafted(isDrafted: boolean): void {
    if (isDrafted === this.#isDrafted) return;
    this.#isDrafted = isDrafted;
    this.publish();
  }

  /** The answers as the browser may store them; `null` if it must not. */
  get state(): string | null {
    const { filling } = this.#deps;
    const { current } = filling.session!;
    return current.pristine || this.isForgotten ? null : writeState(current, filling.jsonOf(current.response));
  }

  /** Whether the form around the widget carries its record. */
  get #isCarried(): boolean {
    const { host, inside, filling } = this.#deps;
    return !!host.form && !inside.isDisabled() && !filling.session!.unsent;
  }

  /** The details that the host gives for a record now. */
  get details(): RecordDetails {
    const { host, sitting, messages } = this.#deps;
    return recordDetails(host, sitting(), messages());
  }

  /** Adds the details to the record that the form carries. A record that the widget sends receives them when it is sent. */
  setDetails(): void {
    if (this.#isCarried) this.#deps.filling.session!.setDetails(this.details);
  }

  /** Sets the validity: whether the form may be sent, and which control needs an answer. */
  validate(): void {
    const { host, inside, filling, settings, context } = this.#deps;
    const { current } = filling.session!;
    const [key] = inside.isDisabled() ? [] : wrongItems(current, settings());
    const instance = findInstance(current.instances, key) ?? (key === '' ? current.form : undefined);
    this.#setInvalid(
      instance && {
        isUnusable: !!instance.rejected,
        message: plain(problemText(instance, context())),
        anchor: host.renderRoot?.querySelector<HTMLElement>(instance.key ? controlOf(instance.key) : ANY_CONTROL) ?? undefined,
      },
    );
  }

  #setInvalid(invalid: Invalid | undefined): void {
    const { internals } = this.#deps.inside;
    const before = this.#invalid;
    this.#invalid = invalid;
    if (!invalid) {
      if (before) internals.setValidity({});
    } else if (invalid.message !== before?.message || invalid.anchor !== before.anchor || invalid.isUnusable !== before.isUnusable) {
      const flags = invalid.isUnusable ? { badInput: true } : { valueMissing: true };
      internals.setValidity(flags, invalid.message, invalid.anchor);
    }
  }
}

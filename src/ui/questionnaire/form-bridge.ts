import type { PropertyValues } from 'lit';
import type { RecordDetails } from '../../core/answering/session.ts';
import type { Response } from '../../core/record/response.ts';
import type { Sitting } from '../handoff/sitting.ts';
import { isSharedDevice } from '../safety/shared-device.ts';
import type { Words } from '../text/words.ts';
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

/** What the form's entries, its state and its validity depend on, beside the answers. */
const RECORDED = [
  'form', 'required', 'name', 'privacy', 'who', 'when', 'kept', 'strings', 'subject', 'encounter', 'author', 'disabled',
  'formDisabled',
];

/** Whether a form has to be told of these changed properties. */
export const isCarried = (changed: PropertyValues): boolean => RECORDED.some((name) => changed.has(name));

interface Around {
  host: QuestionnaireHost;
  inside: Inside;
  filling: Filling;
  settings(): Settings;
  sitting(): Sitting | undefined;
  words(): Words;
  context(): ItemContext;
}

/** Why the form must not be sent: the words for the person, and the control to point at. */
interface Invalid {
  /** Something was given that is no valid answer; else an answer is missing. */
  isUnusable: boolean;
  message: string;
  anchor: HTMLElement | undefined;
}

/**
 * Gives the record to the browser's form: the entries, the state that the browser restores, and the validity. Nothing else
 * calls `setFormValue` and `setValidity`. It also puts what the host says about a record into it. It changes no answer.
 */
export class FormBridge {
  /** The completed record in the form's entries; undefined where the form carries none. */
  carried: Response | undefined;
  #around: Around;
  #invalid: Invalid | undefined;

  constructor(around: Around) {
    this.#around = around;
  }

  /** The browser must keep nothing of these answers. */
  get isForgotten(): boolean {
    const { host, inside } = this.#around;
    return isSharedDevice(host.privacy) || !!inside.extension().memoryOnly;
  }

  /** Gives the session as it is now to the form. */
  publish(): void {
    const { host, inside, filling } = this.#around;
    const session = filling.session!;
    const { instrument, current } = session;
    this.carried = this.#isCarried && !current.pristine ? session.complete() : undefined;
    const entries = this.carried ? formEntries(host.name || instrument.id, this.carried) : [];
    const data = new FormData();
    for (const [name, value] of entries) data.append(name, value);
    inside.formSubmission.entries = entries;
    const isStored = !current.pristine && !this.isForgotten;
    inside.internals.setFormValue(data, isStored ? writeState(current, filling.jsonOf(current.response)) : null);
    this.validate();
  }

  /** Whether the form around the widget carries its record. */
  get #isCarried(): boolean {
    const { host, inside, filling } = this.#around;
    return !!host.form && !inside.isDisabled() && !filling.session!.unsent;
  }

  /** What the host says about a record now. */
  get details(): RecordDetails {
    const { host, sitting, words } = this.#around;
    return recordDetails(host, sitting(), words());
  }

  /** Puts the details into the record that the form carries. A record that is sent otherwise gets them then. */
  setDetails(): void {
    if (this.#isCarried) this.#around.filling.session!.setDetails(this.details);
  }

  /** Says whether the form may be sent, and where the person should look. */
  validate(): void {
    const { host, inside, filling, settings, context } = this.#around;
    const { current } = filling.session!;
    const [key] = inside.isDisabled() ? [] : wrongItems(current, settings());
    const instance = findInstance(current.instances, key);
    this.#setInvalid(
      instance && {
        isUnusable: !!instance.rejected,
        message: problemText(instance, context()),
        anchor: host.renderRoot?.querySelector<HTMLElement>(controlOf(instance.key)) ?? undefined,
      },
    );
  }

  #setInvalid(invalid: Invalid | undefined): void {
    const { internals } = this.#around.inside;
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

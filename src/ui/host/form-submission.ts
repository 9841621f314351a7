import { guardSubmit, SUBMIT_CALL } from './guarded-submit.ts';
import { report } from './report.ts';

/** The entries of a control in a form: each name with its value. */
export type FormEntries = readonly (readonly [name: string, value: string])[];

interface Acts {
  /** The form would have put the entries into an address; they were withheld. */
  refuse(): void;
  /** The browser or a script has taken the entries. */
  taken(): void;
}

/** The part that is used here. TypeScript does not have this type yet. */
interface NavigateEvent extends Event {
  readonly destination: { readonly url: string };
}

/**
 * Follows the form around a widget. Answers never go into an address, because addresses are stored in histories and server
 * logs. A form that would put them there is not submitted, and the person keeps the page with their answers. A script that
 * builds a `FormData` always gets them. A form with `method="dialog"` sends nothing and closes its dialog; if no script takes
 * the entries, the host gets a report.
 */
export class FormSubmission {
  entries: FormEntries = [];
  /** What the form gets only when it asks, because the browser stores what it has before. */
  unstored: FormData | undefined;
  #host: HTMLElement;
  #acts: Acts;
  #form: HTMLFormElement | null = null;
  #left = new AbortController();
  /** The browser is about to submit the form, in this turn. */
  #submit: SubmitEvent | undefined;
  /** A script of the page has taken the entries while it heard this submit. */
  #isTaken = false;

  constructor(host: HTMLElement, acts: Acts) {
    this.#host = host;
    this.#acts = acts;
  }

  /** Follows this form from now on, and no other. Called again when the widget comes into a page or leaves it. */
  follow(form: HTMLFormElement | null): void {
    this.#left.abort();
    this.#form = form;
    if (!form) return;
    this.#left = new AbortController();
    const { signal } = this.#left;
    form.addEventListener('formdata', this.#onFormData, { signal });
    form.addEventListener(SUBMIT_CALL, this.#onSubmitCall, { signal });
    // The window outlives a widget that is removed together with its form.
    if (this.#host.isConnected) {
      // A host may stop the event on its way. In a shadow root it does not reach the window.
      for (const target of [window, form]) target.addEventListener('submit', this.#onSubmit, { capture: true, signal });
      const { navigation } = window as { navigation?: EventTarget };
      navigation?.addEventListener('navigate', this.#onNavigate, { signal });
    }
    signal.addEventListener('abort', guardSubmit(form));
  }

  #onSubmit = (event: Event): void => {
    // Firefox also submits after an event that a script dispatches.
    if (event.target !== this.#form || event === this.#submit) return;
    this.#submit = event as SubmitEvent;
    this.#isTaken = false;
    // After every listener of the page.
    const last = event.composedPath().at(-1)!;
    last.addEventListener('submit', this.#onSubmitted);
    setTimeout(() => {
      last.removeEventListener('submit', this.#onSubmitted);
      if (this.#submit === event) this.#submit = undefined;
    });
  };

  #onSubmitted = (event: Event): void => {
    if (event !== this.#submit || event.defaultPrevented || !this.entries.length) return;
    const method = this.#methodOf(this.#submit);
    if (method === 'dialog' && !this.#isTaken) report(this.#host, 'form-dialog');
    if (method === 'get') this.#refuse(event);
  };

  #onFormData = ({ formData }: FormDataEvent): void => {
    for (const [name, value] of this.unstored ?? []) formData.append(name, value as string);
    const submit = this.#submit;
    // Firefox submits before the end of the event's phase, but not while a listener runs.
    if (submit && !submit.currentTarget && !submit.defaultPrevented) {
      this.#submit = undefined;
      const method = this.#methodOf(submit);
      // Firefox takes them for itself before it closes the dialog.
      if (method === 'dialog' && this.#host.closest('dialog')?.open) return;
      // The page stopped the event before the widget got it. The form is submitted, without the answers.
      if (method === 'get') {
        for (const [name] of this.entries) formData.delete(name);
        this.#acts.refuse();
        return;
      }
    }
    this.#isTaken = true;
    this.#acts.taken();
  };

  #onSubmitCall = (event: Event): void => {
    if (this.#methodOf() === 'get' && this.entries.length) this.#refuse(event);
  };

  /** For submissions without any event, as by `HTMLFormElement.prototype.submit`. */
  #onNavigate = (event: Event): void => {
    const [first] = this.entries;
    const { url } = (event as NavigateEvent).destination;
    if (first && event.cancelable && new URL(url).searchParams.get(first[0]) === first[1]) this.#refuse(event);
  };

  #refuse(event: Event): void {
    event.preventDefault();
    this.#acts.refuse();
  }

  #methodOf(submit?: SubmitEvent): string | undefined {
    const button = submit?.submitter as HTMLButtonElement | null | undefined;
    return (button?.hasAttribute('formmethod') && button.formMethod) || this.#form?.method;
  }
}

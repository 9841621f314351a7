import type { LitElement, PropertyDeclarations } from '../lit/lit.ts';
import { isVeiled } from './event-veil.ts';
import { FormSubmission } from './form-submission.ts';
import * as takes from './host-input.ts';
import { openDetails } from './open-details.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the mixin constructor rule of TypeScript asks for it
type Constructor<T> = abstract new (...args: any[]) => T;

/** What a form and the browser ask of the element. */
export interface FormControl {
  /** The form was reset. */
  reset(): void;
  /** The browser restores the state that it stored on an earlier visit. */
  restore(state: string): void;
  /** Shows what is missing or wrong in the widget itself, and moves the focus there if asked. */
  showProblems(focus: boolean): void;
  /** A label of the host page was clicked. */
  focusFirst(): void;
  /** The form would have put the answers into an address; they were withheld. */
  refuse(): void;
  /** The form has taken the entries. */
  submitted(): void;
}

/** What the mixin adds to an element. */
export declare class FormAssociatedInterface {
  protected readonly internals: ElementInternals;
  name: string;
  disabled: boolean;
  /** Disabled by itself or by an enclosing fieldset. */
  protected readonly isDisabled: boolean;
  readonly form: HTMLFormElement | null;
  readonly labels: NodeList;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;
  checkValidity(): boolean;
  protected readonly formSubmission: FormSubmission;
  protected readonly formControl: FormControl;
}

/**
 * Makes an element one form control: submitted, validated, reset, restored and disabled like an input.
 * A mixin and no controller, because `formAssociated` and the callbacks must be members of the class itself.
 */
export function FormAssociated<T extends Constructor<LitElement>>(Base: T): Constructor<FormAssociatedInterface> & T {
  abstract class FormAssociatedElement extends Base {
    static readonly formAssociated = true;
    static properties: PropertyDeclarations = {
      name: { takes: takes.text },
      disabled: { type: Boolean, takes: takes.flag },
      formDisabled: { state: true },
    };

    /** Its name in a form; by default the instrument's id. */
    declare name: string;
    /** Nothing can be answered, and a form does not carry it. */
    declare disabled: boolean;
    declare protected formDisabled: boolean;

    protected readonly internals = this.attachInternals();
    /** `checkValidity()` is running. It must show nothing. */
    #isAsked = false;
    #form: HTMLFormElement | null = null;
    protected readonly formSubmission = new FormSubmission(this, {
      refuse: () => this.formControl.refuse(),
      taken: () => this.formControl.submitted(),
    });
    protected abstract readonly formControl: FormControl;

    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
    constructor(...args: any[]) {
      super(...args);
      this.name = '';
      this.disabled = this.formDisabled = false;
    }

    get form(): HTMLFormElement | null {
      return this.internals.form;
    }
    /** The id of a form elsewhere on the page, as in the attribute. Frameworks set the property if there is one. */
    set form(id: unknown) {
      if (typeof id === 'string') this.setAttribute('form', id);
      else this.removeAttribute('form');
    }
    get labels(): NodeList {
      return this.internals.labels;
    }
    get validity(): ValidityState {
      return this.internals.validity;
    }
    get validationMessage(): string {
      return this.internals.validationMessage;
    }
    get willValidate(): boolean {
      return this.internals.willValidate;
    }
    checkValidity(): boolean {
      this.#isAsked = true;
      const isValid = this.internals.checkValidity();
      this.#isAsked = false;
      return isValid;
    }
    protected get isDisabled(): boolean {
      return this.disabled || this.formDisabled;
    }

    override connectedCallback(): void {
      super.connectedCallback();
      this.addEventListener('invalid', this.#onInvalid);
      this.addEventListener('click', this.#onClick);
      this.formSubmission.follow(this.form);
    }

    override disconnectedCallback(): void {
      super.disconnectedCallback();
      this.formSubmission.follow(this.form);
    }

    formAssociatedCallback(form: HTMLFormElement | null): void {
      this.formSubmission.follow(form);
      const before = this.#form;
      this.#form = form;
      this.requestUpdate('form', before);
    }
    formDisabledCallback(disabled: boolean): void {
      this.formDisabled = disabled;
    }
    formResetCallback(): void {
      this.formControl.reset();
    }
    formStateRestoreCallback(state: unknown): void {
      if (typeof state === 'string') this.formControl.restore(state);
    }

    // The browser's message cannot point into a shadow root in every engine, so the widget shows its own.
    #onInvalid = (event: Event): void => {
      event.preventDefault();
      if (this.#isAsked) return;
      const controls = [...(this.form?.elements ?? [])] as HTMLInputElement[];
      const first = controls.find((control) => control.willValidate && !control.validity.valid);
      const isFirst = !first || (first as unknown) === this;
      if (isFirst) openDetails(this);
      this.formControl.showProblems(isFirst);
    };

    // A click on a `<label for>` of the host page arrives as a click on the element itself.
    #onClick = (event: Event): void => {
      if (!isVeiled(event) && event.composedPath()[0] === this) this.formControl.focusFirst();
    };
  }
  return FormAssociatedElement as unknown as Constructor<FormAssociatedInterface> & T;
}

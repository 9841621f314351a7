import { WidgetDirective, type Widget } from './widget-directive.ts';

/** What a directive of a form control gets from Angular. */
interface Angular {
  element: Widget;
  /** The view is checked again, also without zones. */
  markForCheck(): void;
}
type Errors = { required: true } | { badInput: string } | null;

interface Validity {
  validity?: ValidityState;
  validationMessage?: string;
}

const nothing = (): void => {};

/** A questionnaire in a form of Angular: its value accessor and validator. */
export abstract class ControlDirective extends WidgetDirective {
  readonly #markForCheck: () => void;
  #onChange: (value: unknown) => void = nothing;
  #onTouched = nothing;
  #onValidatorChange = nothing;
  #errors = 'null';
  abstract readonly valueChange: { emit(value: unknown): void };

  constructor({ element, markForCheck }: Angular) {
    super(element);
    this.#markForCheck = markForCheck;
    void this.#checkAfterUpdate();
  }

  override give(name: string, attribute: string | undefined, value: unknown): void {
    super.give(name, attribute, value);
    void this.#checkAfterUpdate();
  }

  /** The person changed an answer. */
  onInput(): void {
    const { value } = this.element;
    // The control has the record now. Only then does the element know that `null` means: make it blank.
    this.element['value'] = value;
    this.#onChange(value);
    this.valueChange.emit(value);
    void this.#checkAfterUpdate();
  }

  onTouched(): void {
    this.#onTouched();
  }

  writeValue(value: unknown): void {
    this.element['value'] = value ?? null;
    void this.#checkAfterUpdate();
  }

  registerOnChange(listener: (value: unknown) => void): void {
    this.#onChange = listener;
  }

  registerOnTouched(listener: () => void): void {
    this.#onTouched = listener;
  }

  registerOnValidatorChange(listener: () => void): void {
    this.#onValidatorChange = listener;
  }

  setDisabledState(isDisabled: boolean): void {
    this.element['disabled'] = isDisabled;
    void this.#checkAfterUpdate();
  }

  /** `required`: an answer is missing. `badInput`: what the person wrote is no answer. */
  validate(): Errors {
    const { validity, validationMessage = '' } = this.element as Validity;
    if (!validity || validity.valid) return null;
    return validity.valueMissing ? { required: true } : { badInput: validationMessage };
  }

  /** The element knows what is missing once it has rendered. */
  async #checkAfterUpdate(): Promise<void> {
    await undefined;
    await this.element.updateComplete;
    const errors = JSON.stringify(this.validate());
    if (errors === this.#errors) return;
    this.#errors = errors;
    this.#onValidatorChange();
    this.#markForCheck();
  }
}

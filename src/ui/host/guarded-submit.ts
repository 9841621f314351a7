/** Dispatched on a form when a script calls its `submit()`. If it is prevented, the form is not submitted. */
export const SUBMIT_CALL = 'attune-submit-call';

interface GuardedSubmit {
  (): void;
  /** How many widgets, of all copies of this library, need it. */
  widgets: number;
  /** A widget no longer needs it. */
  leave(): void;
}

/**
 * `submit()` fires no `submit` event, and its `formdata` event is the same as that of `new FormData(form)`. So a form has
 * a `submit` of its own while a widget is in it, which asks the widgets first. All that is shared is on that function.
 * Returns what a widget calls when it leaves the form.
 */
export function guardSubmit(form: HTMLFormElement): () => void {
  const found = form.submit as GuardedSubmit;
  if (found.widgets) {
    found.widgets++;
    return found.leave;
  }
  const before = Object.getOwnPropertyDescriptor(form, 'submit');
  const submit: GuardedSubmit = () => {
    if (!form.dispatchEvent(new Event(SUBMIT_CALL, { cancelable: true }))) return;
    const original = (before?.value ?? HTMLFormElement.prototype.submit) as () => void;
    original.call(form);
  };
  submit.widgets = 1;
  submit.leave = () => {
    submit.widgets--;
    // The host may have replaced it.
    if (submit.widgets || form.submit !== submit) return;
    Reflect.deleteProperty(form, 'submit');
    if (before) Reflect.defineProperty(form, 'submit', before);
  };
  // A field named "submit" hides the method from all scripts.
  if (typeof found === 'function') Reflect.defineProperty(form, 'submit', { configurable: true, writable: true, value: submit });
  return submit.leave;
}

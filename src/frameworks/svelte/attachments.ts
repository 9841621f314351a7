// Svelte has `bind:value` only for the elements of HTML, and its server writes an object as the text "[object Object]". An
// attachment runs on the page only, again when what it reads has changed.

type Attachment = (element: Element) => void;

/** Sets properties of an element. It is given as a function, so that Svelte runs it again when its state changes. */
export const properties =
  (get: () => object): Attachment =>
  (element) => void Object.assign(element, get());

/** Binds the record of a form control to a state of the page, in both directions. */
export const bindValue =
  <Value>(get: () => Value, set: (value: Value) => void): ((element: Element & { value: Value }) => () => void) =>
  (element) => {
    element.value = get();
    const read = (): void => set(element.value);
    element.addEventListener('input', read);
    return () => element.removeEventListener('input', read);
  };

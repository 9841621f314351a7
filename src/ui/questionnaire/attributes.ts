/** Puts attributes into step; `undefined` takes one away. What stands there already is left alone. */
export function setAttributes(
  element: Element,
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
): void {
  for (const name in attributes) {
    const value = attributes[name];
    if (value === undefined) element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
  }
}

/** Puts the words of an element into step. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Sets attributes; `undefined` removes one. An unchanged attribute is not written: each write costs layout. */
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

/** Sets the text of an element that has only text. A changed node costs less than a new one. */
export function setText(element: Element, text: string): void {
  const node = element.firstChild as Text | null;
  if (!node) element.append(text);
  else if (node.data !== text) node.data = text;
}

import { directionOf } from '../text/direction.ts';
import { plain, type Shown } from '../text/messages.ts';

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

/**
 * Sets the text of an element that has only text, and its language if it is not the one around it. A changed node costs less
 * than a new one.
 */
export function setText(element: Element, shown: Shown): void {
  const text = plain(shown);
  const node = element.firstChild as Text | null;
  if (!node) element.append(text);
  else if (node.data !== text) node.data = text;
  const lang = typeof shown === 'string' ? undefined : shown.lang;
  if (lang || (element as HTMLElement).lang) setAttributes(element, { lang, dir: lang && directionOf(lang) });
}

import type { Markup, Presentation } from '../../../core/item-types/presentation.ts';
import { nodesOf } from '../../text/markup-support.ts';
import type { ItemContext } from './item-type-view.ts';

/** Each markup is made safe once. */
const made = new WeakMap<Markup, DocumentFragment>();
/** What an element shows. */
const shown = new WeakMap<Element, Markup>();

/**
 * Shows a text with its style and its markup, after the plain text that the view has put into this element. Without support for markup on
 * the page, the plain text stays. A translation has no markup.
 */
export function showMarkup(element: HTMLElement, { markup: given, style = [], prefix }: Presentation & { prefix?: string }, { instrument }: ItemContext): void {
  const isOption = element.matches('label:has(> input)');
  const markup = instrument.translation ? undefined : given;
  const fragment = markup && (made.get(markup) ?? nodesOf(markup));
  const before = element.querySelector(':scope > .rich');
  if (!fragment) {
    before?.remove();
    if (isOption && style.length) inSpan(element, style);
    return;
  }
  // Markup without a text, such as a picture that is not shown, is no label.
  if (!fragment.textContent.trim() && !fragment.querySelector('img')) return;
  // An empty text stays where it is, because the view writes into it.
  for (const node of element.childNodes) if (node instanceof Text && node.data) node.data = '';
  if (before && shown.get(before) === markup) return;
  before?.remove();
  made.set(markup, fragment);
  const rich = document.createElement('span');
  rich.className = ['rich', ...(isOption ? style : [])].join(' ');
  rich.append(prefix ? `${prefix} ` : '', fragment.cloneNode(true));
  shown.set(rich, markup);
  element.append(rich);
}

/** The class of a label says whether it is chosen, so its text has an element of its own. */
function inSpan(label: HTMLElement, style: readonly string[]): void {
  const text = [...label.childNodes].find((node) => node instanceof Text && node.data);
  if (!text) return;
  const span = document.createElement('span');
  span.className = style.join(' ');
  text.replaceWith(span);
  span.append(text);
}

import type { Markup } from '../../core/item-types/presentation.ts';
import { LANGUAGE_EVENT } from './locales.ts';

/** Makes nodes of markup. They have no script, no style and no address that is requested. */
type ToNodes = (markup: Markup) => DocumentFragment;

/** What a page has for markup: the function, or how to load it when a form needs it. */
export interface MarkupSupport {
  toNodes?: ToNodes;
  load?(): Promise<ToNodes>;
}

/** Each CDN file has modules of its own, so they share the support through the global object. */
const MARKUP = Symbol.for('attune.markup');

/** The only place that several files on a page share. */
const page = globalThis as { [MARKUP]?: MarkupSupport };

export const hasMarkupSupport = (): boolean => !!page[MARKUP];

/** From now on, the widgets of the page show markup. Those that are there show their texts again. */
export function shareMarkup(support: MarkupSupport): void {
  page[MARKUP] ??= support;
  showAgain();
}

const showAgain = (): void => void globalThis.dispatchEvent?.(new Event(LANGUAGE_EVENT));

/** The nodes of markup, or undefined as long as the page has no support. The first call loads it. */
export function nodesOf(markup: Markup): DocumentFragment | undefined {
  const support = page[MARKUP];
  if (support?.toNodes) return attempt(support.toNodes, markup);
  void support?.load?.().then(
    (toNodes) => {
      support.toNodes = toNodes;
      showAgain();
    },
    (error: unknown) => complain(error),
  );
  if (support) delete support.load;
  return undefined;
}

function attempt(toNodes: ToNodes, markup: Markup): DocumentFragment | undefined {
  try {
    return toNodes(markup);
  } catch (error) {
    complain(error);
    return undefined;
  }
}

function complain(error: unknown): void {
  // eslint-disable-next-line no-console -- it is the same for all widgets of the page
  console.warn('Markup is shown as plain text.', error);
}

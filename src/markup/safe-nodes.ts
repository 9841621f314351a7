import createPurify, { type Config } from 'dompurify';
import { marked } from 'marked';
import type { Markup } from '../core/item-types/presentation.ts';
import { policy } from './policy.ts';

/** Elements for text, lists, tables and pictures. None of them runs, embeds or sends anything. */
const TAGS =
  'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q ruby rp rt s samp small span strong sub sup table tbody td tfoot th thead tr u ul var wbr'.split(' ');

/** No class, id, name or style: they could change or copy parts of the widget. */
const ATTRIBUTES = 'href src alt title lang dir colspan rowspan span scope start reversed datetime'.split(' ');

const LINK = /^(https?|mailto):/i;
/** A picture that is in the text itself. All others would be a request. */
const PICTURE = /^data:image\/(png|jpeg|gif|webp|avif);base64,[\w+/=\s]+$/i;

const config: Config = {
  ALLOWED_TAGS: TAGS,
  ALLOWED_ATTR: ATTRIBUTES,
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  // Also for attributes without an address. Links and pictures are looked at again below.
  ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|data):|[^a-z]|[a-z+.-]+(?:[^a-z+.:-]|$))/i,
  RETURN_DOM_FRAGMENT: true,
};

const STYLE_SHEET = /<style\b[^]*?(?:<\/style\s*>|$)/gi;
const TAG = /<[a-z](?:[^"'<>]|"[^"]*"|'[^']*')*>/gi;
const STYLE_OUTSIDE_QUOTES = /("[^"]*"|'[^']*')|\sstyle(?=\s*=)/gi;

/**
 * The text without style sheets, and with its other styles under another name. Parsing is enough for a browser to report a style that
 * the policy of the page refuses. This only keeps the console quiet: what is safe is decided after it.
 */
const withoutStyles = (html: string): string =>
  html.replace(STYLE_SHEET, '').replace(TAG, (tag) => tag.replace(STYLE_OUTSIDE_QUOTES, (_, quoted?: string) => quoted ?? ' data-style'));

let purify: ReturnType<typeof createPurify> | undefined;

/** Makes nodes of a text with markup that nobody here wrote. */
export function safeNodes({ format, content }: Markup): DocumentFragment {
  purify ??= createPurify(window);
  const html = format === 'markdown' ? marked.parse(content, { async: false, gfm: true }) : content;
  const nodes = purify.sanitize(withoutStyles(html), { ...config, TRUSTED_TYPES_POLICY: policy() } as Config & { RETURN_DOM_FRAGMENT: true }) as unknown as DocumentFragment;
  for (const picture of nodes.querySelectorAll('img')) {
    if (!PICTURE.test(picture.getAttribute('src') ?? '')) picture.replaceWith(picture.alt);
  }
  for (const link of nodes.querySelectorAll('a')) {
    if (LINK.test(link.getAttribute('href') ?? '')) {
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
    } else link.removeAttribute('href');
  }
  // The widget has its own headings.
  for (const heading of nodes.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const strong = document.createElement('strong');
    strong.append(...heading.childNodes);
    const block = document.createElement('p');
    block.append(strong);
    heading.replaceWith(block);
  }
  return nodes;
}

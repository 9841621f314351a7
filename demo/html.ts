/** Markup that is safe to send: made by `html` or read from our own files. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | null | undefined | false | readonly Part[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Markup in which every value is escaped, for text and for quoted attributes. `null`, `undefined` and `false` add nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.reduce((text, string, index) => text + write(parts[index - 1]) + string));
}

const characters: Record<string, string> = Object.fromEntries(Object.entries(entities).map(([character, entity]) => [entity, character]));

/** The text of markup, without its elements. */
export const textOf = ({ text }: Markup): string => text.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (entity) => characters[entity] ?? entity);

/** Data for a widget, in a script element that browsers do not run. No value can close the element. */
export function jsonScript(data: unknown): Markup {
  return new Markup(`<script type="application/json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`);
}

function write(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(write).join('');
  return String(part).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

import { directionOf } from '../ui/text/direction.ts';

/** Text that is HTML. All other text is escaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Text in another language than the one around it. */
export class InLanguage {
  readonly text: string;
  readonly lang: string;

  constructor(text: string, lang: string) {
    this.text = text;
    this.lang = lang;
  }
}

/** What can stand at a place in a template. `undefined`, `false` and '' add nothing. */
export type Part = Markup | InLanguage | string | number | undefined | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const write = (part: Part): string =>
  part === undefined || part === false ? ''
  : part instanceof Markup ? part.text
  : part instanceof InLanguage ? `<span${languageOf(part).text}>${write(part.text)}</span>`
  : typeof part === 'object' ? part.map(write).join('')
  : String(part).replace(/[&<>"']/g, (character) => ENTITIES[character]!);

/** The attributes that name the language of a text, for an element that can contain text only. */
export const languageOf = (part: string | InLanguage): Markup =>
  typeof part === 'string' ? new Markup('') : attributes({ lang: part.lang, dir: directionOf(part.lang) });

/** HTML in which every value is escaped, for text and for attributes in quotes. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.reduce((text, string, i) => text + write(parts[i - 1]) + string));

/** Attributes by name, with a space before each. `true` is an attribute without a value; `undefined` and `false` leave it out. */
export const attributes = (values: Readonly<Record<string, string | number | boolean | undefined>>): Markup =>
  new Markup(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== false)
      .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${write(String(value))}"`))
      .join(''),
  );

/** A list of ids for an attribute. `undefined` if there is none. */
export const idList = (...ids: readonly (string | undefined | false)[]): string | undefined => ids.filter(Boolean).join(' ') || undefined;

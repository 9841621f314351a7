import { camel } from '../letter-case.ts';

export type Args = Record<string, unknown>;

/** One element as it is written down: what stands in its tag, and between its tags. */
export interface Markup {
  tag: string;
  args: Args;
  inside?: readonly Markup[];
}

/** How a framework writes what plain HTML does not know. */
export interface Dialect {
  /** An attribute of its own, for the event. */
  listener?: string;
  /** How it binds a property to a value of the same name; nothing where it does so elsewhere. */
  property?: (name: string) => string | undefined;
}

const indent = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));
// In a text, `>`, braces and the at sign mean something to one framework or the other.
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '{': '&#123;', '}': '&#125;', '@': '&#64;' };
const escaped = (text: string, signs: RegExp): string => text.replace(signs, (sign) => SIGNS[sign]!);

/** JSON stays readable between single quotes. */
const attribute = (name: string, value: string): string =>
  value.includes('"') && !value.includes("'") ? `${name}='${escaped(value, /[&<]/g)}'` : `${name}="${escaped(value, /[&<"]/g)}"`;

/** Not attributes: slots and their like, custom properties, and how the page of a story behaves. */
const isOwn = (name: string): boolean => !name.includes(':') && !name.startsWith('--') && name !== 'host';

/** The args that no attribute holds: lists and objects. */
export const propertiesOf = (args: Args): [name: string, value: object][] =>
  Object.entries(args)
    .filter((arg): arg is [string, object] => isOwn(arg[0]) && typeof arg[1] === 'object' && arg[1] !== null)
    .map(([name, value]) => [camel(name), value]);

/** An element with its attributes, what stands in its slots, and the elements inside it. `data` is a child as JSON. */
export function write({ tag, args, inside = [] }: Markup, { listener, property }: Dialect = {}, data?: object): string {
  const own = Object.entries(args).filter(([name]) => isOwn(name));
  const attributes = [
    ...own.filter(([, value]) => ['string', 'number'].includes(typeof value) && value !== '').map(([name, value]) => attribute(name, String(value))),
    ...own.filter(([, value]) => value === true).map(([name]) => name),
    ...(property ? propertiesOf(args).flatMap(([name]) => property(name) ?? []) : []),
    ...(listener ? [listener] : []),
  ];
  const text = property ? /[&<>{}@]/g : /[&<]/g;
  const children = [
    ...(data ? [`<script type="application/json">\n${indent(JSON.stringify(data, null, 2).replaceAll('<', '\\u003c'), 2)}\n</script>`] : []),
    ...Object.entries(args)
      .filter(([name, value]) => name.startsWith('slot:') && value)
      // A paragraph would be closed by one that an editor like WordPress’s puts around the widget, and fall out of it.
      .map(([name, value]) => `<span slot="${name.slice(5)}">${escaped(String(value), text)}</span>`),
    ...inside.map((child) => write(child)),
  ];
  const oneLine = `<${tag}${attributes.map((each) => ` ${each}`).join('')}>`;
  const open = oneLine.length <= 90 ? oneLine : `<${tag}\n${attributes.map((each) => `  ${each}\n`).join('')}>`;
  return `${open}${children.map((child) => `\n${indent(child, 2)}`).join('')}${children.length ? '\n' : ''}</${tag}>`;
}

export { indent };

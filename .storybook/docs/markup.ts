import { camel } from '../letter-case.ts';

export type Args = Record<string, unknown>;

/** One element of a snippet: its tag, its attributes and slots as args, and the elements inside it. */
export interface Markup {
  tag: string;
  args: Args;
  inside?: readonly Markup[];
}

/** The syntax of a framework for what plain HTML cannot express. */
export interface Dialect {
  /** The attribute that binds the event listener. */
  listener?: string;
  /** The attribute that binds a property to a value of the same name. Undefined if the snippet binds it elsewhere. */
  property?: (name: string) => string | undefined;
  /** The framework has a component for each element: its name, and a prop with a number or `true`. */
  component?: { tag: (tag: string) => string; prop: (name: string) => string };
}

const indent = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));
// In text, `>`, braces and the at sign have a meaning in some of the frameworks.
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '{': '&#123;', '}': '&#125;', '@': '&#64;' };
const escaped = (text: string, signs: RegExp): string => text.replace(signs, (sign) => SIGNS[sign]!);

/** Uses single quotes around JSON, so that it stays readable. */
const attribute = (name: string, value: string, isNumber = false): string =>
  isNumber ? `${name}={${value}}`
  : value.includes('"') && !value.includes("'") ? `${name}='${escaped(value, /[&<]/g)}'` : `${name}="${escaped(value, /[&<"]/g)}"`;

/** Other args are slots, custom properties or settings of the page around the story. */
const isAttribute = (name: string): boolean => !name.includes(':') && !name.startsWith('--') && name !== 'host';

/** The args that an attribute cannot hold: lists and objects. */
export const propertiesOf = (args: Args): [name: string, value: object][] =>
  Object.entries(args)
    .filter((arg): arg is [string, object] => isAttribute(arg[0]) && typeof arg[1] === 'object' && arg[1] !== null)
    .map(([name, value]) => [camel(name), value]);

/** The code of an element with its attributes, slots and inner elements. `data` becomes a child script with JSON. */
export function write({ tag, args, inside = [] }: Markup, { listener, property, component }: Dialect = {}, data?: object): string {
  const propOf = component?.prop ?? ((name: string) => name);
  const own = Object.entries(args).filter(([name]) => isAttribute(name));
  const attributes = [
    ...own.filter(([, value]) => ['string', 'number'].includes(typeof value) && value !== '').map(([name, value]) => attribute(propOf(name), String(value), component && typeof value === 'number')),
    ...own.filter(([, value]) => value === true).map(([name]) => propOf(name)),
    ...(property ? propertiesOf(args).flatMap(([name]) => property(name) ?? []) : []),
    ...(listener ? [listener] : []),
  ];
  const text = property ? /[&<>{}@]/g : /[&<]/g;
  const children = [
    ...(data ? [`<script type="application/json">\n${indent(JSON.stringify(data, null, 2).replaceAll('<', '\\u003c'), 2)}\n</script>`] : []),
    ...Object.entries(args)
      .filter(([name, value]) => name.startsWith('slot:') && value)
      // Not a <p>: an editor like WordPress's puts a <p> around the widget, and an inner <p> would close it.
      .map(([name, value]) => `<span slot="${name.slice(5)}">${escaped(String(value), text)}</span>`),
    ...inside.map((child) => write(child, component ? { component } : {})),
  ];
  const name = component?.tag(tag) ?? tag;
  const oneLine = `<${name}${attributes.map((each) => ` ${each}`).join('')}>`;
  const open = oneLine.length <= 90 ? oneLine : `<${name}\n${attributes.map((each) => `  ${each}\n`).join('')}>`;
  return `${open}${children.map((child) => `\n${indent(child, 2)}`).join('')}${children.length ? '\n' : ''}</${name}>`;
}

export { indent };

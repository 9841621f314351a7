// Writes dist/frameworks/solid.d.ts: types for the tags in JSX. Solid needs no code of ours.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributeLines, dashedLines, line } from './jsx.mjs';
import { holdsObjects, ownAttributes, settable } from './settable.mjs';

const attributeTypeOf = ({ type }) => (type === 'number' ? 'number | `${number}`' : type);

/**
 * What a tag takes: texts, numbers and flags as attributes, which a server writes too; anything as a property with `prop:`; and each
 * event with `on:`. An object without `prop:` is refused: a server would write it as a text.
 */
const tagLines = element => [
  ...settable(element).flatMap(property => [
    ...(holdsObjects(property) ? [] : [line(property.description, property.name, attributeTypeOf(property))]),
    line(property.description, `'prop:${property.name}'`, property.type),
  ]),
  ...dashedLines(element),
  ...[...settable(element).filter(({ type }) => type === 'boolean'), ...ownAttributes(element).filter(({ type }) => type === 'boolean')].map(
    ({ name, attribute = name, description }) => line(description, `'bool:${attribute}'`, 'boolean'),
  ),
  ...attributeLines(element),
  ...element.events.map(event => line(event.description, `'on:${event.name}'`, `Listener<${event.type}>`)),
  // TypeScript accepts any name with a dash in JSX, except one that has another type.
  ...element.events.filter(({ type }) => type !== 'Event').map(event => line(`@deprecated Write on:${event.name}.`, `'on${event.name}'`, `'Write on:${event.name}'`)),
];

const declarationsOf = element => `interface ${element.className}Tag {
${tagLines(element).join('')}}
`;

const HEAD = `import type { JSX } from 'solid-js';
import type * as elements from '../index.js';

type Written<Value> = Value extends number ? Value | \`\${number}\` : Extract<Value, string | boolean>;
type Listener<E extends Event> = ((event: E) => void) | { handleEvent(event: E): void };
`;

const tail = elements => `declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
${elements
  .map(({ tag, className }) => `      '${tag}': ${className}Tag & Omit<JSX.HTMLAttributes<elements.${className}>, keyof ${className}Tag>;\n`)
  .join('')}    }
  }
}
`;

export const write = (elements, directory) => {
  writeFileSync(join(directory, 'solid.js'), 'export {};\n');
  writeFileSync(join(directory, 'solid.d.ts'), [HEAD, ...elements.map(declarationsOf), tail(elements)].join('\n'));
};

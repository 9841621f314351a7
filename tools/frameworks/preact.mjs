// Writes dist/frameworks/preact.js and .d.ts: a component for each element, and types for the tags in JSX.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { componentLines, dashedLines, line, summaryOf, textLines, writeComponents } from './jsx.mjs';

const listenerLines = element =>
  element.events.filter(({ type }) => type !== 'Event').map(event => line(event.description, `'on${event.name}'`, `((event: ${event.type}) => void)`));

const declarationsOf = element => {
  const { className } = element;
  return `export type { ${className} as ${className}Element } from '../index.js';

interface ${className}Own {
${componentLines(element).join('')}}

export interface ${className}Props extends ${className}Own, Omit<HTMLAttributes<elements.${className}>, keyof ${className}Own> {}

${summaryOf(element)}export declare const ${className}: FunctionComponent<${className}Props>;

interface ${className}Tag {
${[...textLines(element), ...dashedLines(element), ...listenerLines(element)].join('')}}
`;
};

const HEAD = `import type { FunctionComponent, HTMLAttributes } from 'preact';
import type * as elements from '../index.js';

type Written<Value> = Value extends number ? Value | \`\${number}\` : Extract<Value, string | boolean>;
`;

/** Preact attaches listeners when it hydrates, and sets no objects: those are for the components. */
const tail = elements => `declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
${elements
  .map(({ tag, className }) => `      '${tag}': ${className}Tag & Omit<HTMLAttributes<elements.${className}>, keyof ${className}Tag>;\n`)
  .join('')}    }
  }
}
`;

export const write = (elements, directory) => {
  writeComponents(elements, directory, 'preact');
  writeFileSync(join(directory, 'preact.d.ts'), [HEAD, ...elements.map(declarationsOf), tail(elements)].join('\n'));
};

// Writes dist/frameworks/react.js and .d.ts: a component for each element, and types for the tags in JSX.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { componentLines, dashedLines, handlerOf, line, summaryOf, textLines, writeComponents } from './jsx.mjs';

/** TypeScript accepts any name with a dash in JSX, except one that has another type. */
const lostLines = element =>
  element.events
    .filter(({ type }) => type !== 'Event')
    .map(event => line(`@deprecated ${handlerOf(event)} of the component receives this event.`, `'on${event.name}'`, 'LostWhenReactHydrates'));

const declarationsOf = element => {
  const { className } = element;
  return `export type { ${className} as ${className}Element } from '../index.js';

interface ${className}Own {
${[...componentLines(element), ...lostLines(element)].join('')}}

export interface ${className}Props extends ${className}Own, Omit<HTMLAttributes<elements.${className}>, keyof ${className}Own | NotOfAWidget> {}

${summaryOf(element)}export declare const ${className}: ForwardRefExoticComponent<${className}Props & RefAttributes<elements.${className}>>;

interface ${className}Tag {
${[...textLines(element), ...dashedLines(element), ...lostLines(element)].join('')}}
`;
};

const HEAD = `import type { ClassAttributes, ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';
import type * as elements from '../index.js';

/** Props of form fields of React that mean nothing to a widget. */
type NotOfAWidget = 'defaultValue' | 'defaultChecked';

type Written<Value> = Value extends number ? Value | \`\${number}\` : Extract<Value, string | boolean>;

/** React never attaches a listener of a custom event when it hydrates (https://github.com/react/react/issues/35446). */
type LostWhenReactHydrates = 'React loses this event when it hydrates. Use the component from attune-elements/react and its handler, as onAttuneSubmit.';
`;

const tail = elements => `
/** The props of each tag in JSX, for pages that do not use the components. Import the tags from \`attune-elements/define\`. */
export interface AttuneTags {
${elements
  .map(
    ({ tag, className }) =>
      `  '${tag}': ${className}Tag & Omit<HTMLAttributes<elements.${className}>, keyof ${className}Tag | NotOfAWidget> & ClassAttributes<elements.${className}> & { class?: string | undefined };\n`,
  )
  .join('')}}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends AttuneTags {}
  }
}
`;

export const write = (elements, directory) => {
  writeComponents(elements, directory, 'react');
  writeFileSync(join(directory, 'react.d.ts'), [HEAD, ...elements.map(declarationsOf), tail(elements)].join('\n'));
};

// Writes dist/frameworks/svelte.js and .d.ts: types for the tags, and attachments for what Svelte cannot bind.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docComment } from './doc-comment.mjs';
import { holdsObjects, ownAttributes, settable } from './settable.mjs';

/** Types from the class, under a name of this file. */
const qualified = text => text.replace(/\b(Attune\w+)(?=\[|\))/g, 'elements.$1');
const line = (description, name, type) => `${docComment(description, '  ')}  ${name}?: ${qualified(type).replace(/ \| undefined$/, '')} | undefined;\n`;
const written = type => (type === 'number' ? 'number | `${number}`' : type);

/** Svelte has no component that writes it and removes it. */
const waits = ({ attributes }) => attributes.filter(({ name }) => name === 'defer-hydration');

/** A tag takes what a server can write: an object has to be set by an attachment. */
const tagLines = element => [
  ...settable(element).flatMap(({ name, attribute, type, description }) => {
    if (holdsObjects({ type })) return attribute ? [line(description, `'${attribute}'`, `Extract<${type}, string>`)] : [];
    const dashed = attribute && attribute !== name ? [line(description, `'${attribute}'`, written(type))] : [];
    return [line(description, name, written(type)), ...dashed];
  }),
  ...ownAttributes(element).map(({ attribute, type, description }) => line(description, `'${attribute}'`, type)),
  ...waits(element).map(({ name, type, description }) => line(description, `'${name}'`, type)),
  ...element.events.map(event => line(event.description, `'on${event.name}'`, `((event: ${event.type}) => void)`)),
];

const tagOf = element => `interface ${element.className}Own {
${tagLines(element).join('')}}
interface ${element.className}Tag extends ${element.className}Own, Omit<HTMLAttributes<elements.${element.className}>, keyof ${element.className}Own> {}
`;

/** Each property that holds objects, with the types that it has in the elements. */
const objectLines = elements => {
  const types = {};
  for (const element of elements) {
    for (const { name, type } of settable(element).filter(holdsObjects)) (types[name] ??= []).push(qualified(type));
  }
  return Object.entries(types).map(([name, all]) => `  ${name}?: ${all.join(' | ')};\n`);
};

const HEAD = `import type { HTMLAttributes } from 'svelte/elements';
import type * as elements from '../index.js';
// The tags in HTMLElementTagNameMap.
import '../define/all.js';
`;

const attachments = elements => `/** The properties that hold objects. */
export interface ObjectProperties {
${objectLines(elements).join('')}}

/**
 * Sets properties of an element: \`{@attach properties(() => ({ instrument, strings: { send: 'Done' } }))}\`. Svelte runs it again
 * when a state that it reads has changed. Its server does not run it.
 */
export declare const properties: (get: () => ObjectProperties) => (element: Element) => void;

type Record = elements.Response | null;

/**
 * Binds the record to a state, as \`bind:value\` does for an input: \`{@attach bindValue(() => draft, (value) => (draft = value))}\`.
 * It is \`null\` while the widget is blank, and \`in-progress\` from the first answer on.
 */
export declare const bindValue: (get: () => Record, set: (value: Record) => void) => (element: Element & { value: Record }) => () => void;

declare module 'svelte/elements' {
  export interface SvelteHTMLElements {
${elements.map(({ tag, className }) => `    '${tag}': ${className}Tag;\n`).join('')}  }
}
`;

export const write = (elements, directory) => {
  writeFileSync(join(directory, 'svelte.js'), "export { bindValue, properties } from './svelte/attachments.js';\n");
  writeFileSync(join(directory, 'svelte.d.ts'), [HEAD, ...elements.map(tagOf), attachments(elements)].join('\n'));
};

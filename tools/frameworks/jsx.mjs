// What the files for React, Preact and Solid have in common.
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { docComment } from './doc-comment.mjs';
import { holdsObjects, ownAttributes, settable } from './settable.mjs';

const pascal = name => name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
/** `onAttuneSubmit` for `attune-submit`. */
export const handlerOf = ({ name }) => `on${pascal(name)}`;

/** Types from the class, under a name that no component has. */
const qualified = text => text.replace(/\b(Attune\w+)(?=\[|\)|>)/g, 'elements.$1');

/** A line of an interface. */
export const line = (description, name, type) =>
  `${docComment(description, '  ')}  ${name}?: ${qualified(type).replace(/ \| undefined$/, '')} | undefined;\n`;

export const propLines = element =>
  [...settable(element), ...ownAttributes(element)].map(({ name, type, description }) => line(description, name, type));

export const attributeLines = element => ownAttributes(element).map(({ attribute, type, description }) => line(description, `'${attribute}'`, type));

/** What a server can write into a tag. An object is none of it, and is lost where a page hydrates. */
export const textLines = element => [
  ...settable(element).flatMap(({ name, attribute, type, description }) => {
    if (!holdsObjects({ type })) return [line(description, name, type)];
    return attribute ? [line(description, `'${attribute}'`, `Extract<${type}, string>`)] : [];
  }),
  ...attributeLines(element),
];

/** The attributes of texts, numbers and flags that have another name than their property. */
export const dashedLines = element =>
  settable(element)
    .filter(({ name, attribute, type }) => attribute && attribute !== name && !holdsObjects({ type }))
    .map(({ name, attribute, type }) => line(`\`${name}\` as an attribute.`, `'${attribute}'`, `Written<${type}>`));

const isInForms = ({ properties }) => properties.some(({ name }) => name === 'form');

const KEEP_ON_RESET =
  'A reset of the form keeps the answers of this widget. React resets a `<form action={fn}>` after each action, also after one that\ncould not save.';

/** The props of a component. */
export const componentLines = element => [
  ...propLines(element),
  ...(isInForms(element) ? [line(KEEP_ON_RESET, 'keepOnReset', 'boolean')] : []),
  ...element.events.map(event => line(event.description, handlerOf(event), `((event: ${event.type}) => void)`)),
];

export const summaryOf = ({ tag, summary }) => docComment(`${summary || `\`<${tag}>\` as a component.`}\n\nIt registers \`<${tag}>\`.`);

const moduleOf = element => {
  const attributes = Object.fromEntries([
    ...settable(element).map(({ name, attribute = '' }) => [name, attribute]),
    ...ownAttributes(element).map(({ name, attribute }) => [name, attribute]),
  ]);
  const events = Object.fromEntries(element.events.map(event => [handlerOf(event), event.name]));
  return `'use client';
import '../../${element.definePath}';
import { component } from './component.js';

export const ${element.className} = /* @__PURE__ */ component('${element.tag}', ${JSON.stringify(attributes)}, ${JSON.stringify(events)});
`;
};

/** Writes the components into a folder, one module each, so that a bundler takes only those that a page uses. */
export const writeComponents = (elements, directory, framework) => {
  mkdirSync(join(directory, framework), { recursive: true });
  const fileOf = ({ definePath }) => `${framework}/${basename(definePath)}`;
  for (const element of elements) writeFileSync(join(directory, fileOf(element)), moduleOf(element));
  const all = elements.map(element => `export { ${element.className} } from './${fileOf(element)}';\n`);
  writeFileSync(join(directory, `${framework}.js`), all.join(''));
};

// Writes dist/frameworks/vue.js and .d.ts: a component for each element, and types for the tags in templates.
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { docComment } from './doc-comment.mjs';
import { holdsObjects, isControl, ownAttributes, settable } from './settable.mjs';

const pascal = name => name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
/** Vue makes this prop of `@attune-submit`. */
const handlerOf = ({ name }) => `on${pascal(name)}`;
/** Types from the class, under a name that no component has. */
const qualified = text => text.replace(/\b(Attune\w+)(?=\[|\))/g, 'elements.$1');

const moduleOf = element => {
  const plain = settable(element).filter(property => !holdsObjects(property));
  const attributes = Object.fromEntries([...plain.map(({ name, attribute = name }) => [name, attribute]), ...ownAttributes(element).map(({ name, attribute }) => [name, attribute])]);
  const properties = settable(element).filter(holdsObjects).map(({ name }) => name);
  return `import '../../${element.definePath}';
import { component } from './component.js';

export const ${element.className} = /* @__PURE__ */ component('${element.tag}', ${JSON.stringify(attributes)}, ${JSON.stringify(properties)});
`;
};

const line = (description, name, type) => `${docComment(description, '  ')}  ${name}?: ${qualified(type).replace(/ \| undefined$/, '')} | undefined;\n`;

/** A template writes a number also as a text. */
const propLines = element => [
  ...settable(element).map(({ name, type, description }) => line(description, name, type === 'number' ? 'number | `${number}`' : type)),
  ...ownAttributes(element).map(({ name, type, description }) => line(description, name, type)),
];

const modelLines = element =>
  isControl(element)
    ? [
        line('`v-model`: the record, from the first answer on; `null` while it is blank.', 'modelValue', `${element.className}['value']`),
        line('', "'onUpdate:modelValue'", `((value: ${element.className}['value']) => void)`),
      ]
    : [];

const handlerLines = ({ events }) =>
  events.map(event => line(event.description, handlerOf(event), `((event: ${event.type}) => void)`));

const declarationsOf = element => {
  const { className, tag, summary } = element;
  return `interface ${className}Own {
${propLines(element).join('')}${handlerLines(element).join('')}}

export interface ${className}Props extends ${className}Own {
${modelLines(element).join('')}}

${docComment(`${summary || `\`<${tag}>\` as a component.`}\n\nIt registers \`<${tag}>\`. A template ref has the element in \`element\`.`)}export declare const ${className}: Component<elements.${className}, ${className}Props>;
`;
};

const HEAD = `import type { HTMLAttributes, PublicProps } from 'vue';
import type * as elements from '../index.js';
// The tags in HTMLElementTagNameMap.
import '../define/all.js';

type Given<Own> = Own & Omit<HTMLAttributes, keyof Own> & PublicProps;
interface Slots {
  default?: () => unknown;
}

type Component<Element, Own> = new () => { readonly element: Element | undefined; $props: Given<Own>; $slots: Slots };

/** The tag itself in a template. It has no \`v-model\`: the component has. */
type Tag<Element, Own> = new () => Element & { $props: Given<Own>; $slots: Slots };
`;

const tail = elements => `declare module 'vue' {
  interface GlobalComponents {
${elements.map(({ tag, className }) => `    '${tag}': Tag<elements.${className}, ${className}Own>;\n`).join('')}  }
  interface HTMLAttributes {
    /** The slot of a widget that this element goes into. */
    slot?: string | undefined;
  }
}
`;

/** Writes the components, one module each, so that a bundler takes only those that a page uses. */
export const write = (elements, directory) => {
  mkdirSync(join(directory, 'vue'), { recursive: true });
  const fileOf = ({ definePath }) => `vue/${basename(definePath)}`;
  for (const element of elements) writeFileSync(join(directory, fileOf(element)), moduleOf(element));
  writeFileSync(join(directory, 'vue.js'), elements.map(element => `export { ${element.className} } from './${fileOf(element)}';\n`).join(''));
  writeFileSync(join(directory, 'vue.d.ts'), [HEAD, ...elements.map(declarationsOf), tail(elements)].join('\n'));
};

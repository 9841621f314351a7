// Writes dist/frameworks/astro.d.ts: types for the tags in Astro's pages. Astro needs no code of ours.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributeLines, line } from './jsx.mjs';
import { holdsObjects, settable } from './settable.mjs';

const written = type => (type === 'number' ? 'number | `${number}`' : type);

/** Astro writes HTML: an attribute has the name that HTML has, and an object would be a text. */
const tagLines = element => [
  ...settable(element)
    .filter(({ attribute }) => attribute)
    .map(({ attribute, type, description }) => line(description, `'${attribute}'`, holdsObjects({ type }) ? `Extract<${type}, string>` : written(type))),
  ...attributeLines(element),
];

const tagOf = element => `interface ${element.className}Own {
${tagLines(element).join('')}}
interface ${element.className}Tag extends ${element.className}Own, Omit<astroHTML.JSX.HTMLAttributes, keyof ${element.className}Own> {}
`;

const HEAD = `import type * as elements from '../index.js';
// The tags in HTMLElementTagNameMap.
import '../define/all.js';
`;

const tail = elements => `declare global {
  namespace astroHTML.JSX {
    interface IntrinsicElements {
${elements.map(({ tag, className }) => `      '${tag}': ${className}Tag;\n`).join('')}    }
  }
}
`;

export const write = (elements, directory) => {
  writeFileSync(join(directory, 'astro.js'), 'export {};\n');
  writeFileSync(join(directory, 'astro.d.ts'), [HEAD, ...elements.map(tagOf), tail(elements)].join('\n'));
};

import { camel, pascal } from '../letter-case.ts';
import { deliveryOf, type Delivery } from './delivery.ts';
import { indent, propertiesOf, write, type Args, type Markup } from './markup.ts';

/** The ways to put a widget on a page. */
export const KINDS = ['HTML', 'Plain form', 'React', 'Vue', 'Angular'] as const;
export type Kind = (typeof KINDS)[number];

/** One piece of code to copy. */
export interface Piece {
  /** The file for the code. Undefined for the page itself. */
  file?: string;
  language: 'html' | 'js' | 'jsx' | 'typescript';
  code: string;
}

const fileOf = (tag: string): string => tag.replace(/^attune-/, '');
/** The name of a questionnaire's field in a form. */
const fieldOf = (tag: string): string => fileOf(tag).split('-')[0]!;

const disclosure = { who: 'Your therapist', when: 'before your next session', kept: 'in your clinic file' };
const SITTING: readonly Markup[] = [
  { tag: 'attune-trust-questionnaire', args: { length: 'pulse', ...disclosure } },
  { tag: 'attune-empathy-checklist', args: disclosure },
];
const markupOf = (tag: string, args: Args): Markup => ({ tag, args, ...(tag === 'attune-session' && { inside: SITTING }) });

/** Whether the element finds its instrument by name. Its own file then does not contain the instrument. */
const looksUp = (tag: string, { instrument }: Args): boolean =>
  tag === 'attune-perspective-gap' || (tag === 'attune-questionnaire' && typeof instrument !== 'object');

/** The CDN file that contains everything the page uses. */
const buildOf = (tag: string, args: Args): string => (tag === 'attune-session' || looksUp(tag, args) ? 'attune' : fileOf(tag));

const importsOf = (tag: string, args: Args): string =>
  [
    ...(looksUp(tag, args) ? ['instruments'] : []),
    ...[tag, ...(markupOf(tag, args).inside ?? []).map((child) => child.tag)].map((each) => `define/${fileOf(each)}`),
  ]
    .map((entry) => `import 'attune-elements/${entry}';\n`)
    .join('');

const saveCode = ({ address, record }: Delivery): string => `async function post(record) {
  const reply = await fetch('${address}', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(record),
  });
  if (!reply.ok) throw new Error(reply.statusText);
}
const save = (event) => event.waitUntil(post(${record}));`;

/** An instrument given as data is a child of its element. A script sets other data. */
const dataOf = (tag: string, { instrument }: Args): object | undefined =>
  tag === 'attune-questionnaire' && typeof instrument === 'object' && instrument !== null ? instrument : undefined;
const fetched = (tag: string, args: Args): string[] =>
  propertiesOf(args).map(([name]) => name).filter((name) => !(dataOf(tag, args) && name === 'instrument'));

/** The host's own script. It sets the properties and saves the data of the event. */
function ownScript(tag: string, args: Args): string {
  const delivery = deliveryOf(tag);
  const given = fetched(tag, args);
  const parts = [
    ...(delivery ? [saveCode(delivery)] : []),
    `const widget = document.querySelector('${tag}');`,
    ...(delivery ? [`widget.addEventListener('${delivery.event}', save);`] : []),
    ...(given.length
      ? [
          `
// From your server, as JSON.
const get = async (address) => (await fetch(address)).json();`,
          ...given.map((name) => `widget.${name} = await get('/${name}');`),
        ]
      : []),
  ];
  return delivery || given.length ? parts.join('\n') : '';
}

function html(tag: string, args: Args): Piece[] {
  const script = ownScript(tag, args);
  const scripts = [`/attune/${buildOf(tag, args)}.js`, ...(script ? ['/your-page.js'] : [])];
  const code = `${scripts.map((src) => `<script type="module" src="${src}"></script>\n`).join('')}
${write(markupOf(tag, args), {}, dataOf(tag, args))}`;
  return [{ language: 'html', code }, ...(script ? [{ file: 'your-page.js', language: 'js' as const, code: script }] : [])];
}

function form(tag: string, args: Args): Piece[] {
  const event = deliveryOf(tag)?.event;
  const isSession = tag === 'attune-session';
  if (event !== 'attune-submit' && !isSession) {
    const why = event
      ? `This is not a form field. Your script receives what the person does as ${event}.`
      : 'This widget only shows something, so it needs no form.';
    return html(tag, args).map((piece, i) => (i ? piece : { ...piece, code: `<!-- ${why} -->\n${piece.code}` }));
  }
  const { inside, ...own } = markupOf(tag, args);
  const field = (each: Markup): Markup => ({ ...each, args: { name: fieldOf(each.tag), ...each.args } });
  const element = write(inside ? { ...own, inside: inside.map(field) } : field(own), {}, dataOf(tag, args));
  const what = isSession
    ? 'The form sends the data. Each questionnaire is one field that contains its record as JSON.'
    : 'You need no script. One field contains the record as JSON, and each answer is also a field of its own.';
  const code = `<script type="module" src="/attune/${buildOf(tag, args)}.js"></script>

<!-- ${what} -->
<form method="post" action="/intake">
${indent(element, 2)}
  <button>Send</button>
</form>`;
  return [{ language: 'html', code }];
}

/** The prop of an attribute of HTML. */
const propOf = (name: string): string => (/^(aria|data)-/.test(name) ? name : camel(name));

/** Data that no attribute can hold comes from the host, as a prop of the page's component. */
function react(tag: string, args: Args): Piece[] {
  const delivery = deliveryOf(tag);
  const given = propertiesOf(args).map(([name]) => name);
  const markup = markupOf(tag, args);
  const element = write(markup, {
    ...(delivery && { listener: `on${pascal(delivery.event)}={save}` }),
    property: (name) => `${name}={${name}}`,
    component: { tag: pascal, prop: propOf },
  });
  const names = [...new Set([markup, ...(markup.inside ?? [])].map((each) => pascal(each.tag)))].sort();
  const code = `'use client'; // for frameworks that render on a server
import { ${names.join(', ')} } from 'attune-elements/react';
${looksUp(tag, args) ? "import 'attune-elements/instruments';\n" : ''}${delivery ? `\n${saveCode(delivery)}\n` : ''}
export function ${pascal(fileOf(tag))}(${given.length ? `{ ${given.join(', ')} }` : ''}) {
  return (
${indent(element, 4)}
  );
}`;
  return [{ language: 'jsx', code }];
}

function vue(tag: string, args: Args): Piece[] {
  const delivery = deliveryOf(tag);
  const given = propertiesOf(args).map(([name]) => `'${name}'`);
  const element = write(markupOf(tag, args), {
    ...(delivery && { listener: `@${delivery.event}="save"` }),
    property: (name) => `:${name}.prop="${name}"`,
  });
  const code = `<!-- vite.config: vue({ template: { compilerOptions: { isCustomElement: tag => tag.startsWith('attune-') } } }) -->
<script setup>
${importsOf(tag, args)}${given.length ? `\ndefineProps([${given.join(', ')}]);\n` : ''}${delivery ? `\n${saveCode(delivery)}\n` : ''}</script>

<template>
${indent(element, 2)}
</template>`;
  return [{ language: 'html', code }];
}

function angular(tag: string, args: Args): Piece[] {
  const delivery = deliveryOf(tag);
  const given = propertiesOf(args).map(([name]) => name);
  const element = write(markupOf(tag, args), {
    ...(delivery && { listener: `(${delivery.event})="save($event)"` }),
    property: (name) => `[${name}]="${name}"`,
  });
  const names = ['Component', 'CUSTOM_ELEMENTS_SCHEMA', ...(delivery ? ['inject'] : []), ...(given.length ? ['Input'] : [])];
  const body = [
    ...given.map((name) => `  @Input() ${name}: unknown;`),
    ...(delivery
      ? [
          `  private http = inject(HttpClient);

  save(event: ${delivery.type}) {
    event.waitUntil(firstValueFrom(this.http.post('${delivery.address}', ${delivery.record})));
  }`,
        ]
      : []),
  ];
  const code = `import { ${names.join(', ')} } from '@angular/core';
${delivery ? `import { HttpClient } from '@angular/common/http';\nimport { firstValueFrom } from 'rxjs';\nimport type { ${delivery.type} } from 'attune-elements';\n` : ''}${importsOf(tag, args)}
@Component({
  selector: 'app-${fileOf(tag)}',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
${indent(element, 4).replace(/[\\`]|\$\{/g, '\\$&')}
  \`,
})
export class ${pascal(fileOf(tag))}Component {${body.length ? `\n${body.join('\n')}\n` : ''}}`;
  return [{ language: 'typescript', code }];
}

/** The code that puts this element with these attributes and slots on a page, and saves the data that it delivers. */
export function snippet(kind: Kind, tag: string, args: Args): Piece[] {
  switch (kind) {
    case 'HTML':
      return html(tag, args);
    case 'Plain form':
      return form(tag, args);
    case 'React':
      return react(tag, args);
    case 'Vue':
      return vue(tag, args);
    case 'Angular':
      return angular(tag, args);
  }
}

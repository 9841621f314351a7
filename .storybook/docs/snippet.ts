import { pascal } from '../letter-case.ts';
import { handedBy, type Handed } from './handed.ts';
import { indent, propertiesOf, write, type Args, type Markup } from './markup.ts';

/** The ways a widget can be put on a page. */
export const KINDS = ['HTML', 'Plain form', 'React', 'Vue', 'Angular'] as const;
export type Kind = (typeof KINDS)[number];

/** One thing to copy. */
export interface Piece {
  /** The file that it belongs in, where it is not the page itself. */
  file?: string;
  language: 'html' | 'js' | 'jsx' | 'typescript';
  code: string;
}

const fileOf = (tag: string): string => tag.replace(/^attune-/, '');
/** What a questionnaire's field in a form is called. */
const fieldOf = (tag: string): string => fileOf(tag).split('-')[0]!;

const told = { who: 'Your therapist', when: 'before your next session', kept: 'in your clinic file' };
const SITTING: readonly Markup[] = [
  { tag: 'attune-trust-questionnaire', args: { length: 'pulse', ...told } },
  { tag: 'attune-empathy-checklist', args: told },
];
const markupOf = (tag: string, args: Args): Markup => ({ tag, args, ...(tag === 'attune-session' && { inside: SITTING }) });

/** Whether it looks an instrument up by its name, which its own file does not bring. */
const looksUp = (tag: string, { instrument }: Args): boolean =>
  tag === 'attune-perspective-gap' || (tag === 'attune-questionnaire' && typeof instrument !== 'object');

/** The build that holds all that the page names. */
const buildOf = (tag: string, args: Args): string => (tag === 'attune-session' || looksUp(tag, args) ? 'attune' : fileOf(tag));

const importsOf = (tag: string, args: Args): string =>
  [
    ...(looksUp(tag, args) ? ['instruments'] : []),
    ...[tag, ...(markupOf(tag, args).inside ?? []).map((child) => child.tag)].map((each) => `define/${fileOf(each)}`),
  ]
    .map((entry) => `import 'attune-elements/${entry}';\n`)
    .join('');

const keep = ({ address, record }: Handed): string => `async function post(record) {
  const answer = await fetch('${address}', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(record),
  });
  if (!answer.ok) throw new Error(answer.statusText);
}
const keep = (event) => event.waitUntil(post(${record}));`;

/** An instrument that is given as data stands in its element; other data comes by script. */
const dataOf = (tag: string, { instrument }: Args): object | undefined =>
  tag === 'attune-questionnaire' && typeof instrument === 'object' && instrument !== null ? instrument : undefined;
const fetched = (tag: string, args: Args): string[] =>
  propertiesOf(args).map(([name]) => name).filter((name) => !(dataOf(tag, args) && name === 'instrument'));

/** What the host's own script does: it gives what only a property takes, and keeps what comes. */
function ownScript(tag: string, args: Args): string {
  const handed = handedBy(tag);
  const given = fetched(tag, args);
  const parts = [
    ...(handed ? [keep(handed)] : []),
    `const widget = document.querySelector('${tag}');`,
    ...(handed ? [`widget.addEventListener('${handed.event}', keep);`] : []),
    ...(given.length
      ? [
          `
// From your server, as JSON.
const get = async (address) => (await fetch(address)).json();`,
          ...given.map((name) => `widget.${name} = await get('/${name}');`),
        ]
      : []),
  ];
  return handed || given.length ? parts.join('\n') : '';
}

function html(tag: string, args: Args): Piece[] {
  const script = ownScript(tag, args);
  const scripts = [`/attune/${buildOf(tag, args)}.js`, ...(script ? ['/your-page.js'] : [])];
  const code = `${scripts.map((src) => `<script type="module" src="${src}"></script>\n`).join('')}
${write(markupOf(tag, args), {}, dataOf(tag, args))}`;
  return [{ language: 'html', code }, ...(script ? [{ file: 'your-page.js', language: 'js' as const, code: script }] : [])];
}

function form(tag: string, args: Args): Piece[] {
  const event = handedBy(tag)?.event;
  const isSession = tag === 'attune-session';
  if (event !== 'attune-submit' && !isSession) {
    const why = event
      ? `This is no field of a form: what the person does with it comes to your script, as ${event}.`
      : 'It is only read, so no form is needed.';
    return html(tag, args).map((piece, i) => (i ? piece : { ...piece, code: `<!-- ${why} -->\n${piece.code}` }));
  }
  const { inside, ...own } = markupOf(tag, args);
  const field = (each: Markup): Markup => ({ ...each, args: { name: fieldOf(each.tag), ...each.args } });
  const element = write(inside ? { ...own, inside: inside.map(field) } : field(own), {}, dataOf(tag, args));
  const what = isSession
    ? 'The form sends: each questionnaire is a field of its own, which holds its record as JSON.'
    : 'No script of your own. The record arrives as JSON in one field, and each answer in a field by itself.';
  const code = `<script type="module" src="/attune/${buildOf(tag, args)}.js"></script>

<!-- ${what} -->
<form method="post" action="/intake">
${indent(element, 2)}
  <button>Send</button>
</form>`;
  return [{ language: 'html', code }];
}

/**
 * React 19 gives a custom element its listeners and properties when it renders it, but not when it hydrates what a server
 * rendered (https://github.com/react/react/issues/35446): so its effects do.
 */
function react(tag: string, args: Args): Piece[] {
  const handed = handedBy(tag);
  const given = propertiesOf(args).map(([name]) => name);
  const effects = [
    ...(handed
      ? [
          `  useEffect(() => {
    const element = widget.current;
    element.addEventListener('${handed.event}', keep);
    return () => element.removeEventListener('${handed.event}', keep);
  }, []);`,
        ]
      : []),
    ...given.map((name) => `  useEffect(() => {\n    widget.current.${name} = ${name};\n  }, [${name}]);`),
  ];
  const element = write(markupOf(tag, args), { ...(effects.length && { listener: 'ref={widget}' }), property: () => undefined });
  const code = `'use client'; // where the framework renders on a server
${effects.length ? "import { useEffect, useRef } from 'react';\n" : ''}${importsOf(tag, args)}${handed ? `\n${keep(handed)}\n` : ''}
export function ${pascal(fileOf(tag))}(${given.length ? `{ ${given.join(', ')} }` : ''}) {
${effects.length ? `  const widget = useRef(null);\n${effects.join('\n')}\n` : ''}  return (
${indent(element, 4)}
  );
}`;
  return [{ language: 'jsx', code }];
}

function vue(tag: string, args: Args): Piece[] {
  const handed = handedBy(tag);
  const given = propertiesOf(args).map(([name]) => `'${name}'`);
  const element = write(markupOf(tag, args), {
    ...(handed && { listener: `@${handed.event}="keep"` }),
    property: (name) => `:${name}.prop="${name}"`,
  });
  const code = `<!-- vite.config: vue({ template: { compilerOptions: { isCustomElement: tag => tag.startsWith('attune-') } } }) -->
<script setup>
${importsOf(tag, args)}${given.length ? `\ndefineProps([${given.join(', ')}]);\n` : ''}${handed ? `\n${keep(handed)}\n` : ''}</script>

<template>
${indent(element, 2)}
</template>`;
  return [{ language: 'html', code }];
}

function angular(tag: string, args: Args): Piece[] {
  const handed = handedBy(tag);
  const given = propertiesOf(args).map(([name]) => name);
  const element = write(markupOf(tag, args), {
    ...(handed && { listener: `(${handed.event})="keep($event)"` }),
    property: (name) => `[${name}]="${name}"`,
  });
  const names = ['Component', 'CUSTOM_ELEMENTS_SCHEMA', ...(handed ? ['inject'] : []), ...(given.length ? ['Input'] : [])];
  const body = [
    ...given.map((name) => `  @Input() ${name}: unknown;`),
    ...(handed
      ? [
          `  private http = inject(HttpClient);

  keep(event: ${handed.type}) {
    event.waitUntil(firstValueFrom(this.http.post('${handed.address}', ${handed.record})));
  }`,
        ]
      : []),
  ];
  const code = `import { ${names.join(', ')} } from '@angular/core';
${handed ? `import { HttpClient } from '@angular/common/http';\nimport { firstValueFrom } from 'rxjs';\nimport type { ${handed.type} } from 'attune-elements';\n` : ''}${importsOf(tag, args)}
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

/** Pieces to copy that put this element, with these attributes and slots, on a page and keep what it hands over. */
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

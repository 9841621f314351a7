import { camel, pascal } from '../letter-case.ts';

/** The ways a widget can be put on a page. */
export const KINDS = ['HTML', 'Plain form', 'React', 'Vue', 'Angular'] as const;
export type Kind = (typeof KINDS)[number];

type Args = Record<string, unknown>;

const fileOf = (tag: string): string => tag.replace(/^attune-/, '');
/** What its field in a form is called. */
const fieldOf = (tag: string): string => fileOf(tag).split('-')[0]!;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const indent = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));

const isAttribute = ([name, value]: [string, unknown]): boolean =>
  !name.includes(':') && !name.startsWith('--') && name !== 'host' && ['string', 'number'].includes(typeof value) && value !== '';

interface Handed {
  event: string;
  type: string;
  record: string;
  address: string;
}
const SUBMIT: Handed = {
  event: 'attune-submit', type: 'AttuneSubmitEvent', record: 'event.detail.response', address: '/responses',
};
const MILESTONE: Handed = {
  event: 'attune-milestone', type: 'AttuneMilestoneEvent', record: 'event.detail', address: '/milestones',
};
const JOURNAL: Handed = {
  event: 'attune-journal-share', type: 'AttuneJournalShareEvent', record: 'event.detail', address: '/shared-entries',
};
const NOTHING: Handed = { event: '', type: '', record: '', address: '' };
/** What the page hears when there is something to keep; a questionnaire's is not listed. */
const HANDED: Readonly<Record<string, Handed>> = {
  'attune-why-trust': NOTHING,
  'attune-trust-levels': NOTHING,
  'attune-milestone-badge': MILESTONE,
  'attune-milestones': MILESTONE,
  'attune-journal': JOURNAL,
};
const handedBy = (tag: string): Handed => HANDED[tag] ?? SUBMIT;
const eventOf = (tag: string): string => handedBy(tag).event;
const recordOf = (tag: string): string => handedBy(tag).record;
const addressOf = (tag: string): string => handedBy(tag).address;

interface Markup {
  /** An attribute of the framework's own, for the event. */
  listener?: string;
  /** How the framework binds a property. */
  property?: (name: string, json: string) => string;
}

function markup(tag: string, args: Args, { listener, property }: Markup): string {
  const attributes = [
    ...Object.entries(args).filter(isAttribute).map(([name, value]) => `${name}="${escaped(String(value))}"`),
    ...Object.entries(args).filter(([name, value]) => value === true && !name.includes(':')).map(([name]) => name),
    ...Object.entries(args)
      .filter(([, value]) => property && value !== null && typeof value === 'object')
      .map(([name]) => property!(camel(name), camel(name))),
    ...(listener ? [listener] : []),
  ];
  const slots = Object.entries(args)
    .filter(([name, value]) => name.startsWith('slot:') && value)
    .map(([name, value]) => `  <p slot="${name.slice(5)}">${escaped(String(value))}</p>\n`)
    .join('');
  const oneLine = `<${tag}${attributes.map((attribute) => ` ${attribute}`).join('')}>`;
  const open = oneLine.length <= 90 ? oneLine : `<${tag}\n${attributes.map((attribute) => `  ${attribute}\n`).join('')}>`;
  return `${open}${slots && '\n'}${slots}</${tag}>`;
}

const keep = (tag: string, types: boolean): string => {
  const event = types ? `event: ${handedBy(tag).type}` : 'event';
  return `async function post(record${types ? ': unknown' : ''}) {
  const answer = await fetch('${addressOf(tag)}', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(record),
  });
  if (!answer.ok) throw new Error(answer.statusText);
}
const keep = (${event}) => event.waitUntil(post(${recordOf(tag)}));`;
};

function html(tag: string, args: Args): string {
  const script = `<script type="module" src="/attune/${fileOf(tag)}.js"></script>`;
  const element = markup(tag, args, {});
  if (!eventOf(tag)) return `${script}\n\n${element}`;
  return `${script}

${element}

<script type="module">
${indent(keep(tag, false), 2)}
  document.querySelector('${tag}').addEventListener('${eventOf(tag)}', keep);
</script>`;
}

function form(tag: string, args: Args): string {
  const script = `<script type="module" src="/attune/${fileOf(tag)}.js"></script>`;
  if (eventOf(tag) !== 'attune-submit') return `${script}\n\n<!-- Nothing is filled in here, so no form is needed. -->\n${markup(tag, args, {})}`;
  return `${script}

<!-- No script of your own. The record arrives as JSON in one field, and each answer in a field by itself. -->
<form method="post" action="/intake">
${indent(markup(tag, { name: fieldOf(tag), ...args }, {}), 2)}
  <button>Send</button>
</form>`;
}

function react(tag: string, args: Args): string {
  const name = pascal(fileOf(tag));
  const listener = eventOf(tag) && `on${eventOf(tag)}={keep}`;
  const element = markup(tag, args, { listener, property: (prop, value) => `${prop}={${value}}` }).replaceAll('&quot;', "'");
  return `'use client'; // where the framework renders on a server
import 'attune-elements/define/${fileOf(tag)}';
${eventOf(tag) ? `\n${keep(tag, false)}\n` : ''}
export function ${name}() {
  return (
${indent(element, 4)}
  );
}`;
}

function vue(tag: string, args: Args): string {
  const listener = eventOf(tag) && `@${eventOf(tag)}="keep"`;
  const element = markup(tag, args, { listener, property: (prop, value) => `:${prop}.prop="${value}"` });
  return `<!-- vite.config: vue({ template: { compilerOptions: { isCustomElement: tag => tag.startsWith('attune-') } } }) -->
<script setup>
import 'attune-elements/define/${fileOf(tag)}';
${eventOf(tag) ? `\n${keep(tag, false)}\n` : ''}</script>

<template>
${indent(element, 2)}
</template>`;
}

function angular(tag: string, args: Args): string {
  const { event, type } = handedBy(tag);
  const element = markup(tag, args, { listener: event && `(${event})="keep($event)"`, property: (prop, value) => `[${prop}]="${value}"` });
  const method = event
    ? `
  keep(event: ${type}) {
    event.waitUntil(firstValueFrom(this.http.post('${addressOf(tag)}', ${recordOf(tag)})));
  }
`
    : '';
  return `import { Component, CUSTOM_ELEMENTS_SCHEMA${event ? ', inject' : ''} } from '@angular/core';
${event ? `import { HttpClient } from '@angular/common/http';\nimport { firstValueFrom } from 'rxjs';\nimport type { ${type} } from 'attune-elements';\n` : ''}import 'attune-elements/define/${fileOf(tag)}';

@Component({
  selector: 'app-${fileOf(tag)}',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
${indent(element, 4)}
  \`,
})
export class ${pascal(fileOf(tag))}Component {${event ? '\n  private http = inject(HttpClient);' : ''}${method}}`;
}

/** A piece to copy that puts this element, with these attributes and slots, on a page and keeps what it hands over. */
export function snippet(kind: Kind, tag: string, args: Args): string {
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

export const languageOf = (kind: Kind): 'html' | 'tsx' | 'typescript' =>
  kind === 'React' ? 'tsx' : kind === 'Angular' ? 'typescript' : 'html';

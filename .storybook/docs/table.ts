import { createElement as h, type ReactElement, type ReactNode } from 'react';

/** Renders the parts between backticks as code. */
const inline = (text: string): ReactNode[] => text.split('`').map((part, i) => (i % 2 ? h('code', { key: i }, part) : part));

/** A table, because MDX in Storybook does not support Markdown tables. */
export function Table({ head, rows }: { head: string[]; rows: string[][] }): ReactElement {
  return h(
    'table',
    { style: { display: 'block', overflowX: 'auto' } },
    h('thead', null, h('tr', null, head.map((text) => h('th', { key: text, scope: 'col', style: { textAlign: 'start' } }, inline(text))))),
    h('tbody', null, rows.map((row) => h('tr', { key: row[0] }, row.map((text, i) => h('td', { key: i }, inline(text)))))),
  );
}

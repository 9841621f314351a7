import { createElement as h, type ReactElement } from 'react';
import { sizeBudgets } from '../../package.json';

export interface Claim {
  says: string;
  /** The story that shows it. */
  story: string;
}

/** A list of claims, each with a link to the story that shows it. */
export function Claims({ list }: { list: Claim[] }): ReactElement {
  return h(
    'ul',
    {
      className: 'sb-unstyled',
      style: { display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fill, minmax(17em, 1fr))', listStyle: 'none', padding: 0, fontSize: 14, lineHeight: 1.45 },
    },
    list.map(({ says, story }) =>
      h(
        'li',
        { key: says, style: { border: '1px solid #dde2e0', borderRadius: 12, padding: '12px 16px' } },
        h('div', { style: { color: '#1e2a2e' } }, says),
        h('a', { href: `./?path=/story/${story}`, target: '_top', style: { color: '#1f6170', fontWeight: 600 } }, 'See it'),
      ),
    ),
  );
}

/** The size budget of a file. The tests fail if the file is larger. */
export const budget = (file: keyof typeof sizeBudgets.cdn): string => `${Math.round(sizeBudgets.cdn[file] / 102.4) / 10} KiB`;

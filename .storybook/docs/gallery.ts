import { useOf } from '@storybook/addon-docs/blocks';
import { createElement as h, type ReactElement } from 'react';
import { Live, type AnyStory } from './live.ts';

interface Exhibit {
  /** A story, as its file exports it. */
  of: unknown;
  says: string;
  /** Over two columns. */
  wide?: boolean;
  scheme?: 'light' | 'dark';
}

function Piece({ of, says, wide = false, scheme = 'light' }: Exhibit): ReactElement {
  const { story } = useOf(of as never, ['story']);
  const { title, id } = story;
  const name = title.split('/').at(-1)!;
  return h(
    'div',
    { className: wide ? 'piece wide' : 'piece', 'data-scheme': scheme },
    h('p', null, h('a', { href: `./?path=/story/${id}`, target: '_top' }, name), ` ${says}`),
    // It scrolls, so it can be reached with the keyboard.
    h('div', { role: 'group', 'aria-label': name, tabIndex: 0 }, h(Live, { story: story as AnyStory })),
  );
}

/** Live widgets on one page, each with a link to its story. */
export const Gallery = ({ list }: { list: Exhibit[] }): ReactElement =>
  h('div', { className: 'attune-gallery sb-unstyled' }, list.map((one) => h(Piece, { key: one.says, ...one })));

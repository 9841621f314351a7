import { Controls, Description, DocsContext, Heading, Subtitle, Title } from '@storybook/addon-docs/blocks';
import { createElement as h, Fragment, useContext, type ReactElement } from 'react';
import { BothWidths } from './both-widths.ts';
import { Snippets } from './snippets.ts';

/** The page of an element: its description, a live example at two widths, how to embed it, its states as stories, and its whole API. */
export function ElementPage(): ReactElement {
  const stories = useContext(DocsContext).componentStories();
  const [first] = stories;
  const tag = first?.component as string | undefined;
  return h(
    Fragment,
    null,
    h(Title),
    h(Subtitle),
    h(Description),
    first ? h(BothWidths, { story: first }) : null,
    tag ? h(Fragment, null, h(Heading, null, 'Paste it in'), h(Snippets, { tag, args: first!.initialArgs })) : null,
    h(Heading, null, 'States to look at'),
    h(
      'ul',
      {
        className: 'sb-unstyled',
        style: { display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fill, minmax(15em, 1fr))', listStyle: 'none', padding: 0, fontSize: 14 },
      },
      stories.map(({ id, name, parameters }) =>
        h(
          'li',
          { key: id, style: { border: '1px solid #dde2e0', borderRadius: 12, padding: '12px 16px' } },
          h('a', { href: `./?path=/story/${id}`, target: '_top', style: { color: '#1f6170', fontWeight: 600 } }, name),
          h('div', { style: { color: '#4f5d61' } }, parameters['docs']?.description?.story),
        ),
      ),
    ),
    h(Heading, null, 'Attributes, properties, events, slots, parts'),
    h(Controls),
  );
}

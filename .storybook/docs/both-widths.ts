import { createElement as h, type ReactElement } from 'react';
import { Live, type AnyStory } from './live.ts';

/**
 * A story at the width of a desktop and of a phone, side by side where there is room. A widget follows the width of its box, so
 * no frame is needed. The controls of the page change both.
 */
export function BothWidths({ story }: { story: AnyStory }): ReactElement {
  const view = (name: string, caption: string): ReactElement =>
    h('figure', { className: name }, h('figcaption', null, caption), h(Live, { story }));
  return h(
    'div',
    { className: 'attune-widths sb-unstyled' },
    h('div', null, view('desktop', 'On a desktop'), view('phone', 'On a phone, 360 px')),
    'slot:crisis' in story.initialArgs ? h('p', null, 'The notice for emergencies is shown once on a page, so here only the first widget has it.') : null,
  );
}

import { createElement as h, type ReactElement } from 'react';
import { Source } from '@storybook/addon-docs/blocks';

/** An example with the source of its file and the result that was computed on this page. */
export function Worked({ code, result }: { code: string; result: unknown }): ReactElement {
  return h(
    'div',
    null,
    h(Source, { code, language: 'ts', dark: false }),
    h(
      'details',
      { open: true, style: { margin: '-12px 0 32px' } },
      h('summary', { style: { cursor: 'pointer', padding: '8px 0' } }, 'The result, computed on this page'),
      h(Source, { code: JSON.stringify(result, null, 2), language: 'json', dark: false }),
    ),
  );
}

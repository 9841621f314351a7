import { Source } from '@storybook/addon-docs/blocks';
import { createElement as h, useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import { KINDS, snippet, type Kind } from './snippet.ts';

/** Tabs with the code of a widget for plain HTML, a plain form, React, Vue and Angular, each with a copy button. */
export function Snippets({ tag, args = {} }: { tag: string; args?: Record<string, unknown> }): ReactElement {
  const [kind, setKind] = useState<Kind>('HTML');
  const id = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = (KINDS.indexOf(kind) + step + KINDS.length) % KINDS.length;
    setKind(KINDS[next]!);
    (event.currentTarget.children[next] as HTMLElement).focus();
  };
  const tab = (name: Kind): ReactElement =>
    h(
      'button',
      {
        key: name,
        type: 'button',
        role: 'tab',
        id: `${id}${name}`,
        'aria-selected': name === kind,
        'aria-controls': `${id}panel`,
        tabIndex: name === kind ? 0 : -1,
        onClick: () => setKind(name),
        style: {
          font: 'inherit',
          padding: '8px 14px',
          border: 0,
          borderBlockEnd: `3px solid ${name === kind ? '#1f6170' : 'transparent'}`,
          background: 'none',
          color: '#1f6170',
          fontWeight: name === kind ? 600 : 400,
          cursor: 'pointer',
        },
      },
      name,
    );
  return h(
    'div',
    { className: 'sb-unstyled', style: { fontSize: 14, marginBlockEnd: 24 } },
    h('div', { role: 'tablist', 'aria-label': 'How to embed it', onKeyDown, style: { display: 'flex', flexWrap: 'wrap' } }, KINDS.map(tab)),
    h(
      'div',
      { role: 'tabpanel', id: `${id}panel`, 'aria-labelledby': `${id}${kind}` },
      snippet(kind, tag, args).map(({ file, language, code }) =>
        h(
          'div',
          { key: kind + file },
          file ? h('p', { style: { margin: '0 0 -12px', color: '#4f5d61' } }, h('code', null, file), ' (your own file)') : null,
          h(Source, { code, language, dark: false }),
        ),
      ),
    ),
  );
}

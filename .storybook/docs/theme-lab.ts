import { createElement as h, useState, type CSSProperties, type ReactElement } from 'react';
import { Source } from '@storybook/addon-docs/blocks';
import { declarationOf } from '../manifest.ts';

interface Token {
  name: string;
  light: string;
  dark: string;
  what: string;
}

/** The colour tokens from the manifest. The default is the light colour. The description ends with the dark colour. */
const tokens: Token[] = (declarationOf('attune-trust-questionnaire')?.cssProperties ?? []).map(({ name, description = '', default: value = '' }) => {
  const [, what = description, dark = value] = /^(.*?)\s*In the dark (#\w+)\.$/.exec(description) ?? [];
  return { name, light: long(value), dark: long(dark), what };
});

/** `#ffffff` from `#fff`, because a colour input only accepts six digits. */
function long(hex: string): string {
  return hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex;
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Foreground and background tokens with the least contrast: 4.5 for text, 3 for the outline of a control. */
const PAIRS = [
  ['ink', 'surface', 4.5],
  ['muted', 'surface', 4.5],
  ['accent', 'surface', 4.5],
  ['on-accent', 'accent', 4.5],
  ['ink', 'tint', 4.5],
  ['accent', 'tint', 3],
  ['error', 'surface', 4.5],
  ['ink', 'notice', 4.5],
  ['line', 'surface', 3],
] as const;

/** A colour input for each token, a live widget, the contrast of each pair in use, and the CSS to copy. */
export function ThemeLab(): ReactElement {
  const [scheme, setScheme] = useState<'light' | 'dark'>('light');
  const [own, setOwn] = useState<Record<string, string>>({});
  const value = (name: string): string => {
    const token = tokens.find((one) => one.name === name);
    return own[name] ?? (token ? token[scheme] : '#000000');
  };
  const change = (to: typeof scheme): void => {
    setScheme(to);
    setOwn({});
  };
  const page: CSSProperties = {
    colorScheme: scheme,
    background: scheme === 'dark' ? '#0f1619' : '#eef2f1',
    padding: 16,
    borderRadius: 12,
    ...own,
  };
  const button = (name: typeof scheme): ReactElement =>
    h(
      'button',
      {
        key: name,
        type: 'button',
        'aria-pressed': scheme === name,
        onClick: () => change(name),
        style: {
          font: 'inherit',
          padding: '6px 14px',
          border: '1px solid #7c8a8e',
          borderRadius: 8,
          marginInlineEnd: 8,
          background: scheme === name ? '#1f6170' : '#fff',
          color: scheme === name ? '#fff' : '#1e2a2e',
          cursor: 'pointer',
        },
      },
      name === 'light' ? 'Light' : 'Dark',
    );
  const swatch = ({ name, what }: Token): ReactElement =>
    h(
      'label',
      { key: name, style: { display: 'flex', gap: 12, alignItems: 'center' } },
      h('input', {
        type: 'color',
        value: value(name),
        onChange: (event) => setOwn({ ...own, [name]: event.currentTarget.value }),
        style: { inlineSize: 44, blockSize: 44, flex: 'none', padding: 2, border: '1px solid #7c8a8e', borderRadius: 8, background: 'none' },
      }),
      h('span', null, h('code', null, name), h('br'), h('span', { style: { color: '#4f5d61' } }, what)),
    );
  const pair = ([text, ground, least]: (typeof PAIRS)[number]): ReactElement => {
    const ratio = contrast(value(`--attune-${text}`), value(`--attune-${ground}`));
    const isEnough = ratio >= least;
    return h(
      'li',
      { key: text + ground, style: { display: 'flex', gap: 12, alignItems: 'center', padding: '4px 0' } },
      h(
        'span',
        {
          'aria-hidden': true,
          style: {
            flex: 'none',
            inlineSize: 44,
            textAlign: 'center',
            borderRadius: 8,
            border: '1px solid #dde2e0',
            color: value(`--attune-${text}`),
            background: value(`--attune-${ground}`),
          },
        },
        'Aa',
      ),
      h('span', null, `${text} on ${ground}`),
      h(
        'strong',
        { style: { marginInlineStart: 'auto', color: isEnough ? '#476639' : '#9a3412' } },
        `${ratio.toFixed(1)} ${isEnough ? 'is enough' : `is less than ${least}`}`,
      ),
    );
  };
  const css = Object.keys(own).length
    ? `:root {\n${scheme === 'dark' ? '  color-scheme: dark;\n' : ''}${Object.entries(own).map(([name, colour]) => `  ${name}: ${colour};\n`).join('')}}`
    : '/* Change a colour above. The CSS for it appears here. */';
  return h(
    'div',
    { className: 'sb-unstyled', style: { fontSize: 14, lineHeight: 1.45, color: '#1e2a2e' } },
    h('div', { style: { marginBlock: 16 } }, button('light'), button('dark')),
    h('div', { style: { display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fill, minmax(17em, 1fr))', marginBlockEnd: 16 } }, tokens.map(swatch)),
    h('div', { style: page }, h('attune-questionnaire', { instrument: 'trust-pulse', who: 'Your therapist', when: 'before your next session', kept: "in your clinic's records" })),
    h('ul', { style: { listStyle: 'none', padding: 0, margin: '16px 0' } }, PAIRS.map(pair)),
    h(Source, { code: css, language: 'css', dark: false }),
  );
}

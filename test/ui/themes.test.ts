import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkPairs, contrast } from '../../stories/theme/contrast.ts';
import { cssOf } from '../../stories/theme/css.ts';
import { COLOURS, defaultsOf, TOKENS, type Token } from '../../stories/theme/tokens.ts';
import { THEMES } from '../../stories/theme/themes.ts';

interface Property {
  name: string;
  default: string;
  description: string;
}
const manifest = JSON.parse(readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8')) as {
  modules: { declarations: { tagName?: string; cssProperties?: Property[] }[] }[];
};
const documented = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === 'attune-trust-questionnaire')!.cssProperties!;

const long = (text: string): string => (/^#\w{3}$/.test(text) ? text.replace(/[^#]/g, '$&$&') : text);
const defaultOf = (token: Token): string[] => {
  if (token.kind === 'colour') return [token.light, token.dark];
  return [token.kind === 'length' ? `${token.value}${token.unit}` : token.value];
};

test('the theme lab has every token of the widgets, with its default', () => {
  const inLab = TOKENS.map((token) => [`--attune-${token.name}`, ...defaultOf(token)]);
  const inManifest = documented.map(({ name, default: value, description }) => {
    const [dark] = /#\w+(?=\.$)/.exec(description) ?? [];
    return [name, long(value), ...(dark ? [long(dark)] : [])];
  });
  assert.deepEqual(inLab.sort(), inManifest.sort());
});

test('contrast is the figure of WCAG', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
  assert.equal(contrast('#1f6170', '#1f6170'), 1);
});

for (const theme of THEMES) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`${theme.name}, ${scheme}: has every colour, and each pair is readable`, () => {
      const colours = theme[scheme];
      assert.deepEqual(Object.keys(colours).sort(), COLOURS.map(({ name }) => name).sort());
      for (const colour of Object.values(colours)) assert.match(colour, /^#[\da-f]{6}$/);
      const strict = theme.name === 'High contrast';
      for (const { on, ground, ratio, least } of checkPairs(colours)) {
        const needed = strict && least === 4.5 ? 7 : least;
        assert.ok(ratio >= needed, `${on} on ${ground}: ${ratio.toFixed(2)}, needs ${needed}`);
      }
    });
  }
}

test('the lab finds a pair that cannot be read', () => {
  const failed = checkPairs({ ...defaultsOf('light'), muted: '#9aa5a8' }).filter(({ passes }) => !passes);
  assert.deepEqual(failed.map(({ on, ground }) => `${on} on ${ground}`), ['muted on surface']);
});

test('the CSS sets only what has changed, and a colour in both schemes', () => {
  const choice = { light: { ...defaultsOf('light'), accent: '#7a2f55' }, dark: defaultsOf('dark'), others: { 'target-size': '60px' } };
  assert.equal(
    cssOf(choice),
    `:root {
  color-scheme: light dark;
  --attune-accent: #7a2f55;
  --attune-target-size: 60px;
}

@media (prefers-color-scheme: dark) {
  :root {
    --attune-accent: #7fc8d2;
  }
}`,
  );
  assert.match(cssOf({ light: defaultsOf('light'), dark: defaultsOf('dark'), others: {} }), /as it comes/);
});

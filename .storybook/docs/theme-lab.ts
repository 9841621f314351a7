import { Source } from '@storybook/addon-docs/blocks';
import { createElement as h, useId, useState, type CSSProperties, type ReactElement } from 'react';
import { checkPairs, type Checked } from '../../stories/theme/contrast.ts';
import { cssOf, valueOf, type Choice } from '../../stories/theme/css.ts';
import { THEMES, type Theme } from '../../stories/theme/themes.ts';
import { COLOURS, defaultsOf, TOKENS, type Token } from '../../stories/theme/tokens.ts';

type Scheme = 'light' | 'dark';
const SCHEMES: Scheme[] = ['light', 'dark'];
const PAGE: Record<Scheme, string> = { light: '#eef2f1', dark: '#0f1619' };
const DEFAULTS: Choice = { light: defaultsOf('light'), dark: defaultsOf('dark'), others: {} };

const failedIn = (choice: Choice, scheme: Scheme): Checked[] => checkPairs(choice[scheme]).filter(({ passes }) => !passes);

/** In words, for all pairs in both schemes. */
function verdict(choice: Choice): string {
  const failed = SCHEMES.flatMap((scheme) => failedIn(choice, scheme).map(({ on, ground }) => `${on} on ${ground} (${scheme})`));
  return failed.length ? `Too little contrast: ${failed.join(', ')}.` : 'Every pair has enough contrast, in light and in dark.';
}

/** A pair as it is used: text, or an outline. */
const sample = (front: string | undefined, ground: string | undefined, isText: boolean): ReactElement =>
  h('span', { 'aria-hidden': true, className: 'sample', style: { color: front, background: ground, ...(!isText && { borderColor: front }) } }, isText ? 'Aa' : null);

function Pairs({ choice, scheme }: { choice: Choice; scheme: Scheme }): ReactElement {
  const row = ({ on, ground, least, ratio, passes }: Checked): ReactElement =>
    h(
      'tr',
      { key: on + ground, className: passes ? '' : 'fails' },
      h('td', null, sample(choice[scheme][on], choice[scheme][ground], least > 3)),
      h('th', { scope: 'row' }, `${on} on ${ground}`),
      h('td', null, ratio.toFixed(2)),
      h('td', null, `${passes ? 'passes' : 'fails'}, needs ${least}`),
    );
  return h(
    'table',
    null,
    h('caption', null, `Contrast of each pair in use, ${scheme} (WCAG 2)`),
    h('tbody', null, checkPairs(choice[scheme]).map(row)),
  );
}

/** The controls for every token, a live widget, the contrast of each pair, and the CSS to copy. */
export function ThemeLab(): ReactElement {
  const [scheme, setScheme] = useState<Scheme>('light');
  const [choice, setChoice] = useState<Choice>(DEFAULTS);
  const [textSize, setTextSize] = useState(100);
  const id = useId();

  const setColour = (name: string, value: string): void => setChoice({ ...choice, [scheme]: { ...choice[scheme], [name]: value } });
  const setOther = (name: string, value: string, standard: string): void => {
    const { [name]: _, ...rest } = choice.others;
    setChoice({ ...choice, others: value === standard ? rest : { ...rest, [name]: value } });
  };
  const take = ({ light, dark }: Theme): void => setChoice({ ...choice, light, dark });
  const isTaken = ({ light, dark }: Theme): boolean =>
    COLOURS.every(({ name }) => choice.light[name] === light[name] && choice.dark[name] === dark[name]);

  const button = (text: string, isOn: boolean, onClick: () => void): ReactElement =>
    h('button', { key: text, type: 'button', 'aria-pressed': isOn, onClick }, text);

  const input = (token: Token): ReactElement => {
    if (token.kind === 'colour') {
      return h('input', { type: 'color', value: choice[scheme][token.name], onChange: (event) => setColour(token.name, event.currentTarget.value) });
    }
    const standard = valueOf(token);
    const value = choice.others[token.name] ?? standard;
    if (token.kind === 'choice') {
      const onChange = (event: { currentTarget: { value: string } }): void => setOther(token.name, event.currentTarget.value, standard);
      return h('select', { value, onChange }, token.options.map((option) => h('option', { key: option }, option)));
    }
    const { min, max, step, unit } = token;
    return h('input', {
      type: 'range', min, max, step, value: parseFloat(value),
      onChange: (event) => setOther(token.name, `${event.currentTarget.value}${unit}`, standard),
    });
  };
  const control = (token: Token): ReactElement => {
    const value = token.kind === 'colour' ? choice[scheme][token.name] : (choice.others[token.name] ?? valueOf(token));
    const what = `${id}${token.name}`;
    return h(
      'label',
      { key: token.name, className: token.kind },
      input(token),
      h('span', null, h('code', null, `--attune-${token.name}`), ` ${value}`, h('small', { id: what }, token.what)),
    );
  };

  const custom = Object.fromEntries(
    [...Object.entries(choice[scheme]), ...Object.entries(choice.others)].map(([name, value]) => [`--attune-${name}`, value]),
  );
  const page: CSSProperties = { colorScheme: scheme, background: PAGE[scheme], fontSize: `${textSize}%`, ...custom };
  const size = textSize === 100 ? '' : `\n\n/* On each widget, or on a box around it. */\nattune-trust-questionnaire { font-size: ${textSize / 100}em; }`;

  return h(
    'div',
    { className: 'attune-lab sb-unstyled' },
    h(
      'div',
      { className: 'choices' },
      h('div', { role: 'group', 'aria-label': 'Theme' }, THEMES.map((theme) => button(theme.name, isTaken(theme), () => take(theme)))),
      h('div', { role: 'group', 'aria-label': 'Scheme' }, button('Light', scheme === 'light', () => setScheme('light')), button('Dark', scheme === 'dark', () => setScheme('dark'))),
    ),
    h('p', null, THEMES.find(isTaken)?.what ?? 'Your own colours.'),
    h(
      'div',
      { className: 'bench' },
      h(
        'div',
        { className: 'controls' },
        TOKENS.map(control),
        h(
          'label',
          { className: 'length' },
          h('input', { type: 'range', min: 100, max: 200, step: 5, value: textSize, onChange: (event) => setTextSize(Number(event.currentTarget.value)) }),
          h('span', null, h('code', null, 'font-size'), ` ${textSize} %`, h('small', null, 'The text of a widget, and its spaces with it.')),
        ),
      ),
      h(
        'div',
        { className: 'page', style: page },
        h('attune-questionnaire', { instrument: 'trust-pulse', who: 'Your therapist', when: 'before your next session', kept: "in your clinic's records" }),
      ),
    ),
    h('p', { role: 'status' }, h('strong', null, verdict(choice))),
    h(Pairs, { choice, scheme }),
    h(Source, { code: cssOf(choice) + size, language: 'css', dark: false }),
  );
}

/** What the theme lab turns. A new token is one line in `TOKENS`. */
export type Token =
  | { kind: 'colour'; name: string; light: string; dark: string; what: string }
  | { kind: 'length'; name: string; value: number; min: number; max: number; step: number; unit: string; what: string }
  | { kind: 'choice'; name: string; value: string; options: readonly string[]; what: string };

export type ColourToken = Extract<Token, { kind: 'colour' }>;

const colour = (name: string, [light, dark]: [light: string, dark: string], what: string): Token => ({ kind: 'colour', name, light, dark, what });

const length = (name: string, range: { value: number; min: number; max: number; step: number; unit: string }, what: string): Token => ({
  kind: 'length', name, ...range, what,
});

const choice = (name: string, options: readonly [string, ...string[]], what: string): Token => ({
  kind: 'choice', name, value: options[0], options, what,
});

/** The tokens by their names without `--attune-`, with the defaults of the widgets. A test compares them with the manifest. */
export const TOKENS: readonly Token[] = [
  colour('surface', ['#ffffff', '#172024'], 'The background of the widget.'),
  colour('ink', ['#1e2a2e', '#e8eeec'], 'Text.'),
  colour('muted', ['#4f5d61', '#aebbbc'], 'Quieter text.'),
  colour('accent', ['#1f6170', '#7fc8d2'], 'Buttons, the chosen dot, focus.'),
  colour('on-accent', ['#ffffff', '#0c2227'], 'Text on the accent.'),
  colour('tint', ['#e4f0f1', '#203a41'], 'The background of a chosen option.'),
  colour('line', ['#7c8a8e', '#74858a'], 'The outline of controls.'),
  colour('hairline', ['#dde2e0', '#2c383c'], 'Lines that only decorate.'),
  colour('notice', ['#fbf3e2', '#33291a'], 'The background of notices.'),
  colour('error', ['#9a3412', '#f2a98a'], 'Errors.'),
  length('radius', { value: 12, min: 0, max: 24, step: 1, unit: 'px' }, 'The corners of groups. Those of buttons are two thirds of it.'),
  length('space', { value: 8, min: 4, max: 12, step: 0.5, unit: 'px' }, 'The unit of the space between things.'),
  choice('font', ['inherit', 'system-ui', 'Georgia, serif', 'Verdana, sans-serif'], 'The font.'),
  choice('title-font', ['inherit', 'Georgia, serif', 'Verdana, sans-serif'], 'The font of headings.'),
  choice('font-size', ['max(16px, 1em)', '18px', '20px'], 'The size of the text.'),
  length('target-size', { value: 44, min: 24, max: 72, step: 2, unit: 'px' }, 'The least height of what can be pressed.'),
];

export const COLOURS = TOKENS.filter((token): token is ColourToken => token.kind === 'colour');

/** The defaults of all colours in one scheme. */
export const defaultsOf = (scheme: 'light' | 'dark'): Record<string, string> =>
  Object.fromEntries(COLOURS.map((token) => [token.name, token[scheme]]));

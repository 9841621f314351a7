import { COLOURS, type Token } from './tokens.ts';
import type { Colours } from './themes.ts';

/** What somebody has chosen: the colours of both schemes, and other tokens by their names. */
export interface Choice {
  light: Colours;
  dark: Colours;
  others: Readonly<Record<string, string>>;
}

const rule = (selector: string, lines: string[], indent = ''): string =>
  `${indent}${selector} {\n${lines.map((line) => `${indent}  ${line};\n`).join('')}${indent}}`;

const property = (name: string): string => `--attune-${name}`;

/**
 * The CSS of a choice, without what is as it comes. A colour that is set for one scheme is set for both, because a custom
 * property does not know the scheme.
 */
export function cssOf({ light, dark, others }: Choice): string {
  const changed = COLOURS.filter(({ name, ...token }) => light[name] !== token.light || dark[name] !== token.dark);
  const colours = (from: Colours): string[] => changed.map(({ name }) => `${property(name)}: ${from[name]}`);
  const rest = Object.entries(others).map(([name, value]) => `${property(name)}: ${value}`);
  const rules = [
    ...(changed.length || rest.length ? [rule(':root', [...(changed.length ? ['color-scheme: light dark'] : []), ...colours(light), ...rest])] : []),
    ...(changed.length ? [`@media (prefers-color-scheme: dark) {\n${rule(':root', colours(dark), '  ')}\n}`] : []),
  ];
  return rules.join('\n\n') || '/* Everything is as it comes. */';
}

/** The value of a token that is not a colour, as CSS. */
export const valueOf = (token: Exclude<Token, { kind: 'colour' }>): string => (token.kind === 'length' ? `${token.value}${token.unit}` : token.value);

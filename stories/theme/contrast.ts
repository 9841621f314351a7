/** The relative luminance of `#rrggbb`, as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast ratio of two colours as `#rrggbb`, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour on a ground, and the least contrast: 4.5 for text, 3 for the outline of a control. */
export interface Pair {
  on: string;
  ground: string;
  least: number;
}

const pair = (on: string, ground: string, least = 4.5): Pair => ({ on, ground, least });

/** The pairs of colour tokens that widgets use. */
export const PAIRS: readonly Pair[] = [
  pair('ink', 'surface'),
  pair('muted', 'surface'),
  pair('accent', 'surface'),
  pair('error', 'surface'),
  pair('on-accent', 'accent'),
  pair('ink', 'tint'),
  pair('accent', 'tint', 3),
  pair('ink', 'notice'),
  pair('line', 'surface', 3),
];

export interface Checked extends Pair {
  ratio: number;
  passes: boolean;
}

/** The contrast of each pair for a set of colours, by the names of the tokens without `--attune-`. */
export const checkPairs = (colours: Readonly<Record<string, string>>): Checked[] =>
  PAIRS.map(({ on, ground, least }) => {
    const ratio = contrast(colours[on] ?? '#000000', colours[ground] ?? '#000000');
    return { on, ground, least, ratio, passes: ratio >= least };
  });

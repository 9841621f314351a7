import { defaultsOf } from './tokens.ts';

/** Colours by the names of the tokens without `--attune-`. */
export type Colours = Readonly<Record<string, string>>;

export interface Theme {
  name: string;
  what: string;
  light: Colours;
  dark: Colours;
}

/** Themes that are ready to copy. A test checks the contrast of every pair in each. */
export const THEMES: readonly Theme[] = [
  { name: 'Calm', what: 'The colours of the widgets as they come.', light: defaultsOf('light'), dark: defaultsOf('dark') },
  {
    name: 'Clinical',
    what: 'Cool and plain, for the pages of a hospital.',
    light: {
      surface: '#ffffff', ink: '#14212e', muted: '#4a5a6a', accent: '#0b5cad', 'on-accent': '#ffffff', tint: '#e3effb',
      line: '#76879a', hairline: '#d9e1e9', notice: '#eef3f8', error: '#a4262c',
    },
    dark: {
      surface: '#101a24', ink: '#e7eef5', muted: '#a9b8c6', accent: '#7ab8f5', 'on-accent': '#06203a', tint: '#183350',
      line: '#718699', hairline: '#263442', notice: '#1d2a37', error: '#f5a3a3',
    },
  },
  {
    name: 'Warm',
    what: 'Paper and plum, for a practice with soft light.',
    light: {
      surface: '#fffaf5', ink: '#2b1f28', muted: '#655560', accent: '#7a2f55', 'on-accent': '#ffffff', tint: '#f6e6ee',
      line: '#92808a', hairline: '#eadfd9', notice: '#fbeedb', error: '#9a3412',
    },
    dark: {
      surface: '#211a1e', ink: '#f3e9e6', muted: '#c3b1b6', accent: '#eba9c6', 'on-accent': '#3a1226', tint: '#43293a',
      line: '#8f7d86', hairline: '#3b3036', notice: '#3a2b1c', error: '#f2a98a',
    },
  },
  {
    name: 'High contrast',
    what: 'For people who need strong edges: every text has a contrast of at least 7.',
    light: {
      surface: '#ffffff', ink: '#000000', muted: '#262626', accent: '#003a70', 'on-accent': '#ffffff', tint: '#dcecff',
      line: '#262626', hairline: '#767676', notice: '#fff6d6', error: '#8a0000',
    },
    dark: {
      surface: '#000000', ink: '#ffffff', muted: '#e0e0e0', accent: '#8fd0ff', 'on-accent': '#000000', tint: '#00315c',
      line: '#e0e0e0', hairline: '#8c8c8c', notice: '#2e2600', error: '#ffb3a1',
    },
  },
];

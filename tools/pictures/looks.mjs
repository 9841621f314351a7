/**
 * The looks of a picture: the width of the window, and how it differs from a light page that is read from left to right:
 * `scheme`, `dir`, `media`, `forcedColors`, and `text`, the size of the page's text in percent.
 */
export const LOOKS = {
  wide: { width: 1200 },
  phone: { width: 390 },
  narrow: { width: 320 },
  dark: { width: 900, scheme: 'dark' },
  'dark-phone': { width: 390, scheme: 'dark' },
  'forced-colors': { width: 900, scheme: 'dark', forcedColors: 'active' },
  'large-text': { width: 390, text: 200 },
  print: { width: 794, media: 'print' },
  rtl: { width: 900, dir: 'rtl' },
  'rtl-phone': { width: 390, dir: 'rtl' },
};

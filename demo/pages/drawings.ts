import { readFileSync } from 'node:fs';
import { Markup } from '../html.ts';

/** One of our own drawings, inline in the page so that it uses the page's colours. */
function drawing(name: string): Markup {
  return new Markup(readFileSync(new URL(`../public/${name}.svg`, import.meta.url), 'utf8'));
}

export const logo = drawing('logo');
export const harbour = drawing('harbour');

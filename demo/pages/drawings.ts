import { readFileSync } from 'node:fs';
import { Markup } from '../html.ts';

/** A drawing of ours, set into the page so that it takes the page's colours. */
function drawing(name: string): Markup {
  return new Markup(readFileSync(new URL(`../public/${name}.svg`, import.meta.url), 'utf8'));
}

export const logo = drawing('logo');
export const harbour = drawing('harbour');

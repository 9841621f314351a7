import { html, nothing } from 'lit';
import type { CommonWords } from '../text/words.ts';

/** In full, or folded into one line on the pages between; nothing where the notice stands elsewhere on the page. */
export function crisisNotice(isHere: boolean, words: CommonWords, isFull: boolean): unknown {
  if (!isHere) return nothing;
  const help = html`<slot name="crisis">${words.crisisDefault}</slot>`;
  return isFull
    ? html`<div class="notice" part="crisis"><p>${words.crisis}</p>${help}</div>`
    : html`<details part="crisis"><summary>${words.crisisShort}</summary>${help}</details>`;
}

import { html, nothing } from 'lit';
import type { CommonWords } from '../text/words.ts';

/**
 * The whole notice on the first and the last page, else a closed disclosure. `nothing` if another widget shows the notice.
 */
export function crisisNotice(isHere: boolean, words: CommonWords, isFull: boolean): unknown {
  if (!isHere) return nothing;
  const help = html`<slot name="crisis">${words.crisisDefault}</slot>`;
  return isFull
    ? html`<div class="notice" part="crisis"><p>${words.crisis}</p>${help}</div>`
    : html`<details part="crisis"><summary>${words.crisisShort}</summary>${help}</details>`;
}

import { html, nothing } from 'lit';
import type { View } from './view.ts';

/** In full, or folded into one line on the pages between. */
export function crisisNotice({ crisis, context: { words } }: View, isFull: boolean): unknown {
  if (!crisis) return nothing;
  const help = html`<slot name="crisis">${words.crisisDefault}</slot>`;
  return isFull
    ? html`<div class="notice" part="crisis"><p>${words.crisis}</p>${help}</div>`
    : html`<details part="crisis"><summary>${words.crisisShort}</summary>${help}</details>`;
}

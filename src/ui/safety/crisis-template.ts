import { html, nothing } from 'lit';
import type { CommonWords } from '../text/words.ts';

export interface CrisisNoticeData {
  /** False if another widget of the page shows the notice. */
  hasCrisis: boolean;
  words: CommonWords;
  /** The host's element, whose children say whom to call. */
  host: Element;
}

/**
 * On the first and the last page the whole notice, with the host's number in sight; else a closed disclosure. `nothing` if
 * another widget shows it.
 */
export function crisisNotice({ hasCrisis, words, host }: CrisisNoticeData, isFull: boolean): unknown {
  if (!hasCrisis) return nothing;
  const help = html`<slot name="crisis">${words.crisisDefault}</slot>`;
  const more = host.querySelector(':scope > [slot=crisis-more]') ? html`<slot name="crisis-more"></slot>` : nothing;
  if (!isFull) return html`<details part="crisis"><summary>${words.crisisShort}</summary>${help} ${more}</details>`;
  return html`<div class="notice" part="crisis">
    <p>${words.crisis} ${words.crisisUnwatched}</p>
    ${help}
    ${more === nothing ? nothing : html`<details><summary>${words.crisisMore}</summary>${more}</details>`}
  </div>`;
}

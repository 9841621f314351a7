import { html, nothing } from '../lit/lit.ts';
import type { CommonKey } from '../text/keys.ts';
import type { Messages } from '../text/messages.ts';

export interface CrisisNoticeData {
  /** False if another widget of the page shows the notice. */
  hasCrisis: boolean;
  t: Messages<CommonKey>;
  /** The host's element, whose children say whom to call. */
  host: Element;
}

/**
 * On the first and the last page the whole notice, with the host's number in sight; else a closed disclosure. `nothing` if
 * another widget shows it.
 */
export function crisisNotice({ hasCrisis, t, host }: CrisisNoticeData, isFull: boolean): unknown {
  if (!hasCrisis) return nothing;
  const help = html`<slot name="crisis">${t('crisisDefault')}</slot>`;
  const more = host.querySelector(':scope > [slot=crisis-more]') ? html`<slot name="crisis-more"></slot>` : nothing;
  if (!isFull) return html`<details part="crisis"><summary>${t('crisisShort')}</summary>${help} ${more}</details>`;
  return html`<div class="notice" part="crisis">
    <p>${t('crisis')} ${t('crisisUnwatched')}</p>
    ${help}
    ${more === nothing ? nothing : html`<details><summary>${t('crisisMore')}</summary>${more}</details>`}
  </div>`;
}

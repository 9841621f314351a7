import { html, type Markup } from '../html.ts';
import type { KeptRecord } from '../records.ts';
import { shortDay } from './day.ts';
import { translationShort } from './seen-view.ts';

const forms: Record<string, string> = { 'trust-12': 'full form', 'trust-pulse': 'pulse' };

/** The last answers about trust: the total, the form and the day. */
export function trustInShort(record: Pick<KeptRecord, 'body' | 'score'> | undefined): Markup {
  if (!record) return html`<span class="muted">none</span>`;
  const { total, status } = record.score;
  const { instrument, completedAt = '' } = record.body;
  const translation = translationShort(instrument);
  const form = html`<span class="muted small">${forms[instrument.id] ?? instrument.id}${translation && ` in ${translation}`}, <span class="nowrap">${shortDay(completedAt)}</span></span>`;
  if (status === 'unscored') return html`<span class="muted">not scored, a draft translation</span>, ${form}`;
  if (total?.status !== 'scored') return html`<span class="muted">too few answers for a total</span>, ${form}`;
  return html`<span class="number nowrap">${total.pomp.toFixed(1)} of 100</span>${status === 'prorated' && ' (prorated)'}, ${form}`;
}

import type { Instrument, Score } from 'attune-elements/core';
import { html, type Markup } from '../html.ts';
import { itemTexts } from '../instrument.ts';

type Scale = Score['scales'][string];

/** A score for clinicians: each scale on a line from lowest to highest, with what is missing or prorated in words. */
export function scoreView(instrument: Instrument, score: Score): Markup | null {
  if (score.status === 'unscored') return null;
  return html`<ul class="scales">
${score.total && row('Total', score.total, 'total')}
${Object.entries(instrument.scoring?.scales ?? {}).map(([key, { title = capital(key) }]) => row(title, score.scales[key]))}
</ul>
${standing(instrument, score)}`;
}

function row(title: string, scale: Scale | undefined, kind?: 'total'): Markup | null {
  if (!scale) return null;
  const head = html`<span class="title">${title}</span>`;
  if (scale.status === 'insufficient') {
    return html`<li${kind && html` class="${kind}"`}>${head} <span class="muted">no score: ${scale.reason}</span></li>
`;
  }
  const { raw, min, max, pomp, answered, of, prorated, method } = scale;
  const unit = method === 'percent' ? '' : `${method} ${raw.toFixed(2)}, from ${min} to ${max}`;
  return html`<li${kind && html` class="${kind}"`}>${head} <svg class="track" viewBox="-8 -8 216 16" preserveAspectRatio="xMinYMid" aria-hidden="true"><line x1="0" x2="200" y1="0" y2="0"/><circle cx="${(pomp * 2).toFixed(1)}" cy="0" r="6"${prorated && html` class="prorated"`}/></svg>
<span class="figure number">${pomp.toFixed(1)} of 100</span> <span class="muted small number">${unit}${unit && prorated && '; '}${prorated && `prorated, ${answered} of ${of} answered`}</span></li>
`;
}

const withheld: Record<string, string> = {
  insufficient: 'there is no total',
  uniform: 'every line has the same answer',
  translation: 'nobody has shown that the bands hold for this translation',
};

function standing(instrument: Instrument, { status, missing, band, bandWithheld }: Score): Markup {
  const texts = itemTexts(instrument);
  const said = {
    complete: 'Every line that counts was answered.',
    prorated: 'Some lines that count have no answer; the mean of the others stands in for them (prorated).',
    insufficient: 'There are too few answers for a total.',
    unscored: '',
  };
  const method = instrument.scoring?.total?.bands?.method;
  return html`<p>${said[status]}${missing.length > 0 && html` Without an answer: ${missing.map((id) => `“${texts.get(id) ?? id}”`).join(' ')}`}</p>
${(band ?? bandWithheld) && html`<p>${band ? html`Band: <strong>${band}</strong>` : html`No band: ${withheld[bandWithheld ?? ''] ?? bandWithheld}`} <span class="muted">(${method}; for clinicians, not shown to the client)</span></p>`}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import type { Instrument, Score } from 'attune-elements/core';
import { html, type Markup } from '../html.ts';
import { itemTexts } from '../instrument.ts';

type Scale = Score['scales'][string];

/** A score for clinicians: each scale on a line from least to most, and in words what is missing or prorated. */
export function scoreView(instrument: Instrument, score: Score): Markup | null {
  if (score.status === 'unscored') return null;
  const scales = Object.entries(score.scales).map(([key, scale]) =>
    row(instrument.scoring?.scales?.[key]?.title ?? capital(key), scale),
  );
  return html`<table class="scales"><tbody>
${score.total && row('Total', score.total, 'total')}
${scales}
</tbody></table>
${standing(instrument, score)}`;
}

function row(title: string, scale: Scale, kind?: 'total'): Markup {
  const head = html`<th scope="row">${title}</th>`;
  if (scale.status === 'insufficient') {
    return html`<tr${kind && html` class="${kind}"`}>${head}<td colspan="3" class="muted">no score: ${scale.reason}</td></tr>
`;
  }
  const { raw, min, max, pomp, answered, of, prorated, method } = scale;
  const figure = method === 'percent' ? '' : `${method} ${round(raw, 2)} on ${min} to ${max}`;
  return html`<tr${kind && html` class="${kind}"`}>${head}<td><svg class="track" viewBox="-8 -8 216 16" aria-hidden="true"><line x1="0" x2="200" y1="0" y2="0"/><circle cx="${round(pomp * 2, 1)}" cy="0" r="6"${prorated && html` class="prorated"`}/></svg></td>
<td class="number">${round(pomp, 1)} of 100</td><td class="number muted small">${figure} ${prorated && `${answered} of ${of} answered, prorated`}</td></tr>
`;
}

function standing(instrument: Instrument, { status, missing, band, bandWithheld }: Score): Markup {
  const texts = itemTexts(instrument);
  const said = {
    complete: 'Every line that counts was answered.',
    prorated: 'Some lines that count have no answer; the mean of the others stands in for them (prorated).',
    insufficient: 'There are too few answers for a total.',
    unscored: '',
  };
  const method = instrument.scoring?.bands?.method;
  return html`<p>${said[status]}${missing.length > 0 && html` Without an answer: ${missing.map((id) => `“${texts.get(id) ?? id}”`).join(' ')}`}</p>
${(band ?? bandWithheld) && html`<p>${band ? html`Band: <strong>${band}</strong>` : html`No band: ${bandWithheld}`} <span class="muted">(${method}; for clinicians, not shown to the client)</span></p>`}`;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

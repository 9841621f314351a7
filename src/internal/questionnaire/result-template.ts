import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../core/fill.ts';
import type { Instrument } from '../../core/instrument.ts';
import type { Response } from '../../core/response.ts';
import { resultWords } from '../../core/result-words.ts';
import { score, type ScaleScore } from '../../core/score.ts';
import type { Words } from '../words.ts';

/** What is shown after sending, drawn from the record that was sent: words for anyone, a score never for a client. */
export function resultTemplate(
  instrument: Instrument,
  record: Response,
  result: 'none' | 'words' | 'score',
  words: Words,
): unknown {
  if (result === 'words') return wordsTemplate(instrument, record);
  return result === 'score' && instrument.audience !== 'client' ? scoreTemplate(instrument, record, words) : nothing;
}

function wordsTemplate(instrument: Instrument, record: Response): unknown {
  const words = resultWords(instrument, record);
  if (words.kind === 'none') return nothing;
  return html`<div part="result">
    ${words.kind === 'summary'
      ? html`<p>${words.counts}</p>
          ${words.talkAbout.length
            ? html`<p>${words.list}</p>
                <ul>
                  ${words.talkAbout.map((text) => html`<li>${text}</li>`)}
                </ul>
                ${words.start ? html`<p>${words.start}</p>` : nothing}`
            : nothing}`
      : html`<p>${words.text}</p>`}
    <p class="help">${words.provenance}</p>
  </div>`;
}

function scoreTemplate(instrument: Instrument, record: Response, words: Words): TemplateResult {
  const { scales, total } = score(instrument, record);
  const { scoring } = instrument;
  const rows = Object.entries(scales).map(([key, scale]) => row(scoring?.scales?.[key]?.title ?? key, scale, words));
  return html`<div part="result">
    <dl class="profile">${rows}${total ? row(scoring?.total?.title ?? words.score, total, words) : nothing}</dl>
    ${instrument.normed ? nothing : html`<p class="help">${words.notNormed}</p>`}
  </div>`;
}

function row(title: string, scale: ScaleScore, words: Words): TemplateResult {
  if (scale.status !== 'scored') {
    return html`<dt>${title}</dt>
      <dd>${fill(words.noScore, { missing: scale.missing.length })}</dd>`;
  }
  const { raw, min, max, pomp, answered, of, prorated } = scale;
  return html`<dt>${title}</dt>
    <dd>
      <meter min="0" max="100" .value=${pomp} aria-label=${title}></meter>
      ${fill(words.scoreOf, { raw: Math.round(raw * 100) / 100, min, max })}${prorated
        ? ` (${fill(words.prorated, { answered, of })})`
        : nothing}
    </dd>`;
}

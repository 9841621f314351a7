import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../../core/plain-data/fill.ts';
import type { ScaleScore } from '../../../core/instrument/scale-score.ts';
import { score } from '../../../core/scoring/score.ts';
import type { ResultTemplate } from './result-words-template.ts';

/** The interface words of scores, for clinicians and observers. */
export const scoreWords = {
  score: 'Score',
  scoreOf: '{raw} ({min} to {max})',
  prorated: 'from {answered} of {of}',
  noScore: 'No score: {missing} missing.',
  notNormed: 'Not normed. It does not diagnose or predict.',
  normed: 'Norms: {sources}. It does not diagnose or predict.',
};

export type ScoreWords = typeof scoreWords;

/**
 * The scores line by line, and how many answers are missing or prorated. For clinicians and observers, never for a client.
 */
export const scoreTemplate: ResultTemplate = (instrument, record, given) => {
  const words: ScoreWords = { ...scoreWords, ...given };
  const { scales, total } = score(instrument, record);
  const { scoring } = instrument;
  const rules = [...Object.values(scoring?.scales ?? {}), scoring?.total];
  const sources = new Set(rules.flatMap((rule) => rule?.norms?.source ?? []));
  const rows = Object.entries(scales).map(([key, scale]) => row(scoring?.scales?.[key]?.title ?? key, scale, words));
  return html`<div part="result">
    <dl class="profile">${rows}${total ? row(scoring?.total?.title ?? words.score, total, words) : nothing}</dl>
    <p class="help">${instrument.normed ? fill(words.normed, { sources: [...sources].join('; ') }) : words.notNormed}</p>
  </div>`;
};

function row(title: string, scale: ScaleScore, words: ScoreWords): TemplateResult {
  if (scale.status !== 'scored') {
    return html`<dt>${title}</dt>
      <dd>${fill(words.noScore, { missing: scale.missing.length })}</dd>`;
  }
  const { raw, min, max, pomp, answered, of, prorated } = scale;
  return html`<dt>${title}</dt>
    <dd>
      <meter min="0" max="100" .value=${pomp} aria-label=${title}></meter>&ensp;${fill(words.scoreOf, { raw: Math.round(raw * 100) / 100, min, max })}${prorated
        ? ` (${fill(words.prorated, { answered, of })})`
        : nothing}
    </dd>`;
}

import { html, nothing, type TemplateResult } from '../../lit/lit.ts';
import type { ScaleScore } from '../../../core/instrument/scale-score.ts';
import { score } from '../../../core/scoring/score.ts';
import type { WidgetKey } from '../../text/keys.ts';
import { plain, type Messages, type Shown } from '../../text/messages.ts';
import type { ResultTemplate } from './result-words-template.ts';
import { languageName, number } from '../../text/format.ts';

/** The keys of the messages about scores. */
export type ScoreKey = WidgetKey<'score'>;

/**
 * The scores line by line, and how many answers are missing or prorated. For clinicians and observers, never for a client.
 */
export const scoreTemplate: ResultTemplate = (instrument, record, messages) => {
  const t = messages as unknown as Messages<ScoreKey>;
  const { status, scales, total, provenance } = score(instrument, record);
  const { translation, normed } = provenance;
  const { scoring } = instrument;
  const rules = [...Object.values(scoring?.scales ?? {}), scoring?.total];
  const sources = new Set(rules.flatMap((rule) => rule?.norms?.source ?? []));
  const rows = Object.entries(scales).map(([key, scale]) => row(scoring?.scales?.[key]?.title ?? key, scale, t));
  return html`<div part="result">
    ${status === 'unscored' && translation ? html`<p>${t('score.notScored')}</p>` : nothing}
    <dl class="profile">${rows}${total ? row(scoring?.total?.title ?? t('score.score'), total, t) : nothing}</dl>
    <p class="help">${normed ? t('score.normed', { sources: [...sources].join('; ') }) : t('score.notNormed')}</p>
    ${translation
      ? html`<p class="help" part="translation">${t(`score.${translation.standing}`, { language: languageName(t, translation.language) })}</p>`
      : nothing}
  </div>`;
};

function row(title: Shown, scale: ScaleScore, t: Messages<ScoreKey>): TemplateResult {
  if (scale.status !== 'scored') {
    return html`<dt>${title}</dt>
      <dd>${t('score.noScore', { count: scale.missing.length })}</dd>`;
  }
  const { raw, min, max, pomp, answered, of, prorated } = scale;
  const shown = { raw: number(t, raw), min, max };
  return html`<dt>${title}</dt>
    <dd>
      <meter min="0" max="100" .value=${pomp} aria-label=${plain(title)}></meter>&ensp;${prorated
        ? t('score.scoreProrated', { ...shown, answered, of })
        : t('score.scoreOf', shown)}
    </dd>`;
}

import { html, nothing, type TemplateResult } from '../../ui/lit/lit.ts';
import { drawSample } from './chart.ts';
import type { Course, Line } from './course.ts';
import { exactForm } from './form-name.ts';
import type { Format } from './format.ts';

/**
 * A summary of each line in words, the meaning of the other signs, and the milestones. It describes the chart for screen
 * readers.
 */
export function legendTemplate({ lines, points, milestones }: Course, format: Format): TemplateResult {
  const { t, day, number, prefixOf } = format;
  const item = (kind: string, text: unknown, line = 0): TemplateResult => html`<li>${drawSample(kind, line)} ${text}</li>`;
  const flags = (['talk', 'talk strong'] as const).filter((one) => points.some(({ flag }) => flag === one));
  return html`<ul part="legend" id="legend">
      ${lines.map(
        (line, i) => html`<li>
          ${drawSample('line', i)}
          <span>
            ${summaryOf(line, format)} ${format.hasMany ? html`<span class="help form">${t.mark(exactForm(line.form), '')}</span>` : nothing}
          </span>
        </li>`,
      )}
      ${flags.map((flag) => item(flag, t(flag === 'talk' ? 'trend.talk' : 'trend.talkStrong')))}
      ${lines.map(({ form, points, norms, change }, i) => {
        const name = prefixOf(form);
        return [
          points.some(({ score }) => score === undefined) ? item('gap', [name, t('trend.noScore')], i) : nothing,
          norms && item('band', [name, t('trend.band', written(norms, number))]),
          change && html`<li>${name}${t('trend.change', { threshold: number(change.threshold), source: change.source })}</li>`,
        ];
      })}
    </ul>
    ${
      milestones.length
        ? html`<ul part="milestones" aria-label=${t.text('trend.milestones')}>
            ${milestones.map(
              (one, i) => html`<li><b>${number(i + 1)}</b> ${day(one.day)}: ${one.title}</li>`,
            )}
          </ul>`
        : nothing
    }`;
}

/** The numbers of the band as they are shown. */
const written = (
  { half, sem, rc95, sd, reliability, source }: NonNullable<Line['norms']>,
  number: Format['number'],
): Record<'half' | 'sem' | 'rc95' | 'sd' | 'reliability' | 'source', string> => ({
  half: number(half),
  sem: number(sem),
  rc95: number(rc95),
  sd: number(sd),
  reliability: reliability === undefined ? '' : number(reliability),
  source,
});

function summaryOf({ form, points }: Line, { t, nameOf, number, days }: Format): unknown[] {
  const scores = points.flatMap(({ score }) => score ?? []);
  const [first = 0] = scores;
  const gaps = points.length - scores.length;
  const talks = points.filter(({ flag }) => flag).length;
  const ends = { first: number(first), last: number(scores.at(-1) ?? 0), lowest: number(Math.min(...scores)), highest: number(Math.max(...scores)) };
  const sentences = [
    t('trend.lineSummary', {
      form: nameOf(form),
      count: points.length,
      days: days(points[0]!.entry.day, points.at(-1)!.entry.day),
    }),
    scores.length > 1 ? t('trend.ends', ends) : scores.length && t('trend.oneScore', { score: number(first) }),
    gaps && t('trend.gaps', { count: gaps }),
    talks && t('trend.talks', { count: talks }),
  ];
  return sentences.filter(Boolean).map((sentence, i) => [i ? ' ' : '', sentence]);
}

import { html, type TemplateResult } from '../../ui/lit/lit.ts';
import type { Point } from './course.ts';
import type { Shown } from '../../ui/text/messages.ts';
import type { Format } from './format.ts';

type Compared = Extract<Point['session'], { status: 'compared' }>;

/** A flagged session in one or two sentences. */
export function findingText({ session, flag, back }: Point, { t, number, day }: Format): Shown[] {
  const { before, score, repaired } = session as Compared;
  const difference = before.mean - score;
  const values = { score: number(score), difference: number(Math.abs(difference)), count: before.sessions };
  return [
    t(difference > 0 ? 'trend.under' : 'trend.over', values),
    ...(flag === 'talk strong' ? [' ', t('trend.strong'), '.'] : []),
    ...(back ? [' ', t('trend.back', { count: repaired!.after, day: day(back) })] : []),
  ];
}

/** A flagged session, with its rules, formulas and numbers in a disclosure. */
export function findingTemplate(point: Point, format: Format): TemplateResult {
  const { t, number, day, prefixOf } = format;
  const { before, findings, repaired, score } = point.session as Compared;
  const rules = repaired ? [...findings, { rule: 'repaired', ...repaired } as const] : findings;
  return html`<details part="finding">
    <summary><bdi><b>${day(point.entry.day)}</b>: ${prefixOf(point.entry.instrument)}${findingText(point, format)}</bdi></summary>
    <dl>
      ${rules.map(
        ({ rule, formula, numbers }) =>
          html`<dt>${t(`trend.${rule === 'drop' && score > before.mean ? 'rise' : rule}`)}</dt>
            <dd lang="" dir="ltr">${formula}: ${Object.entries(numbers).map(([key, value], i) => `${i ? ', ' : ''}${key} ${number(value)}`)}</dd>`,
      )}
    </dl>
  </details>`;
}

import { html, type TemplateResult } from '../../ui/lit/lit.ts';
import type { Line, Point } from './course.ts';
import { findingText } from './findings.ts';
import { exactForm } from './form-name.ts';
import type { Shown } from '../../ui/text/messages.ts';
import type { Format } from './format.ts';

/** The sessions of one line as a table, with the missing and prorated answers, which the chart does not show. */
export function tableTemplate(line: Line, format: Format): TemplateResult {
  const { t, day, number, nameOf } = format;
  return html`<table part="table">
    <caption><b>${nameOf(line.form)}</b> <span class="help">${t.mark(exactForm(line.form), '')}</span></caption>
    <thead>
      <tr>${[t('trend.date'), t('trend.scores'), t('trend.answers'), t('trend.findings')].map((head) => html`<th scope="col">${head}</th>`)}</tr>
    </thead>
    <tbody>${line.points.map(
      (point) =>
        html`<tr>
          <th scope="row">${day(point.entry.day)}</th>
          <td>${point.score === undefined ? t('trend.noScore') : number(point.score)}</td>
          <td>${answersOf(point, format)}</td>
          <td>${findingsOf(point, format)}</td>
        </tr>`,
    )}</tbody>
  </table>`;
}

function answersOf({ scale }: Point, { t }: Format): Shown {
  if (!scale) return '';
  if (scale.status !== 'scored') return t('trend.missing', { items: scale.missing.join(', ') });
  const { answered, of } = scale;
  return t(scale.prorated ? 'trend.prorated' : 'trend.answered', { answered, of });
}

function findingsOf(point: Point, format: Format): unknown {
  const { t } = format;
  if (point.flag) return [t('trend.talk'), '. ', findingText(point, format)];
  return point.session.status === 'not-enough-sessions' ? t('trend.few') : '';
}

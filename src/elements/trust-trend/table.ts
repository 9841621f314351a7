import { html, type TemplateResult } from 'lit';
import type { Line, Point } from './course.ts';
import { findingText } from './findings.ts';
import { exactForm } from './form-name.ts';
import type { Format } from './format.ts';

/** The sessions of one line as a table, with the missing and prorated answers, which the chart does not show. */
export function tableTemplate(line: Line, format: Format): TemplateResult {
  const { words, day, number, nameOf } = format;
  return html`<table part="table">
    <caption><b>${nameOf(line.form)}</b> <span class="help">${exactForm(line.form)}</span></caption>
    <thead>
      <tr>${[words.date, words.scores, words.answers, words.findings].map((head) => html`<th scope="col">${head}</th>`)}</tr>
    </thead>
    <tbody>${line.points.map(
      (point) =>
        html`<tr>
          <th scope="row">${day(point.entry.day)}</th>
          <td>${point.score === undefined ? words.noScore : number(point.score)}</td>
          <td>${answersOf(point, format)}</td>
          <td>${findingsOf(point, format)}</td>
        </tr>`,
    )}</tbody>
  </table>`;
}

function answersOf({ scale }: Point, { words, say }: Format): string {
  if (!scale) return '';
  if (scale.status !== 'scored') return say(words.missing, { items: scale.missing.join(', ') });
  return say(scale.prorated ? words.prorated : words.answered, scale);
}

function findingsOf(point: Point, format: Format): string {
  const { words } = format;
  const { status } = point.session;
  if (point.flag) return `${words.talk}. ${findingText(point, format)}`;
  return status === 'not-enough-sessions' ? words.few : '';
}

import { html, type TemplateResult } from 'lit';
import type { Line, Point } from './course.ts';
import { findingText } from './findings.ts';
import type { Format } from './format.ts';

/** The sessions of one line as a table: what the chart shows, and which answers are missing or prorated. */
export function tableTemplate(line: Line, format: Format): TemplateResult {
  const { words, day, number, nameOf } = format;
  return html`<table part="table">
    <caption class="help">${nameOf(line.form)}</caption>
    <thead>
      <tr>${[words.date, words.scores, words.answers, words.findings].map((head) => html`<th scope="col">${head}</th>`)}</tr>
    </thead>
    <tbody>${line.points.map(
      (mark) =>
        html`<tr>
          <th scope="row">${day(mark.entry.day)}</th>
          <td>${mark.score === undefined ? words.noScore : number(mark.score)}</td>
          <td>${answersOf(mark, format)}</td>
          <td>${findingsOf(mark, format)}</td>
        </tr>`,
    )}</tbody>
  </table>`;
}

function answersOf({ scale }: Point, { words, say }: Format): string {
  if (!scale) return '';
  if (scale.status !== 'scored') return say(words.missing, { items: scale.missing.join(', ') });
  return say(scale.prorated ? words.prorated : words.answered, scale);
}

function findingsOf(mark: Point, format: Format): string {
  const { words } = format;
  const { status } = mark.session;
  if (mark.flag) return `${words.talk}. ${findingText(mark, format)}`;
  return status === 'not-enough-sessions' ? words.few : '';
}

import { html, type TemplateResult } from 'lit';
import type { Line, Mark } from './course.ts';
import { findingText } from './findings.ts';
import type { View } from './view.ts';

/** What the chart shows of one line, session by session, with what is missing and prorated. */
export function tableTemplate(line: Line, view: View): TemplateResult {
  const { words, day, number, nameOf } = view;
  return html`<table part="table">
    <caption class="help">${nameOf(line.form)}</caption>
    <thead>
      <tr>${[words.date, words.scores, words.answers, words.findings].map((head) => html`<th scope="col">${head}</th>`)}</tr>
    </thead>
    <tbody>${line.marks.map(
      (mark) =>
        html`<tr>
          <th scope="row">${day(mark.entry.day)}</th>
          <td>${mark.score === undefined ? words.noScore : number(mark.score)}</td>
          <td>${answersOf(mark, view)}</td>
          <td>${foundIn(mark, view)}</td>
        </tr>`,
    )}</tbody>
  </table>`;
}

function answersOf({ scale }: Mark, { words, say }: View): string {
  if (!scale) return '';
  if (scale.status !== 'scored') return say(words.missing, { items: scale.missing.join(', ') });
  return say(scale.prorated ? words.prorated : words.answered, scale);
}

function foundIn(mark: Mark, view: View): string {
  const { words } = view;
  const { status } = mark.session;
  if (mark.flag) return `${words.talk}. ${findingText(mark, view)}`;
  return status === 'not-enough-sessions' ? words.few : '';
}

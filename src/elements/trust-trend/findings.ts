import { html, type TemplateResult } from 'lit';
import { fill } from '../../core/fill.ts';
import type { Line, Mark } from './course.ts';
import type { View } from './view.ts';

type Compared = Extract<Mark['session'], { status: 'compared' }>;

/** What a flagged session says in one line. */
export function findingText(mark: Mark, { marks }: Line, { words, number, sessions, day }: View): string {
  const { before, score, repaired } = mark.session as Compared;
  const difference = before.mean - score;
  const said = fill(difference > 0 ? words.under : words.over, {
    score: number(score),
    difference: number(Math.abs(difference)),
    n: before.sessions,
  });
  const back = repaired ? fill(words.back, { n: sessions(repaired.after), day: day(marks[repaired.at]!.entry.day) }) : '';
  return `${said} ${mark.flag === 'talk strong' ? `${words.strong}. ` : ''}${back}`;
}

/** A flagged session, to be opened for its rules, formulas and numbers. */
export function findingTemplate(mark: Mark, line: Line, view: View, name: string): TemplateResult {
  const { words, number, day } = view;
  const { before, findings, repaired, score } = mark.session as Compared;
  const rules = repaired ? [...findings, { rule: 'repaired', ...repaired } as const] : findings;
  return html`<details part="finding">
    <summary><bdi><b>${day(mark.entry.day)}</b>: ${name}${findingText(mark, line, view)}</bdi></summary>
    <dl>
      ${rules.map(
        ({ rule, formula, numbers }) =>
          html`<dt>${words[rule === 'drop' && score > before.mean ? 'rise' : rule]}</dt>
            <dd dir="ltr">${formula}: ${Object.entries(numbers).map(([key, value], i) => `${i ? ', ' : ''}${key} ${number(value)}`)}</dd>`,
      )}
    </dl>
  </details>`;
}

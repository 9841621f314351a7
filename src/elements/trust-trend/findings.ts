import { html, type TemplateResult } from 'lit';
import type { Point } from './course.ts';
import type { Format } from './format.ts';

type Compared = Extract<Point['session'], { status: 'compared' }>;

/** A flagged session in one or two sentences. */
export function findingText({ session, flag, back }: Point, { words, say, sessions, day }: Format): string {
  const { before, score, repaired } = session as Compared;
  const difference = before.mean - score;
  const sentence = say(difference > 0 ? words.under : words.over, { score, difference: Math.abs(difference), n: before.sessions });
  const returned = back ? say(words.back, { n: sessions(repaired!.after), day: day(back) }) : '';
  return `${sentence} ${flag === 'talk strong' ? `${words.strong}. ` : ''}${returned}`;
}

/** A flagged session, with its rules, formulas and numbers in a disclosure. */
export function findingTemplate(point: Point, format: Format): TemplateResult {
  const { words, number, day, prefixOf } = format;
  const { before, findings, repaired, score } = point.session as Compared;
  const rules = repaired ? [...findings, { rule: 'repaired', ...repaired } as const] : findings;
  return html`<details part="finding">
    <summary><bdi><b>${day(point.entry.day)}</b>: ${prefixOf(point.entry.instrument)}${findingText(point, format)}</bdi></summary>
    <dl>
      ${rules.map(
        ({ rule, formula, numbers }) =>
          html`<dt>${words[rule === 'drop' && score > before.mean ? 'rise' : rule]}</dt>
            <dd dir="ltr">${formula}: ${Object.entries(numbers).map(([key, value], i) => `${i ? ', ' : ''}${key} ${number(value)}`)}</dd>`,
      )}
    </dl>
  </details>`;
}

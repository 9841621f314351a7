import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../core/fill.ts';
import { drawSample } from './chart.ts';
import type { Course, Line } from './course.ts';
import type { View } from './view.ts';

/** The essence of each line in words, what the other marks mean, and the milestones. It describes the chart. */
export function legendTemplate({ lines, milestones }: Course, view: View): TemplateResult {
  const { words, day, number, nameOf } = view;
  const marks = lines.flatMap((line) => line.marks);
  const item = (kind: string, text: string, line = 0): TemplateResult => html`<li>${drawSample(kind, line)} ${text}</li>`;
  const flags = new Set(marks.map(({ flag }) => flag));
  return html`<ul part="legend" id="legend">
      ${lines.map((line, i) => item('line', summaryOf(line, view), i))}
      ${flags.has('talk') ? item('talk', words.talk) : nothing}
      ${flags.has('talk strong') ? item('talk strong', `${words.talk}: ${words.strong}`) : nothing}
      ${lines.map(({ form, marks, norms, change }, i) => {
        const name = lines[1] ? `${nameOf(form)}: ` : '';
        return [
          marks.some(({ score }) => score === undefined) ? item('gap', name + words.noScore, i) : nothing,
          norms && item('band', name + bandText(norms, view)),
          change && html`<li>${name}${fill(words.change, { ...change, threshold: number(change.threshold) })}</li>`,
        ];
      })}
    </ul>
    ${
      milestones.length
        ? html`<ul part="milestones" aria-label=${words.milestones}>
            ${milestones.map(
              (one, i) => html`<li><b>${number(i + 1)}</b> ${day(one.day)}: ${one.title}</li>`,
            )}
          </ul>`
        : nothing
    }`;
}

function bandText({ source, sd, reliability, rc95 }: NonNullable<Line['norms']>, { words, number }: View): string {
  const half = rc95 / Math.SQRT2;
  const numbers = Object.entries({ half, sem: half / 1.96, rc95, sd, reliability }).map(([key, value]) => [key, number(value)]);
  return fill(words.band, { ...Object.fromEntries(numbers), source });
}

function summaryOf({ form, marks }: Line, { words, nameOf, sessions, number, day }: View): string {
  const scores = marks.flatMap(({ score }) => score ?? []);
  const [from, to] = [marks[0]!, marks.at(-1)!].map(({ entry }) => day(entry.day)) as [string, string];
  const [first, last, lowest, highest] = [scores[0] ?? 0, scores.at(-1) ?? 0, Math.min(...scores), Math.max(...scores)].map(number);
  const gaps = marks.length - scores.length;
  const talks = marks.filter(({ flag }) => flag).length;
  return [
    `${nameOf(form)}: ${sessions(marks.length)}, ${from === to ? from : `${from} – ${to}`}.`,
    scores.length > 1 ? fill(words.ends, { first: first!, last: last!, lowest: lowest!, highest: highest! }) : scores.length && `${words.scores} ${first}.`,
    gaps && fill(words.gaps, { n: gaps }),
    talks && fill(words.talks, { n: talks }),
  ]
    .filter(Boolean)
    .join(' ');
}

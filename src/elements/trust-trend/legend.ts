import { html, nothing, type TemplateResult } from 'lit';
import { drawSample } from './chart.ts';
import type { Course, Line } from './course.ts';
import { exactForm } from './form-name.ts';
import type { Format } from './format.ts';

/**
 * A summary of each line in words, the meaning of the other signs, and the milestones. It describes the chart for screen
 * readers.
 */
export function legendTemplate({ lines, points, milestones }: Course, format: Format): TemplateResult {
  const { words, day, number, say, prefixOf } = format;
  const item = (kind: string, text: string, line = 0): TemplateResult => html`<li>${drawSample(kind, line)} ${text}</li>`;
  const flags = (['talk', 'talk strong'] as const).filter((one) => points.some(({ flag }) => flag === one));
  return html`<ul part="legend" id="legend">
      ${lines.map(
        (line, i) => html`<li>
          ${drawSample('line', i)}
          <span>
            ${summaryOf(line, format)} ${format.hasMany ? html`<span class="help form">${exactForm(line.form)}</span>` : nothing}
          </span>
        </li>`,
      )}
      ${flags.map((flag) => item(flag, flag === 'talk' ? words.talk : `${words.talk}: ${words.strong}`))}
      ${lines.map(({ form, points, norms, change }, i) => {
        const name = prefixOf(form);
        return [
          points.some(({ score }) => score === undefined) ? item('gap', name + words.noScore, i) : nothing,
          norms && item('band', name + say(words.band, norms)),
          change && html`<li>${name}${say(words.change, change)}</li>`,
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

function summaryOf({ form, points }: Line, { words, nameOf, sessions, say, number, day }: Format): string {
  const scores = points.flatMap(({ score }) => score ?? []);
  const [from, to] = [points[0]!, points.at(-1)!].map(({ entry }) => day(entry.day)) as [string, string];
  const [first = 0] = scores;
  const gaps = points.length - scores.length;
  const talks = points.filter(({ flag }) => flag).length;
  return [
    `${nameOf(form)}: ${sessions(points.length)}, ${from === to ? from : `${from} – ${to}`}.`,
    scores.length > 1
      ? say(words.ends, { first, last: scores.at(-1)!, lowest: Math.min(...scores), highest: Math.max(...scores) })
      : scores.length && `${words.scores} ${number(first)}.`,
    gaps && say(words.gaps, { n: gaps }),
    talks && say(words.talks, { n: talks }),
  ]
    .filter(Boolean)
    .join(' ');
}

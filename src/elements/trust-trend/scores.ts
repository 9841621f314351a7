import { html, nothing, type TemplateResult } from 'lit';
import { levelOf } from '../../internal/heading.ts';
import { drawAxis, drawChart, leastWidth } from './chart.ts';
import type { Course } from './course.ts';
import { findingTemplate } from './findings.ts';
import { legendTemplate } from './legend.ts';
import { tableTemplate } from './table.ts';
import type { View } from './view.ts';

/** So many findings stand there at once, the latest first. */
const SOME = 3;

/**
 * What a clinician is shown: the chart, what is worth a conversation, all of it as a table, and what the scores are not.
 * What is folded is made when something was opened, of which `onOpen` is told.
 */
export function scoresTemplate(
  course: Course,
  view: View,
  { scale, headingLevel }: { scale: string; headingLevel: number },
  isOpened: boolean | undefined,
  onOpen: () => void,
): TemplateResult {
  const { lines, marks, without, places } = course;
  const { words, say, nameOf } = view;
  const canScroll = leastWidth(course) > 200;
  const latest = marks.filter(({ flag }) => flag).reverse();
  const earlier = latest.splice(SOME);
  const bare = lines.filter(({ norms, marks }) => !norms && marks.some(({ entry: { score } }) => score && !score.provenance.normed));
  const forms = lines[bare.length] ? `: ${bare.map(({ form }) => nameOf(form)).join(', ')}` : '';
  const show = (some: typeof latest): TemplateResult[] => some.map((mark) => findingTemplate(mark, view));
  const later = (part: string, summary: string, content: () => unknown): TemplateResult =>
    html`<details part=${part} @toggle=${onOpen}>
      <summary>${summary}</summary>
      ${isOpened ? content() : nothing}
    </details>`;

  return html`${
      places
        ? html`<p id="scale" class="help">${scale === 'total' ? words.total : scale}. ${words.axis}</p>
            <figure part="chart">
              <div class="frame">
                ${drawAxis(view)}
                <div
                  class="scroll"
                  part="plot"
                  role=${canScroll ? 'region' : nothing}
                  aria-labelledby=${canScroll ? 'title scale' : nothing}
                  tabindex=${canScroll ? 0 : nothing}
                >
                  ${drawChart(course, view)}
                </div>
              </div>
              <figcaption>${legendTemplate(course, view)}</figcaption>
            </figure>
            ${
              latest[0]
                ? html`<div part="findings">
                    <h3 aria-level=${levelOf(headingLevel, 1)}>${words.talk}</h3>
                    ${show(latest)}
                    ${earlier[0] ? later('earlier', say(words.earlier, { n: earlier.length }), () => show(earlier)) : nothing}
                    <p class="help">${words.meaning}</p>
                  </div>`
                : nothing
            }
            ${later('more', words.table, () => html`<div class="scroll" role="region" aria-label=${words.table} tabindex="0">${lines.map((line) => tableTemplate(line, view))}</div>`)}`
        : nothing
    }
    ${without.map((form) => html`<p class="help">${say(words.without, { form: nameOf(form) })}</p>`)}
    ${places || without[0] ? html`<p class="help" part="standing">${bare[0] ? say(words.notNormed, { forms }) : words.standing}</p>` : html`<p>${words.none}</p>`}`;
}

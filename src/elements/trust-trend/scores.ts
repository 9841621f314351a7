import { html, nothing, type TemplateResult } from 'lit';
import { levelOf } from '../../ui/templates/heading.ts';
import { drawAxis, drawChart, leastWidth } from './chart.ts';
import type { Course } from './course.ts';
import { findingTemplate } from './findings.ts';
import { legendTemplate } from './legend.ts';
import { tableTemplate } from './table.ts';
import type { Format } from './format.ts';

/** The number of findings outside the disclosure of earlier ones. */
const SHOWN_FINDINGS = 3;

interface ScoresOptions {
  scale: string;
  headingLevel: number;
  /** A disclosure. Its content is rendered after the clinician has opened one. */
  later: (part: string, summary: string, content: () => unknown) => TemplateResult;
}

/** The view for clinicians: the chart, the findings, the scores as a table, and what the scores do not say. */
export function scoresTemplate(course: Course, format: Format, options: ScoresOptions): TemplateResult {
  const { scale, headingLevel, later } = options;
  const { lines, points, without, places } = course;
  const { words, say, nameOf } = format;
  const canScroll = leastWidth(course) > 200;
  const latest = points.filter(({ flag }) => flag).reverse();
  const earlier = latest.splice(SHOWN_FINDINGS);
  const bare = lines.filter(({ norms, points }) => !norms && points.some(({ entry: { score } }) => score && !score.provenance.normed));
  const forms = lines[bare.length] ? `: ${bare.map(({ form }) => nameOf(form)).join('; ')}` : '';
  const show = (some: typeof latest): TemplateResult[] => some.map((point) => findingTemplate(point, format));
  const tables = (): TemplateResult =>
    html`<div class="scroll" role="region" aria-label=${words.table} tabindex="0">
      ${lines.map((line) => tableTemplate(line, format))}
    </div>`;

  return html`${
      places
        ? html`<p id="scale" class="help">${scale === 'total' ? words.total : scale}. ${words.axis}</p>
            <figure part="chart">
              <div class="frame">
                ${drawAxis(format)}
                <div
                  class="scroll"
                  part="plot"
                  role=${canScroll ? 'region' : nothing}
                  aria-labelledby=${canScroll ? 'title scale' : nothing}
                  tabindex=${canScroll ? 0 : nothing}
                >
                  ${drawChart(course, format)}
                </div>
              </div>
              <figcaption>${legendTemplate(course, format)}</figcaption>
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
            ${later('more', words.table, tables)}`
        : nothing
    }
    ${without.map((form) => html`<p class="help">${say(words.without, { form: nameOf(form) })}</p>`)}
    ${places || without[0] ? html`<p class="help" part="standing">${bare[0] ? say(words.notNormed, { forms }) : words.standing}</p>` : html`<p>${words.none}</p>`}`;
}

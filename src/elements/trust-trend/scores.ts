import { html, nothing, type TemplateResult } from '../../ui/lit/lit.ts';
import { levelOf } from '../../ui/templates/heading.ts';
import { drawAxis, drawChart, leastWidth } from './chart.ts';
import type { Course } from './course.ts';
import { findingTemplate } from './findings.ts';
import { legendTemplate } from './legend.ts';
import { tableTemplate } from './table.ts';
import type { Shown } from '../../ui/text/messages.ts';
import type { Format } from './format.ts';

/** The number of findings outside the disclosure of earlier ones. */
const SHOWN_FINDINGS = 3;

interface ScoresOptions {
  /** The key of the message if there is nothing to show. */
  none: 'trend.none' | 'trend.noneShown';
  scale: string;
  headingLevel: number;
  /** A disclosure. Its content is rendered after the clinician has opened one. */
  later: (part: string, summary: Shown, content: () => unknown) => TemplateResult;
}

/** The view for clinicians: the chart, the findings, the scores as a table, and what the scores do not say. */
export function scoresTemplate(course: Course, format: Format, options: ScoresOptions): TemplateResult {
  const { scale, headingLevel, later } = options;
  const { lines, points, without, places } = course;
  const { t, nameOf } = format;
  const canScroll = leastWidth(course) > 200;
  const latest = points.filter(({ flag }) => flag).reverse();
  const earlier = latest.splice(SHOWN_FINDINGS);
  const bare = lines.filter(({ norms, points }) => !norms && points.some(({ entry: { score } }) => score && !score.provenance.normed));
  const standing = (): Shown => {
    if (!bare[0]) return t('trend.standing');
    return lines[bare.length]
      ? t('trend.notNormedForms', { forms: bare.map(({ form }) => nameOf(form)).join('; ') })
      : t('trend.notNormed');
  };
  const show = (some: typeof latest): TemplateResult[] => some.map((point) => findingTemplate(point, format));
  const tables = (): TemplateResult =>
    html`<div class="scroll" role="region" aria-label=${t.text('trend.table')} tabindex="0">
      ${lines.map((line) => tableTemplate(line, format))}
    </div>`;

  return html`${
      places
        ? html`<p id="scale" class="help">${scale === 'total' ? t('trend.total') : t.mark(scale, '')}. ${t('trend.axis')}</p>
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
                    <h3 aria-level=${levelOf(headingLevel, 1)}>${t('trend.talk')}</h3>
                    ${show(latest)}
                    ${earlier[0] ? later('earlier', t('trend.earlier', { count: earlier.length }), () => show(earlier)) : nothing}
                    <p class="help">${t('trend.meaning')}</p>
                  </div>`
                : nothing
            }
            ${later('more', t('trend.table'), tables)}`
        : nothing
    }
    ${without.map((form) => html`<p class="help">${t('trend.without', { form: nameOf(form) })}</p>`)}
    ${places || without[0] ? html`<p class="help" part="standing">${standing()}</p>` : html`<p>${t(options.none)}</p>`}`;
}

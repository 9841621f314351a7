import type { FormStatistics, Of, ScaleStatistics } from '../form-statistics.ts';
import { html, type Markup } from '../html.ts';
import type { Widgets } from '../widgets.ts';
import { itemsView } from './clinic-items.ts';
import { alphaWords, figure, scalesView } from './clinic-scales.ts';
import { layout } from './layout.ts';
import { translationShort } from './seen-view.ts';

/** How the forms work in this clinic: figures about the forms, and not about the people who filled them in. */
export function clinicPage(widgets: Widgets, forms: readonly FormStatistics[], of: Of): Markup {
  const isMadeUp = of === 'made-up';
  return layout({
    title: 'Instruments',
    kind: 'desk',
    madeUp: isMadeUp && 'Every figure on this page comes from made-up clients, and says nothing about real people.',
    scripts: [widgets.script('trust-levels'), html`<script type="module" src="/assets/fold.js"></script>`],
    main: html`<div class="topline">
<h1>The instruments</h1>
<p class="actions"><a href="/clinician/clinic"${isMadeUp && html` aria-current="page"`}>Made-up clients</a> <a href="/clinician/clinic?of=others"${!isMadeUp && html` aria-current="page"`}>Other clients</a></p>
</div>
<div class="note"><p><strong>These are the instruments’ own statistics.</strong> They say how the forms work here, not how anybody does. They are un-normed: there is nothing to compare them with. This is no ranking of staff or of clients, and nothing on this page is told apart by therapist.</p></div>
${
  forms.length
    ? html`${overview(forms)}
${reading}
<h2 class="between">Form by form</h2>
${forms.map(formView)}`
    : html`<section class="sheet"><p>${isMadeUp ? 'There are no made-up clients here.' : 'Nobody but made-up clients has answered anything yet.'}</p></section>`
}
${education}`,
  });
}

function overview(forms: readonly FormStatistics[]): Markup {
  const responses = forms.reduce((sum, form) => sum + form.responses, 0);
  return html`<section class="sheet" aria-labelledby="overview">
<h2 id="overview">At a glance</h2>
<p class="muted">${responses} responses to ${forms.length} forms. Another version, variant, keying or mode is another form: they are not counted together.</p>
<table class="stack short-cells figures">
<thead><tr><th scope="col">Form</th><th scope="col">Responses</th><th scope="col">People</th><th scope="col">Lines without an answer</th><th scope="col">Alpha of the total, 95&#8239;%</th><th scope="col">Omega</th></tr></thead>
<tbody>${forms.map(
    (form) => html`<tr><th scope="row"><a href="#${anchor(form)}">${form.instrument.title}</a><br><span class="muted small">${nameOf(form)}</span></th>
<td data-label="Responses">${form.responses}</td><td data-label="People">${form.people}</td>
<td data-label="Lines without an answer">${withoutAnswer(form)}</td>
${total(form.scales)}</tr>
`,
  )}</tbody></table></section>`;
}

const reading = html`<section class="sheet reading" aria-labelledby="reading">
<h2 id="reading">How to read them, and what became of missing answers</h2>
<dl>
<div><dt>Lines</dt><dd>Each line is counted over the responses that answer it (available cases), so its <i>n</i> may differ from the next line’s. Somebody who answered after several sessions is counted each time. A line that was not asked is not missing.</dd></div>
<div><dt>Lowest, highest</dt><dd>Floor and ceiling: the share of answers with the lowest and the highest weight. Lines that are worded the other way round, marked ↔, are turned round first.</dd></div>
<div><dt>Alpha, omega</dt><dd>How far the lines of a scale go together, over the first response of each person. A response that leaves out a line of the scale is left out as a whole (listwise); how many is told. Nothing is filled in. Brackets hold Feldt’s 95&#8239;% interval: how far alpha may be off because only these people were asked.</dd></div>
<div><dt>With the rest, without it</dt><dd>The correlation of a line with the sum of the others of its scale, and alpha if the line were dropped.</dd></div>
<div><dt>No figure</dt><dd>Where there is none, the reason stands in its place.</dd></div>
</dl>
</section>`;

/**
 * It is on this page because no person's score is shown here. It is folded because its figures are not the clinic's. It is
 * never for a client.
 */
const education = html`<details class="sheet folded instrument education"><summary><h2>Trust levels, as an article prints them</h2>
<span class="muted">For your own education: figures that you may meet elsewhere. They have no source, and nothing is computed with them.</span></summary>
<attune-trust-levels show heading-level="3">
<p class="needs-scripts">The table needs a browser with scripts switched on.</p>
</attune-trust-levels>
</details>
`;

function formView(form: FormStatistics): Markup {
  const { instrument, responses, people, scales } = form;
  const id = anchor(form);
  return html`<details class="sheet folded instrument"><summary><h2>${instrument.title}</h2>
<span class="muted">${nameOf(form)}: ${count(responses, 'response', 'responses')} of ${count(people, 'person', 'people')}</span></summary>
<h3 id="${id}">Do the lines go together?</h3>
${scales.length ? scalesView(scales) : html`<p>It has no score, so there is no scale whose lines would have to go together.</p>`}
<h3>Line by line</h3>
${itemsView(form)}
</details>
`;
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** The instrument, its version, and the options that distinguish this form from others of the same instrument. */
function nameOf(form: FormStatistics): string {
  const { id, version } = form.instrument;
  return [`${id} ${version}`, optionsOf(form), translationShort(form.form)].filter(Boolean).join(', ');
}

function optionsOf({ instrument: { options } }: FormStatistics): string {
  return Object.entries(options)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}

function anchor({ instrument: { id, version, options }, form }: FormStatistics): string {
  return [id, version, ...Object.values(options), ...(form.translation ? [form.translation.language] : [])].join(' ').replace(/[^\w]+/g, '-').toLowerCase();
}

function withoutAnswer({ items: { items } }: FormStatistics): string {
  const lines = items.filter(({ floor }) => floor.ok || floor.reason !== 'no-weights');
  const missing = lines.reduce((sum, { missing: { blank, declined, unknown } }) => sum + blank + declined + unknown, 0);
  const asked = lines.reduce((sum, { n, missing: { blank, declined, unknown } }) => sum + n + blank + declined + unknown, 0);
  return asked ? `${figure((100 * missing) / asked, 1)} %` : 'no lines with a scale';
}

function total(scales: readonly ScaleStatistics[]): Markup {
  const { alpha, omega } = scales.find(({ key }) => !key) ?? {};
  if (!alpha || !omega) return html`<td colspan="2" data-label="Alpha and omega"><span class="muted">it has no total</span></td>`;
  const none = html`<span class="muted">none, see below</span>`;
  return html`<td data-label="Alpha of the total, 95 %">${alpha.ok ? html`<span class="nowrap">${alphaWords(alpha)}</span>` : none}</td>
<td data-label="Omega">${omega.ok ? figure(omega.omega) : none}</td>`;
}

import type { Instrument } from 'attune-elements/core';
import { listAsked } from '../asked.ts';
import type { SessionCourse } from '../course.ts';
import { html, type Markup } from '../html.ts';
import { ownInstrument } from '../instrument.ts';
import { instrumentOf } from '../read-record.ts';
import type { KeptRecord } from '../records.ts';
import { shortDay } from './day.ts';

const instrument = 'mistrust-observation';

/** What the therapist saw, session by session: a profile, never a total, and never on the client’s own pages. */
export function observationsView(course: readonly SessionCourse[]): Markup | null {
  const rows = course.flatMap(({ session, records }) =>
    records.filter(({ body }) => body.instrument.id === instrument).map((record) => ({ session, record })),
  );
  if (!rows.length) return null;
  const scales = scalesOf(ownInstrument(instrument));
  return html`<p class="muted">What the therapist saw. A profile: the columns are not added up. Not shown to the client, who may ask to read it.</p>
<div class="wide-table" role="group" aria-label="Signs that were seen" tabindex="0"><table class="stack">
<thead><tr><th scope="col">Session</th>${scales.map(({ title }) => html`<th scope="col">${title}</th>`)}<th scope="col">Other reasons to weigh</th><th scope="col">To try next</th></tr></thead>
<tbody>${rows.map(
    ({ session, record }) => html`<tr>
<th scope="row"><a href="/clinician/sessions/${session.id}">Session ${session.number}</a><br><span class="muted small nowrap">${shortDay(session.heldOn)}</span></th>
${scales.map(({ key, title }) => html`<td data-label="${title}">${seen(record, key)}</td>`)}
<td data-label="Other reasons to weigh">${chosen(record, 'm-why')}</td><td data-label="To try next">${chosen(record, 'm-next')}</td></tr>
`,
  )}</tbody></table></div>`;
}

function scalesOf({ scoring }: Instrument): { key: string; title: string }[] {
  return Object.entries(scoring?.scales ?? {}).map(([key, { title = key }]) => ({ key, title }));
}

function seen({ score }: KeptRecord, key: string): Markup {
  const scale = score.scales[key];
  if (scale?.status !== 'scored') return html`<span class="muted">cannot say</span>`;
  return html`<svg class="dots" viewBox="0 0 ${scale.max * 14} 12" width="${scale.max * 14}" height="12" aria-hidden="true">${Array.from(
    { length: scale.max },
    (_, place) => html`<circle cx="${place * 14 + 6}" cy="6" r="4.5"${place < scale.raw && html` class="seen"`}/>`,
  )}</svg> <span class="number nowrap">${scale.raw} of ${scale.max}</span>`;
}

function chosen({ body }: KeptRecord, item: string): Markup {
  const [found] = listAsked(instrumentOf(body), body).filter(({ item: { id } }) => id === item);
  return found?.words ? html`${found.words}` : html`<span class="muted">none</span>`;
}

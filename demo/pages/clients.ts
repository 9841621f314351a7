import { agenda } from 'attune-elements/core';
import type { Client } from '../clients.ts';
import { html, type Markup } from '../html.ts';
import { instrumentOf, type KeptRecord } from '../records.ts';
import type { ClinicSession } from '../sessions.ts';
import { shortDay } from './day.ts';
import { layout } from './layout.ts';

/** The clinicians' list, in the order of the last session. There is no order by score. */
export function clientsPage(
  clients: readonly Client[],
  sessions: readonly ClinicSession[],
  records: readonly KeptRecord[],
): Markup {
  const rows = clients
    .map((client) => {
      const held = sessions.filter((session) => session.client === client.id);
      const own = records.filter((record) => record.client === client.id && !record.supersededBy);
      return { client, held, own, last: held[0]?.heldOn ?? '' };
    })
    .sort((a, b) => b.last.localeCompare(a.last));
  return layout({
    title: 'Clients',
    kind: 'desk',
    main: html`<div class="topline">
<h1>Clients</h1>
<div class="actions"><a href="/clinician/answers.csv">All answers as CSV</a> <a href="/clinician/records.ndjson">All records as NDJSON</a>
<form method="post" action="/clinician/sign-out"><button class="linklike">Sign out</button></form></div>
</div>
<section class="sheet"><table class="stack">
<thead><tr><th scope="col">Client</th><th scope="col">Last session</th><th scope="col">Last trust answers</th><th scope="col">To talk about</th></tr></thead>
<tbody>
${rows.map(
  ({ client, held, own, last }) => html`<tr>
<th scope="row"><a href="/clinician/clients/${client.id}">${client.called}</a>&ensp;${client.madeUp && html`<span class="made-up">made up</span>`}</th>
<td data-label="Last session">${last ? html`<span class="nowrap">${shortDay(last)}</span><br><span class="muted small nowrap">${held[0]?.therapist}</span>` : html`<span class="muted">not yet</span>`}</td>
<td data-label="Last trust answers">${lastTrust(own)}</td>
<td data-label="To talk about">${toTalkAbout(own)}</td></tr>
`,
)}
</tbody></table></section>
<p class="muted measure">Scores have no norms and do not rank people or therapists. In CSV, a cell that a spreadsheet could run as a formula has an apostrophe in front, and the column “guarded” names it; “values_json” is always exact. NDJSON holds each record whole.</p>`,
  });
}

function lastTrust(records: readonly KeptRecord[]): Markup {
  const record = records.findLast(({ body }) => body.instrument.id.startsWith('trust-'));
  if (!record) return html`<span class="muted">none</span>`;
  const { total, status } = record.score;
  const day = shortDay(record.body.completedAt ?? '');
  if (total?.status !== 'scored') return html`${day}: <span class="muted">too few answers for a total</span>`;
  return html`<span class="number">${total.pomp.toFixed(1)} of 100</span>${status === 'prorated' && ' (prorated)'}<br><span class="muted small">${record.body.instrument.id}, ${day}</span>`;
}

function toTalkAbout(records: readonly KeptRecord[]): Markup {
  const record = records.findLast(({ body }) => body.instrument.id === 'boundary-clarity');
  const lines = record ? agenda(instrumentOf(record.body), record.body) : [];
  if (!lines.length) return html`<span class="muted">nothing noted</span>`;
  return html`${lines[0]?.text}${lines.length > 1 && html` <span class="muted">and ${lines.length - 1} more</span>`}`;
}

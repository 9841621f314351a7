import { agenda } from 'attune-elements/core';
import type { ClientRow } from '../clients.ts';
import { html, type Markup } from '../html.ts';
import { instrumentOf } from '../read-record.ts';
import { shortDay } from './day.ts';
import { layout } from './layout.ts';

/** The clinicians' list, in the order of the last session. There is no order by score. */
export function clientsPage(clients: readonly ClientRow[]): Markup {
  const madeUp = clients.filter((client) => client.madeUp);
  const sessions = madeUp.reduce((sum, client) => sum + client.sessions, 0);
  return layout({
    title: 'Clients',
    kind: 'desk',
    madeUp:
      madeUp.length > 0 &&
      `${madeUp.length} of the ${clients.length} clients below are no real people: a script wrote them, with their ${sessions} sessions. Each is marked, here and in every export.`,
    main: html`<div class="topline">
<h1>Clients</h1>
<p class="actions"><a href="/clinician/answers.csv">All answers as CSV</a> <a href="/clinician/records.ndjson">All records as NDJSON</a> <a href="/clinician/journal.ndjson">All shared journal entries as NDJSON</a></p>
</div>
<section class="sheet"><table class="stack clients">
<thead><tr><th scope="col">Client</th><th scope="col">Last session</th><th scope="col">Last trust answers</th><th scope="col">To talk about</th></tr></thead>
<tbody>
${clients.map(row)}</tbody></table></section>
<p class="muted measure">Clients stand in the order of their last session. Scores have no norms and do not rank people or therapists. In CSV, a cell that a spreadsheet could run as a formula has an apostrophe in front, and the column “guarded” names it; “values_json” is always exact. NDJSON holds each record whole. What clients shared of their journals is a file of its own: it answers no form.</p>`,
  });
}

function row(client: ClientRow): Markup {
  const { id, called, madeUp, sessions, heldOn, therapist } = client;
  return html`<tr>
<th scope="row"><a href="/clinician/clients/${id}">${called}</a>&ensp;${madeUp && html`<span class="made-up">made up</span>`}</th>
<td data-label="Last session">${heldOn ? html`<span class="nowrap">${shortDay(heldOn)}</span><br><span class="muted small">${sessions === 1 ? 'the first' : `session ${sessions}`}, with ${therapist}</span>` : html`<span class="muted">not yet</span>`}</td>
<td data-label="Last trust answers">${lastTrust(client)}</td>
<td data-label="To talk about">${toTalkAbout(client)}</td></tr>
`;
}

function lastTrust({ trust, score }: ClientRow): Markup {
  if (!trust || !score) return html`<span class="muted">none</span>`;
  const { total, status } = score;
  const day = shortDay(trust.completedAt ?? '');
  if (total?.status !== 'scored') return html`${day}: <span class="muted">too few answers for a total</span>`;
  return html`<span class="number">${total.pomp.toFixed(1)} of 100</span>${status === 'prorated' && ' (prorated)'}<br><span class="muted small">${trust.instrument.id}, ${day}</span>`;
}

function toTalkAbout({ card }: ClientRow): Markup {
  const lines = card ? agenda(instrumentOf(card), card) : [];
  if (!lines.length) return html`<span class="muted">nothing noted</span>`;
  return html`${lines[0]?.text}${lines.length > 1 && html` <span class="muted">and ${lines.length - 1} more</span>`}`;
}

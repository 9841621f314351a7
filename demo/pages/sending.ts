import type { OutboxState } from '../fhir/outbox.ts';
import { html, type Markup } from '../html.ts';
import { shortDay } from './day.ts';
import { layout } from './layout.ts';

/** The outbox, for whoever looks after the clinic's server. It names clients and forms, and no answer. */
export function sendingPage({ waiting, since, problems, refused, setAside }: OutboxState, isOn: boolean): Markup {
  return layout({
    title: 'Sending to another server',
    kind: 'desk',
    main: html`<div class="topline"><h1>Sending to another server</h1></div>
${!isOn && html`<div class="note"><p>Nothing is sent: the clinic’s server has no <code>FHIR_BASE_URL</code>. What is in this list waits until it has one.</p></div>`}
<section class="sheet" aria-labelledby="waiting">
<h2 id="waiting">Waiting</h2>
<p>${waiting ? html`${records(waiting)} since ${shortDay(dayOf(since))}. The clinic tries by itself until they arrive.` : 'Nothing waits.'}</p>
${problems.length > 0 && html`<ul>${problems.map(({ problem, count }) => html`<li>${records(count)}: ${problem}</li>`)}</ul>`}
</section>
<section class="sheet" aria-labelledby="refused">
<h2 id="refused">Set aside</h2>
${
  refused
    ? html`<p>The other server did not accept ${records(refused)}. Its administrator can say why. A later version of a record waits behind it.</p>
<table class="stack short-cells">
<thead><tr><th scope="col">Client</th><th scope="col">Form</th><th scope="col">Sent in</th><th scope="col">What the server says</th></tr></thead>
<tbody>${setAside.map(
        ({ client, called, madeUp, instrument, queuedAt, problem, attempts }) => html`<tr>
<th scope="row"><a href="/clinician/clients/${client}">${called}</a>&ensp;${madeUp && html`<span class="made-up">made up</span>`}</th>
<td data-label="Form">${instrument}</td><td data-label="Sent in">${shortDay(dayOf(queuedAt))}</td>
<td data-label="What the server says">${problem}, at try ${attempts}</td></tr>
`,
      )}</tbody></table>
${refused > setAside.length && html`<p class="muted">The first ${setAside.length} are shown.</p>`}
<form method="post" action="/clinician/sending/again"><p class="actions"><button class="button">Send them again</button></p></form>`
    : html`<p>The other server has accepted everything that it got.</p>`
}
</section>`,
  });
}

const records = (count: number): string => (count === 1 ? '1 record' : `${count} records`);

const dayOf = (moment: Date | null): string => moment?.toISOString().slice(0, 10) ?? '';

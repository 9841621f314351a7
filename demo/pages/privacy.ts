import { html, type Markup } from '../html.ts';
import type { NotedReading } from '../readings.ts';
import type { Erasure } from '../retention.ts';
import { shortDay } from './day.ts';
import { layout } from './layout.ts';

export interface PrivacyView {
  /** For how many days everything is kept. Undefined: without an end. */
  days: number | undefined;
  /** The day before which everything was erased. */
  erasedUpTo: string | undefined;
  erasures: readonly Erasure[];
  /** Whose answers were read, if the page is about one client. */
  client: { id: string; called: string | undefined } | undefined;
  /** The latest first. */
  readings: readonly NotedReading[];
  /** The number of the last reading, if there are earlier ones. */
  earlier: string | undefined;
}

/** What became of people's answers: who read them, and what was erased because of its age. */
export function privacyPage(view: PrivacyView): Markup {
  const { days, erasedUpTo, erasures } = view;
  return layout({
    title: 'Privacy',
    kind: 'desk',
    main: html`<div class="topline"><h1>Privacy</h1></div>
${readingsView(view)}
<section class="sheet" aria-labelledby="erased">
<h2 id="erased">What was erased</h2>
<p>${
      days === undefined
        ? html`Nothing is erased because of its age: the clinic’s server has no <code>RETENTION_DAYS</code>.`
        : html`Answers, milestones, journal entries and sessions are kept for ${days} ${days === 1 ? 'day' : 'days'}, then erased. A client of whom nothing is left is erased too.`
    } An intake form that is not sent is kept for a day.</p>
${erasedUpTo !== undefined && html`<p>Everything from before ${shortDay(erasedUpTo)} was erased.</p>`}
${
  erasures.length > 0 &&
  html`<table class="stack short-cells">
<thead><tr><th scope="col">Erased on</th><th scope="col">What</th><th scope="col">How many</th><th scope="col">From before</th></tr></thead>
<tbody>${erasures.map(
    ({ erasedAt, kind, count, upTo }) => html`<tr>
<th scope="row">${shortDay(erasedAt.toISOString())}</th><td data-label="What">${kind}</td>
<td data-label="How many">${count}</td><td data-label="From before">${shortDay(upTo)}</td></tr>
`,
  )}</tbody></table>`
}
</section>`,
  });
}

const readers: Record<NotedReading['who'], string> = {
  desk: 'A clinician, visit',
  program: 'A program of the clinic, token',
  client: 'The client, link',
  device: 'Somebody filling in the intake form, device',
  'other server': 'Another FHIR server,',
};

function readingsView({ client, readings, earlier }: PrivacyView): Markup {
  const of = client && html` of ${client.called ?? 'a client who was erased'}`;
  const address = `/clinician/privacy?${client ? `client=${encodeURIComponent(client.id)}&` : ''}before=${earlier ?? ''}`;
  return html`<section class="sheet" aria-labelledby="read">
<h2 id="read">Who read answers${of}</h2>
<p>Each time answers are read, this is noted before they are sent. Clinicians share one password, so a clinician is a visit: from signing in to signing out.${client && html` <a href="/clinician/privacy">All clients</a>`}</p>
${
    readings.length
      ? html`<table class="stack short-cells">
<thead><tr><th scope="col">When (UTC)</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Whose</th></tr></thead>
<tbody>${readings.map(
          ({ readAt, who, id, what, ...whose }) => html`<tr>
<th scope="row">${shortDay(readAt.toISOString())}, ${readAt.toISOString().slice(11, 16)}</th><td data-label="Who">${readers[who]} ${id}</td>
<td data-label="What">${what}</td><td data-label="Whose">${whoseView(whose)}</td></tr>
`,
        )}</tbody></table>`
      : html`<p>Nobody has read any.</p>`
  }
${earlier !== undefined && html`<p class="actions"><a href="${address}">Earlier</a></p>`}
</section>`;
}

function whoseView({ clients, client, called }: Pick<NotedReading, 'clients' | 'client' | 'called'>): Markup {
  if (client === null) return clients ? html`${clients} clients` : html`Nobody’s alone`;
  return called === null ? html`A client who was erased` : html`<a href="/clinician/privacy?client=${client}">${called}</a>`;
}

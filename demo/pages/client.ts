import { agenda, perspectiveGap } from 'attune-elements/core';
import { empathyChecklist } from 'attune-elements/instruments';
import { listAsked } from '../asked.ts';
import type { Client } from '../clients.ts';
import { courseOf, isTrust, pairOf, type SessionCourse, unsentTrust } from '../course.ts';
import { html, jsonScript, type Markup } from '../html.ts';
import { ownInstrument } from '../instrument.ts';
import type { SharedEntry } from '../journal.ts';
import { type Milestone, milestoneTitles } from '../milestones.ts';
import { instrumentOf } from '../read-record.ts';
import type { KeptRecord } from '../records.ts';
import type { ClinicSession } from '../sessions.ts';
import type { Widgets } from '../widgets.ts';
import { goalsView } from './client-goals.ts';
import { journalView } from './client-journal.ts';
import { observationsView } from './client-observations.ts';
import { sessionsTable } from './client-sessions.ts';
import { longDay, modes, shortDay } from './day.ts';
import { layout } from './layout.ts';
import { madeUpClient } from './shared-words.ts';
import { agendaView, askedLastTime, lastTime, recordView } from './record-view.ts';

interface ClientFile {
  client: Client;
  sessions: readonly ClinicSession[];
  records: readonly KeptRecord[];
  milestones: readonly Milestone[];
  entries: readonly SharedEntry[];
}

/** A client's course, as a clinician reads it before a session. */
export function clientPage(
  widgets: Widgets,
  { client, sessions, records, milestones, entries }: ClientFile,
): Markup {
  const course = courseOf(sessions, records);
  const counting = records.filter(({ supersededBy }) => !supersededBy);
  const before = records.filter(({ session }) => session === null);
  const latest = course.find(({ session }) => records.some((record) => record.session === session.id));
  const there = (parts: Part[]): Part[] => parts.filter(({ body }) => body);
  const left = there([
    { id: 'trust', title: 'Trust over time', body: trustView(counting, course, milestones), holds: true },
    { id: 'goals', title: 'Goals', body: goalsView(counting) },
  ]);
  const right = there([
    { id: 'agenda', title: 'To talk about', body: agendaPart(counting) },
    { id: 'milestones', title: 'Milestones', body: milestonesView(client, milestones) },
  ]);
  const below = there([
    { id: 'journal', title: 'From the journal', body: journalView(client, entries) },
    { id: 'pairs', title: 'Two views', body: pairsView(course) },
    { id: 'seen', title: 'Signs of strain', body: observationsView(course) },
    { id: 'sessions', title: 'Sessions', body: sessions.length > 0 && sessionsTable(course) },
    { id: 'latest', title: 'Latest answers', body: latest && latestView(latest, records) },
    { id: 'before', title: 'Before the first visit', body: before.length > 0 && beforeView(client, before) },
  ]);
  const parts = [...left, ...right, ...below];
  return layout({
    title: client.called,
    kind: 'desk',
    madeUp: client.madeUp && madeUpClient(client),
    scripts: [widgets.script('attune')],
    main: html`<p class="crumbs"><a href="/clinician">All clients</a></p>
<div class="topline">
<h1>${client.called} ${client.madeUp && html`<span class="made-up">made up</span>`}</h1>
<p class="actions"><a href="/clinician/answers.csv?client=${client.id}">Answers as CSV</a> <a href="/clinician/records.ndjson?client=${client.id}">Records as NDJSON</a>${entries.length > 0 && html` <a href="/clinician/journal.ndjson?client=${client.id}">Shared journal as NDJSON</a>`}</p>
</div>
${inShort(sessions)}
${counting.some(isTrust) && lowAnswers()}
${
  parts.length > 1 &&
  html`<nav class="parts" aria-label="On this page">${parts.map(({ id, title }) => html`<a href="#${id}">${title}</a> `)}</nav>`
}
<div class="course${left.length > 0 && right.length > 0 && ' beside'}"><div>${left.map(sheet)}</div><div>${right.map(sheet)}</div></div>
<div class="course">${below.map(sheet)}</div>
${!parts.length && html`<section class="sheet"><p>There is nothing from ${client.called} yet.</p></section>`}`,
  });
}

interface Part {
  id: string;
  title: string;
  body: Markup | null | undefined | false;
  /** The content is a widget, which has its own padding. */
  holds?: boolean;
}

function sheet({ id, body, holds }: Part): Markup {
  return html`<section class="sheet${holds && ' holds'}" id="${id}">${body}</section>
`;
}

function inShort(sessions: readonly ClinicSession[]): Markup | null {
  const [last] = sessions;
  const first = sessions.at(-1);
  if (!last || !first) return html`<p class="muted">No session yet.</p>`;
  const therapists = [...new Set(sessions.map(({ therapist }) => therapist))].join(', ');
  return html`<p class="muted">${
    sessions.length === 1
      ? html`One session, on ${shortDay(last.heldOn)}`
      : html`${sessions.length} sessions, ${shortDay(first.heldOn)} to ${shortDay(last.heldOn)}`
  }, with ${therapists}.</p>`;
}

/** Shown wherever trust was asked about, whatever the answer was: it is for the next low answer too. */
function lowAnswers(): Markup {
  return html`<aside class="note" aria-label="On receiving low answers"><p><strong>When an answer is low:</strong> ${ownInstrument('trust-12').words?.clinicianNote}</p></aside>`;
}

/** Each form has its own line: at intake, after a session in full, the pulse. */
function trustView(
  records: readonly KeptRecord[],
  course: readonly SessionCourse[],
  milestones: readonly Milestone[],
): Markup | null {
  const trust = records.filter(isTrust);
  if (!trust.length) return null;
  const titles = milestoneTitles();
  const data = {
    records: [
      ...trust.map(({ body, score, session }) => ({
        score,
        date: body.completedAt,
        ...(session && { encounter: session }),
      })),
      ...unsentTrust(course),
    ],
    milestones: milestones.map(({ milestone, date, text }) => ({ date, title: text || titles.get(milestone) })),
    names: { 'trust-12': 'Full form', 'trust-pulse': 'Pulse' },
  };
  return html`<attune-trust-trend audience="clinician" heading-level="2">${jsonScript(data)}
<p class="muted">The chart needs a browser with scripts. The figures stand in the table of sessions below.</p></attune-trust-trend>`;
}

/** What they last wanted to ask. */
function agendaPart(records: readonly KeptRecord[]): Markup | null {
  const card = records.findLast(({ body }) => body.instrument.id === 'boundary-clarity');
  if (!card) return null;
  const instrument = instrumentOf(card.body);
  const lines = agenda(instrument, card.body);
  return html`<h2>To talk about</h2>
<p class="muted">From the card of ${shortDay(card.body.completedAt ?? '')}.</p>
${lines.length ? agendaView(lines) : html`<p>They ticked and wrote no question.</p>`}
${lastTime(card, listAsked(instrument, card.body), html`<h3>${askedLastTime}</h3>`)}`;
}

/** The same session seen by client, therapist and observer: the latest session open, the others folded. */
function pairsView(course: readonly SessionCourse[]): Markup | null {
  const pairs = course.flatMap(({ session, records }) => {
    const pair = pairOf(records);
    return pair.length ? [{ session, pair }] : [];
  });
  const [first, ...earlier] = pairs;
  if (!first) return null;
  const view = ({ session: { id, number, heldOn }, pair }: (typeof pairs)[number], open?: 'open'): Markup =>
    html`<details class="fold"${open && html` open`}><summary>Session ${number}, ${longDay(heldOn)} <span class="muted">${apart(pair)}</span></summary>
<p class="small"><a href="/clinician/sessions/${id}">Open the session</a></p>
${gapView(pair)}</details>
`;
  return html`<h2>Two views of a session</h2>
<p class="muted">The client’s checklist beside the therapist’s, and beside the observer’s where somebody watched. Not shown to the client.</p>
${view(first, 'open')}${earlier.map((each) => view(each))}`;
}

/** The number of lines in which the perspectives differ. */
function apart(pair: readonly KeptRecord[]): string {
  const gap = perspectiveGap(empathyChecklist, pair.map(({ body }) => body));
  if (!gap.ok) return 'cannot be compared';
  const { counts, lines } = gap;
  return `${pair.map(({ author }) => author).join(', ')}: ${counts.differ} of ${lines.length} lines apart`;
}

export function gapView(pair: readonly KeptRecord[]): Markup {
  return html`<attune-perspective-gap heading-level="3">${jsonScript(pair.map(({ body }) => body))}</attune-perspective-gap>`;
}

function milestonesView(client: Client, milestones: readonly Milestone[]): Markup | null {
  if (!milestones.length) return null;
  return html`<h2>Milestones that ${client.called} shares</h2>
<ul class="plain">${milestones.map(
    ({ milestone, date, text, note }) =>
      html`<li><strong>${text || milestoneTitles().get(milestone)}</strong>, ${shortDay(date)}${note && html`<br><q>${note}</q>`}</li>
`,
  )}</ul>`;
}

function latestView({ session }: SessionCourse, records: readonly KeptRecord[]): Markup {
  return html`<div class="session-head"><h2>${longDay(session.heldOn)}</h2>
<p class="muted">Session ${session.number}, ${session.therapist}, ${modes[session.mode]}. <a href="/clinician/sessions/${session.id}">Open the session</a></p></div>
${records.filter((record) => record.session === session.id).map(recordView)}`;
}

function beforeView(client: Client, before: readonly KeptRecord[]): Markup {
  return html`<div class="session-head"><h2>Before the first visit</h2><p class="muted">Came on ${shortDay(client.createdAt.toISOString())}</p></div>
${before.map(recordView)}`;
}

import { perspectiveGap } from 'attune-elements/core';
import { empathyChecklist } from 'attune-elements/instruments';
import { listAsked } from '../asked.ts';
import { cardsOfLastTime, questionsOf } from '../cards.ts';
import type { Client } from '../clients.ts';
import { courseOf, isTrust, pairOf, type SessionCourse, unsentTrust } from '../course.ts';
import { html, jsonScript, type Markup } from '../html.ts';
import type { SharedEntry } from '../journal.ts';
import { type Milestone, milestoneTitles } from '../milestones.ts';
import { instrumentOf } from '../read-record.ts';
import type { KeptRecord } from '../records.ts';
import type { ClinicSession } from '../sessions.ts';
import type { Unread } from '../unread.ts';
import type { Widgets } from '../widgets.ts';
import { glanceView } from './client-glance.ts';
import { goalsView } from './client-goals.ts';
import { journalView } from './client-journal.ts';
import { observationsView } from './client-observations.ts';
import { sessionsTable } from './client-sessions.ts';
import { longDay, modes, shortDay } from './day.ts';
import { layout } from './layout.ts';
import { madeUpClient } from './shared-words.ts';
import { agendaView, askedLastTime, lastTime, recordView } from './record-view.ts';
import { translationShort } from './seen-view.ts';

interface ClientFile {
  client: Client;
  sessions: readonly ClinicSession[];
  records: readonly KeptRecord[];
  milestones: readonly Milestone[];
  entries: readonly SharedEntry[];
  unread: Unread;
  /** What was just marked as read: the mark before it, to take it back. */
  markBefore?: string | undefined;
}

/** A client's course, as a clinician reads it before a session: in short first, and everything else folded under it. */
export function clientPage(widgets: Widgets, file: ClientFile): Markup {
  const { client, sessions, records, milestones, entries } = file;
  const course = courseOf(sessions, records);
  const counting = records.filter(({ supersededBy }) => !supersededBy);
  const before = records.filter(({ session }) => session === null);
  const latest = course.find(({ session }) => records.some((record) => record.session === session.id));
  const cards = cardsOfLastTime(counting);
  const trust = trustView(counting, course, milestones);
  const parts = [
    part('agenda', 'To talk about', { body: agendaPart(cards), short: `${some(questionsOf(cards).length, 'question', 'questions')} on the last card` }),
    part('goals', 'Goals', { body: goalsView(counting), short: 'What they want, and how close it feels' }),
    part('latest', 'Latest answers', { body: latest && latestView(latest, records), short: latest ? longDay(latest.session.heldOn) : '' }),
    part('sessions', 'Sessions', { body: sessions.length > 0 && sessionsTable(course), short: `${sessions.length}, with what is missing` }),
    part('journal', 'From the journal', { body: journalView(client, entries), short: `${some(entries.filter(({ stands }) => stands).length, 'shared entry', 'shared entries')}` }),
    part('milestones', 'Milestones', { body: milestonesView(client, milestones), short: `${milestones.length} shared` }),
    part('pairs', 'Two views of a session', { body: pairsView(course), short: 'The client’s checklist beside the therapist’s' }),
    part('seen', 'Signs of strain', { body: observationsView(course), short: 'What the therapist saw' }),
    part('before', 'Before the first visit', { body: before.length > 0 && beforeView(client, before), short: some(before.length, 'form', 'forms') }),
  ].filter((each) => each !== null);
  return layout({
    title: client.called,
    kind: 'desk',
    madeUp: client.madeUp && madeUpClient(client),
    scripts: [widgets.script('attune'), html`<script type="module" src="/assets/fold.js"></script>`],
    main: html`<p class="crumbs"><a href="/clinician">All clients</a></p>
<div class="topline">
<h1>${client.called} ${client.madeUp && html`<span class="made-up">made up</span>`}</h1>
</div>
${inShort(sessions)}
${glanceView(file, { counting, course })}
${trust && html`<section class="sheet holds" id="trust">${trust}</section>`}
${parts}
${!trust && !parts.length && html`<section class="sheet"><p>There is nothing from ${client.called} yet.</p></section>`}
<details class="more-words"><summary>Export this course</summary>
<p class="actions"><a href="/clinician/answers.csv?client=${client.id}">Answers as CSV</a> <a href="/clinician/records.ndjson?client=${client.id}">Records as NDJSON</a>${entries.length > 0 && html` <a href="/clinician/journal.ndjson?client=${client.id}">Shared journal as NDJSON</a>`}</p></details>`,
  });
}

interface Part {
  body: Markup | null | undefined | false;
  /** What is in it, in a few words. */
  short: string;
}

/** One part of the course, folded. For print all of them are unfolded. */
function part(id: string, title: string, { body, short }: Part): Markup | null {
  if (!body) return null;
  return html`<details class="sheet folded" id="${id}"><summary><h2>${title}</h2> <span class="muted">${short}</span></summary>
${body}</details>
`;
}

const some = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

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

/** Each form has its own line: at intake, after a session in full, the pulse. */
function trustView(
  records: readonly KeptRecord[],
  course: readonly SessionCourse[],
  milestones: readonly Milestone[],
): Markup | null {
  const trust = records.filter(isTrust);
  if (!trust.length) return null;
  const scored = trust.filter(({ score }) => score.status !== 'unscored');
  const note = translatedTrust(trust);
  if (!scored.length) return html`<div class="translated"><h2>Trust</h2></div>${note}`;
  const titles = milestoneTitles();
  const data = {
    records: [
      ...scored.map(({ body, score, session }) => ({
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
<p class="muted">The chart needs a browser with scripts. The figures stand in the table of sessions below.</p></attune-trust-trend>
${note}`;
}

/** Trust that was asked in a translation, with its standing. A draft has no score, so it is not in the chart. */
function translatedTrust(trust: readonly KeptRecord[]): Markup | null {
  const translated = trust.filter(({ body }) => body.instrument.translation);
  if (!translated.length) return null;
  return html`<div class="translated"><h3>Asked in a translation</h3>
<p class="muted">Another language is another form: its scores are not compared with these. A draft has no score and is not in the chart.</p>
<ul>${translated.map(
    ({ body, score }) => html`<li>${shortDay(body.completedAt ?? '')}, ${body.instrument.id === 'trust-12' ? 'full form' : 'pulse'}: ${translationShort(body.instrument)}, revision ${body.instrument.translation?.revision}${score.status === 'unscored' && ', not scored'}</li>
`,
  )}</ul></div>`;
}

/** What they last wanted to ask. */
function agendaPart(cards: readonly KeptRecord[]): Markup | null {
  const card = cards.at(-1);
  if (!card) return null;
  const lines = questionsOf(cards);
  return html`<p class="muted">From the card of ${shortDay(card.body.completedAt ?? '')}.</p>
${lines.length ? agendaView(lines) : html`<p>They ticked and wrote no question.</p>`}
${lastTime(card, listAsked(instrumentOf(card.body), card.body), html`<h3>${askedLastTime}</h3>`)}`;
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
  return html`<p class="muted">The client’s checklist beside the therapist’s, and beside the observer’s where somebody watched. Not shown to the client.</p>
${view(first, 'open')}${earlier.map((each) => view(each))}`;
}

function inPair({ author, body }: KeptRecord): string {
  const translation = translationShort(body.instrument);
  return `${author}${translation && ` (${translation})`}`;
}

/** The number of lines in which the perspectives differ. */
function apart(pair: readonly KeptRecord[]): string {
  const gap = perspectiveGap(empathyChecklist, pair.map(({ body }) => body));
  if (!gap.ok) return 'cannot be compared';
  const { counts, lines } = gap;
  return `${pair.map(inPair).join(', ')}: ${counts.differ} of ${lines.length} lines apart`;
}

export function gapView(pair: readonly KeptRecord[]): Markup {
  return html`<attune-perspective-gap heading-level="3">${jsonScript(pair.map(({ body }) => body))}</attune-perspective-gap>`;
}

function milestonesView(client: Client, milestones: readonly Milestone[]): Markup | null {
  if (!milestones.length) return null;
  return html`<p class="muted">Those that ${client.called} shares.</p>
<ul class="plain">${milestones.map(
    ({ milestone, date, text, note }) =>
      html`<li><strong><bdi>${text || milestoneTitles().get(milestone)}</bdi></strong>, ${shortDay(date)}${note && html`<br><q dir="auto">${note}</q>`}</li>
`,
  )}</ul>`;
}

function latestView({ session }: SessionCourse, records: readonly KeptRecord[]): Markup {
  return html`<p class="muted">${longDay(session.heldOn)}: session ${session.number}, ${session.therapist}, ${modes[session.mode]}. <a href="/clinician/sessions/${session.id}">Open the session</a></p>
${records.filter((record) => record.session === session.id).map(recordView)}`;
}

function beforeView(client: Client, before: readonly KeptRecord[]): Markup {
  return html`<p class="muted">Came on ${shortDay(client.createdAt.toISOString())}.</p>
${before.map(recordView)}`;
}

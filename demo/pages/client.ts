import { agenda, type Instrument, leanings } from 'attune-elements/core';
import { answersNear, type Asked, listAsked } from '../asked.ts';
import type { Client } from '../clients.ts';
import { html, type Markup } from '../html.ts';
import { itemTexts, ownInstrument } from '../instrument.ts';
import { type Milestone, milestoneTitles } from '../milestones.ts';
import { instrumentOf, type KeptRecord } from '../records.ts';
import type { ClinicSession } from '../sessions.ts';
import { longDay, shortDay } from './day.ts';
import { layout } from './layout.ts';
import { scoreView } from './score-view.ts';

const modes = { 'in-person': 'in the room', video: 'by video', phone: 'by phone' };

/** All that a clinician sees of one client. */
export function clientPage(
  client: Client,
  sessions: readonly ClinicSession[],
  records: readonly KeptRecord[],
  milestones: readonly Milestone[],
): Markup {
  const before = records.filter(({ session }) => session === null);
  const trust = records.some(({ body }) => body.instrument.id.startsWith('trust-'));
  return layout({
    title: client.called,
    kind: 'desk',
    main: html`<p><a href="/clinician">All clients</a></p>
<div class="topline">
<h1>${client.called} ${client.madeUp && html`<span class="made-up">made up</span>`}</h1>
<p class="actions"><a href="/clinician/answers.csv?client=${client.id}">Answers as CSV</a> <a href="/clinician/records.ndjson?client=${client.id}">Records as NDJSON</a></p>
</div>
${trust && lowAnswers()}
<p class="muted measure">The scores below have no norms. They show where this person’s own answers lie, as a start for a talk; they are not a test and do not say how therapy will go.</p>
${
  milestones.length > 0 &&
  html`<section class="sheet"><h2>Milestones that ${client.called} shares</h2>
<ul class="plain">${milestones.map(sharedMilestone)}</ul></section>`
}
${sessions.map((session) =>
  section(
    html`${longDay(session.heldOn)}`,
    `${session.therapist}, ${modes[session.mode]}`,
    records.filter((record) => record.session === session.id),
    'Nothing was sent after this session. That is neither good nor bad.',
  ),
)}
${before.length > 0 && section(html`Before the first visit`, `Came on ${shortDay(client.createdAt.toISOString())}`, before, '')}
${!sessions.length && !before.length && html`<section class="sheet"><p>There is nothing from ${client.called} yet.</p></section>`}`,
  });
}

/** Stands wherever trust was asked about, whatever was answered: it is for the next low answer too. */
function lowAnswers(): Markup {
  return html`<aside class="note" aria-label="On receiving low answers"><p><strong>When an answer is low:</strong> ${ownInstrument('trust-12').words?.clinicianNote}</p></aside>`;
}

function sharedMilestone({ milestone, date, text, note }: Milestone): Markup {
  return html`<li><strong>${text || milestoneTitles().get(milestone)}</strong>, ${shortDay(date)}${note && html`<br><q>${note}</q>`}</li>
`;
}

function section(title: Markup, detail: string, records: readonly KeptRecord[], empty: string): Markup {
  return html`<section class="sheet session"><header><h2>${title}</h2><p class="muted">${detail}</p></header>
${records.length ? records.map(recordView) : html`<p class="muted">${empty}</p>`}
</section>
`;
}

function recordView(record: KeptRecord): Markup {
  const { body, supersededBy } = record;
  const instrument = instrumentOf(body);
  const asked = listAsked(instrument, body);
  if (supersededBy) {
    return html`<article class="record replaced"><h3>${instrument.title}</h3>
<p class="muted">Sent ${moment(body.completedAt)}, then changed by the person. The later one counts.</p>
<details><summary>What was sent first</summary>${answers(asked)}</details></article>`;
  }
  const lines = agenda(instrument, body);
  return html`<article class="record"><h3>${instrument.title}</h3>
<p class="muted small">${form(instrument)} · sent ${moment(body.completedAt)}${body.replaces && ' · replaces an earlier one'}</p>
${scoreView(instrument, record.score)}
${speaksAgainst(instrument, record)}
${lastTime(record, asked)}
${asked.filter(({ item, state }) => item.type === 'text' && state === 'answered' && !item.tags?.agenda).map(said)}
${
  lines.length > 0 &&
  html`<h4>To talk about</h4>
<ol class="agenda">${lines.map(({ text, first }) => html`<li${first && html` class="first"`}>${text}${first && ' (ask this first)'}</li>`)}</ol>`
}
<details><summary>All answers</summary>${answers(asked)}</details></article>`;
}

/** Lines that lean away, whatever the keying: where a talk can start. */
function speaksAgainst(instrument: Instrument, { body }: KeptRecord): Markup | null {
  const { away } = leanings(instrument, body);
  if (!away.length) return null;
  const texts = itemTexts(instrument);
  return html`<h4>Answers that lean away from trust</h4>
<ul class="lines">${away.map((id) => html`<li>${texts.get(id)}</li>`)}</ul>`;
}

/** What became of the questions of the card before. */
function lastTime({ body }: KeptRecord, asked: readonly Asked[]): Markup | null {
  const questions = asked.filter(({ item }) => item.id === 'last-answered');
  if (!questions.length) return null;
  return html`<h4>Asked last time: was it answered?</h4>
<ul class="lines">${questions.map((each) => html`<li>${answersNear(body, each.at).get('last-question')} ${answer(each)}</li>`)}</ul>`;
}

function said({ wording, words }: Asked): Markup {
  return html`<blockquote class="said"><p class="question">${wording}</p><p>${words}</p></blockquote>
`;
}

const absent = {
  answered: '',
  declined: 'skipped',
  unknown: 'can’t say',
  'not-applicable': 'did not come up',
  unanswered: 'blank',
};

function answers(asked: readonly Asked[]): Markup {
  return html`<table class="answers stack"><tbody>
${asked
  .filter(({ item, state }) => !item.optional || state !== 'unanswered')
  .map(
    (each) => html`<tr><th scope="row">${each.wording}</th><td>${answer(each)}</td></tr>
`,
  )}</tbody></table>`;
}

function answer({ state, words }: Asked): Markup {
  return state === 'answered' ? html`<span>${words}</span>` : html`<span class="muted">${absent[state]}</span>`;
}

/** Which form it was: answers to different ones are not compared. */
function form({ id, options }: Instrument): string {
  const told = Object.entries(options).filter(([name, value]) => value && value !== 'no' && name !== 'topics');
  return [id, ...told.map(([name, value]) => `${name} ${value}`)].join(', ');
}

function moment(text = ''): string {
  return `${shortDay(text)} at ${text.slice(11, 16)}`;
}

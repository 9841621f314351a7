import { goalCourse } from 'attune-elements/core';
import type { Client } from '../clients.ts';
import { isTrust, type SessionCourse } from '../course.ts';
import { html, type Markup } from '../html.ts';
import { ownInstrument } from '../instrument.ts';
import type { KeptRecord } from '../records.ts';
import { type Unread, unreadCount } from '../unread.ts';
import { reasonsToTalk } from '../worth-a-talk.ts';
import { longDay, shortDay } from './day.ts';
import { reasonView, rule } from './reasons.ts';
import { trustInShort } from './trust-in-short.ts';
import { unreadWords } from './unread-words.ts';

interface Glance {
  client: Client;
  unread: Unread;
  markBefore?: string | undefined;
}

interface Counting {
  /** The records that count, oldest first. */
  counting: readonly KeptRecord[];
  /** The sessions, newest first. */
  course: readonly SessionCourse[];
}

/** What a clinician needs to know before a session, on one sheet. */
export function glanceView({ client, unread, markBefore }: Glance, { counting, course }: Counting): Markup {
  const last = course[0]?.session;
  const reasons = reasonsToTalk({ records: counting, last });
  const trust = counting.findLast(isTrust);
  const goal = lastGoal(counting);
  return html`<section class="sheet glance" aria-labelledby="glance"><h2 id="glance">At a glance</h2>
<dl>
<div><dt>Unread</dt><dd>${readView(client, unread, markBefore)}</dd></div>
<div><dt>Worth a conversation</dt><dd>${
    reasons.length
      ? html`<ul class="plain">${reasons.map((reason) => html`<li>${reasonView(reason, 3)}</li>`)}</ul>`
      : html`<span class="muted">Nothing noted${last ? html` since ${longDay(last.heldOn)}` : ''}.</span>`
  }
<details><summary>How this is chosen</summary><p class="small">${rule}</p></details></dd></div>
<div><dt>Last trust answers</dt><dd>${trustInShort(trust)}${trust && lowAnswers()}</dd></div>
${goal && html`<div><dt>Their goal</dt><dd>${goal}</dd></div>`}
${last && html`<div><dt>Last session</dt><dd><a href="/clinician/sessions/${last.id}">Session ${last.number}</a>, ${shortDay(last.heldOn)}, with ${last.therapist}</dd></div>`}
</dl></section>`;
}

/** Only a person says that something was read: opening the page marks nothing. */
function readView({ id }: Client, unread: Unread, markBefore: string | undefined): Markup {
  const form = (words: string, upTo: string, isUndo?: 'undo'): Markup =>
    html`<form method="post" action="/clinician/clients/${id}/read"><input type="hidden" name="upTo" value="${upTo}">${isUndo && html`<input type="hidden" name="undo" value="yes">`}<button class="button quiet small-button">${words}</button></form>`;
  if (unreadCount(unread)) return html`${unreadWords(unread)} ${form('Mark as read', unread.upTo ?? '')}`;
  if (markBefore !== undefined) return html`Marked as read. ${form('Undo', markBefore, 'undo')}`;
  return html`<span class="muted">Nothing new.</span>`;
}

/** Shown wherever trust was asked about, whatever the answer was: it is for the next low answer too. */
function lowAnswers(): Markup {
  return html`<p class="small low"><strong>When an answer is low:</strong> ${ownInstrument('trust-12').words?.clinicianNote}</p>`;
}

function lastGoal(records: readonly KeptRecord[]): Markup | null {
  const checkIns = records.filter(({ body }) => body.instrument.id === 'progress-check-in');
  const stretch = goalCourse(checkIns.map(({ body }) => body), 'p1', 'p2').at(-1);
  const last = stretch?.points.at(-1);
  if (!stretch || !last) return null;
  return html`<q>${stretch.goal}</q> <span class="muted small">${last.value === undefined ? 'no answer' : `${last.value} of 10`}, ${shortDay(last.at)}</span>`;
}

import { agenda } from 'attune-elements/core';
import { isTrust, type SessionCourse } from '../course.ts';
import { html, type Markup } from '../html.ts';
import { instrumentOf } from '../read-record.ts';
import type { KeptRecord } from '../records.ts';
import { modes, shortDay } from './day.ts';
import { missingView } from './missing-view.ts';
import { translationShort } from './seen-view.ts';

/** One line for each session: what was sent, and what is missing. */
export function sessionsTable(course: readonly SessionCourse[]): Markup {
  return html`<p class="muted">What is not there is neither good nor bad: after a session one form is asked, and the others are for who wants them.</p>
<table class="stack sessions">
<thead><tr><th scope="col">Session</th><th scope="col">Trust</th><th scope="col">Also there</th><th scope="col">Missing</th></tr></thead>
<tbody>${course.map(row)}</tbody></table>`;
}

function row({ session, records, missing, worthATalk }: SessionCourse): Markup {
  const { id, number, heldOn, mode } = session;
  return html`<tr>
<th scope="row"><a href="/clinician/sessions/${id}">Session ${number}</a><br><span class="muted small"><span class="nowrap">${shortDay(heldOn)}</span>, ${modes[mode]}</span></th>
<td data-label="Trust">${trust(records.findLast(isTrust))}${worthATalk && html`<br><span class="talk">Worth a conversation</span>`}</td>
<td data-label="Also there">${list(records.filter((record) => !isTrust(record)).map(inShort))}</td>
<td data-label="Missing">${missingView(missing)}</td></tr>
`;
}

function trust(record: KeptRecord | undefined): Markup {
  if (!record) return html`<span class="muted">not sent</span>`;
  const translation = translationShort(record.body.instrument);
  const form = `${record.body.instrument.id === 'trust-12' ? 'full form' : 'pulse'}${translation && ` in ${translation}`}`;
  const { total } = record.score;
  if (total?.status !== 'scored') return html`<span class="muted">${form}, no score</span>`;
  return html`<span class="number">${total.pomp.toFixed(1)}</span> <span class="muted small nowrap">of 100, ${form}${total.prorated && ', prorated'}</span>`;
}

const names: Record<string, string> = {
  'environment-check': 'the setting',
  'rapport-check': 'how we connect',
  'openness-check': 'how open I can be',
  'benefits-check': 'how things are',
  'mistrust-observation': 'signs seen by the therapist',
};

function inShort(record: KeptRecord): string {
  const translation = translationShort(record.body.instrument);
  return `${formInShort(record)}${translation && ` (${translation})`}`;
}

function formInShort({ body, author }: KeptRecord): string {
  const { id } = body.instrument;
  if (id === 'empathy-checklist') return `checklist of the ${author}`;
  if (id === 'boundary-clarity') {
    const { length } = agenda(instrumentOf(body), body);
    return length ? `card, ${length} to ask` : 'card, nothing to ask';
  }
  if (id === 'progress-check-in') {
    const close = body.answers.find(({ item }) => item === 'p2');
    return close?.state === 'answered' ? `check-in, ${close.values.join()} of 10` : 'check-in';
  }
  return names[id] ?? id;
}

function list(texts: readonly string[]): Markup {
  return texts.length ? html`${texts.join('; ')}` : html`<span class="muted">nothing</span>`;
}

import { type Instrument, leanings } from 'attune-elements/core';
import { answersNear, type Asked, listAsked } from '../asked.ts';
import { type QuestionLine, questionsIn } from '../cards.ts';
import { html, type Markup } from '../html.ts';
import { itemTexts } from '../instrument.ts';
import { instrumentOf } from '../read-record.ts';
import type { KeptRecord } from '../records.ts';
import { shortDay } from './day.ts';
import { scoreView } from './score-view.ts';
import { type Seen, seenIn, seenText, translationView } from './seen-view.ts';

/** One record in full: its score, what the person wrote in their own words, and every answer. */
export function recordView(record: KeptRecord): Markup {
  const { body, supersededBy, author } = record;
  const instrument = instrumentOf(body);
  const asked = listAsked(instrument, body);
  const seen = seenIn(body);
  const by = author === 'client' ? 'the person' : `the ${author}`;
  if (supersededBy) {
    return html`<article class="record replaced"><h3>${instrument.title}</h3>
<p class="muted">Sent ${moment(body.completedAt)}, then changed by ${by}. The later one counts.</p>
<details><summary>What was sent first</summary>${translationView(body)}${answers(asked, seen)}</details></article>
`;
  }
  const lines = questionsIn(body);
  return html`<article class="record"><h3>${instrument.title}</h3>
<p class="muted small">${formName(instrument)} · ${author === 'client' ? 'sent' : `noted by ${by},`} ${moment(body.completedAt)}${body.replaces && ' · replaces an earlier one'}</p>
${author !== 'client' && html`<p class="muted small">Not shown to the client.</p>`}
${translationView(body)}
${scoreView(instrument, record.score)}
${author === 'client' && speaksAgainst(instrument, record, seen)}
${lastTime(record, asked, html`<h4>${askedLastTime}</h4>`)}
${asked.filter(({ item, state }) => item.type === 'text' && state === 'answered' && !item.tags?.agenda).map((each) => said(each, seen))}
${lines.length > 0 && html`<h4>To talk about</h4>${agendaView(lines)}`}
<details><summary>All answers</summary>${answers(asked, seen)}</details></article>
`;
}

export function agendaView(lines: readonly QuestionLine[]): Markup {
  return html`<ol class="agenda">${lines.map(
    ({ text, first, seen }) => html`<li${first && html` class="first"`}><bdi>${text}</bdi>${first && ' (ask this first)'}${seen && seenText(seen, seen.text, text)}</li>`,
  )}</ol>`;
}

/** Lines whose answers lean away from trust, with either keying: where a talk can start. */
function speaksAgainst(instrument: Instrument, { body }: KeptRecord, seen: Seen | undefined): Markup | null {
  const { away } = leanings(instrument, body);
  if (!away.length) return null;
  const texts = itemTexts(instrument);
  const seenOf = (id: string) => seen && seenText(seen, seen.asked.find(({ item }) => item.id === id)?.wording, texts.get(id) ?? '');
  return html`<h4>Answers that lean away from trust</h4>
<ul class="lines">${away.map((id) => html`<li>${texts.get(id)}${seenOf(id)}</li>`)}</ul>`;
}

export const askedLastTime = 'Asked last time: was it answered?';

/** Whether the questions of the card before were answered. */
export function lastTime({ body }: KeptRecord, asked: readonly Asked[], heading: Markup): Markup | null {
  const questions = asked.filter(({ item }) => item.id === 'last-answered');
  if (!questions.length) return null;
  const instrument = instrumentOf(body);
  return html`${heading}
<ul class="lines">${questions.map((each) => html`<li>${answersNear(instrument, body, each.at).get('last-question')} ${answer(each)}</li>`)}</ul>`;
}

/** The question as the person saw it, if they saw another wording. Both lists have the same questions. */
const sameIn = (seen: Seen | undefined, { item, at }: Asked): Asked | undefined =>
  seen?.asked.find((other) => other.item.id === item.id && other.at.join() === at.join());

function said(each: Asked, seen: Seen | undefined): Markup {
  const { wording, words } = each;
  return html`<blockquote class="said"><p class="question">${wording}${seen && seenText(seen, sameIn(seen, each)?.wording, wording)}</p><p dir="auto">${words}</p></blockquote>
`;
}

const absent = {
  answered: '',
  declined: 'skipped',
  unknown: 'can’t say',
  'not-applicable': 'did not come up',
  unanswered: 'blank',
};

function answers(asked: readonly Asked[], seen: Seen | undefined): Markup {
  return html`<table class="answers stack"><tbody>
${asked
  .filter(({ item, state }) => !item.optional || state !== 'unanswered')
  .map(
    (each) => html`<tr><th scope="row">${each.wording}${seen && seenText(seen, sameIn(seen, each)?.wording, each.wording)}</th><td>${answer(each)}${seen && seenText(seen, sameIn(seen, each)?.words, each.words)}</td></tr>
`,
  )}</tbody></table>`;
}

function answer({ state, words }: Asked): Markup {
  return state === 'answered' ? html`<bdi>${words}</bdi>` : html`<span class="muted">${absent[state]}</span>`;
}

/** Which form it was: answers to different forms are not compared. */
function formName({ id, options }: Pick<Instrument, 'id' | 'options'>): string {
  const told = Object.entries(options).filter(([name, value]) => value && value !== 'no' && name !== 'topics');
  return [id, ...told.map(([name, value]) => `${name} ${value}`)].join(', ');
}

function moment(text = ''): string {
  return `${shortDay(text)} at ${text.slice(11, 16)}`;
}

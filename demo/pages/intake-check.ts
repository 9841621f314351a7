import { agenda, type Response } from 'attune-elements/core';
import { listAsked } from '../asked.ts';
import { html, type Markup } from '../html.ts';
import { type Filled, type PartName, partNames } from '../intake-parts.ts';
import { instrumentOf } from '../read-record.ts';
import { formTitle, partWords } from './intake-words.ts';
import { layout } from './layout.ts';

interface Row {
  question: string;
  /** Empty for a line that is blank. */
  answer: string | readonly string[];
}

/** All answers before they are sent, each with a link to change it. */
export function intakeCheckPage(filled: Filled, token: string): Markup {
  return layout({
    title: 'Check your answers',
    kind: 'form',
    main: html`<p class="crumbs"><a href="/intake">${formTitle}</a></p>
<div class="part-head"><h1>Check your answers</h1>
<p>This is all that will be sent. You can change any of it, and leave blank what you like.</p></div>
${partNames.map((part) => section(part, filled))}
<form method="post" action="/intake/send">
<input type="hidden" name="form" value="${token}">
<div class="form-end">
<p>When you send this, it goes to the clinic and nowhere else. Your therapist sees it before you meet; it is kept in your clinic file, for three years.</p>
<p class="actions"><button class="button">Send to the clinic</button> <a class="button quiet" href="/intake">Not yet</a></p>
</div>
</form>`,
  });
}

function section(part: PartName, filled: Filled): Markup {
  const { title } = partWords[part];
  const rows = rowsOf(part, filled);
  return html`<section class="sheet" aria-labelledby="${part}"><h2 id="${part}" class="check-title">${title}</h2>
${
  rows.length
    ? html`<dl class="check">${rows.map((row) => rowView(part, row))}</dl>`
    : html`<p>You left this part blank. <a class="nowrap" href="/intake/${part}">Fill it in<span class="visually-hidden">: ${title}</span></a></p>`
}</section>
`;
}

function rowView(part: PartName, { question, answer }: Row): Markup {
  const isBlank = !answer.length;
  return html`<div><dt>${question}</dt>
<dd>${isBlank ? html`<span class="muted">left blank</span>` : typeof answer === 'string' ? answer : html`<ul>${answer.map((line) => html`<li>${line}</li>`)}</ul>`}</dd>
<dd class="change"><a href="/intake/${part}">${isBlank ? 'Answer' : 'Change'}<span class="visually-hidden">: ${question}</span></a></dd></div>
`;
}

function rowsOf(part: PartName, filled: Filled): Row[] {
  if (part === 'name') return filled.name === undefined ? [] : [{ question: 'What we call you', answer: filled.name }];
  return filled[part] ? rowsOfRecord(filled[part]) : [];
}

const absent = { unknown: 'Can’t say yet', declined: 'Skipped', 'not-applicable': 'Did not come up' };

function rowsOfRecord(record: Response): Row[] {
  const instrument = instrumentOf(record);
  const rows = listAsked(instrument, record)
    .filter(({ item, state }) => !item.tags?.agenda && (!item.optional || state !== 'unanswered'))
    .map(({ wording, state, words }) => ({
      question: wording,
      answer: state === 'answered' ? words : state === 'unanswered' ? '' : absent[state],
    }));
  const lines = agenda(instrument, record).map(({ text, first }) => (first ? `${text} (ask this first)` : text));
  return lines.length ? [...rows, { question: 'What you want to ask', answer: lines }] : rows;
}

import { agenda, type Response } from 'attune-elements/core';
import { listAsked } from '../asked.ts';
import { html, type Markup } from '../html.ts';
import { type Filled, type PartName, partNames } from '../intake-parts.ts';
import { inLanguage } from '../wording.ts';
import type { Words } from '../words/words.ts';
import { layout } from './layout.ts';

interface Row {
  question: string;
  /** Empty for a line that is blank. */
  answer: string | readonly string[];
}

/** All answers before they are sent, in the language of the page, each with a link to change it. */
export function intakeCheckPage(words: Words, filled: Filled, token: string): Markup {
  const { check, intake } = words;
  return layout({
    words,
    switcher: 'links',
    title: check.title,
    kind: 'form',
    main: html`<p class="crumbs"><a href="/intake">${intake.title}</a></p>
<div class="part-head"><h1>${check.title}</h1>
<p>${check.opening}</p></div>
${partNames.map((part) => section(words, part, filled))}
<form method="post" action="/intake/send">
<input type="hidden" name="form" value="${token}">
<div class="form-end">
<p>${check.sending}</p>
<p class="actions"><button class="button">${check.send}</button> <a class="button quiet" href="/intake">${check.notYet}</a></p>
</div>
</form>`,
  });
}

function section(words: Words, part: PartName, filled: Filled): Markup {
  const { check, intake } = words;
  const { title } = intake.parts[part];
  const rows = rowsOf(words, part, filled);
  return html`<section class="sheet" aria-labelledby="${part}"><h2 id="${part}" class="check-title">${title}</h2>
${
  rows.length
    ? html`<dl class="check">${rows.map((row) => rowView(words, part, row))}</dl>`
    : html`<p>${check.partBlank} <a class="nowrap" href="/intake/${part}">${check.fillIn}<span class="visually-hidden">: ${title}</span></a></p>`
}</section>
`;
}

function rowView({ check }: Words, part: PartName, { question, answer }: Row): Markup {
  const isBlank = !answer.length;
  return html`<div><dt>${question}</dt>
<dd>${isBlank ? html`<span class="muted">${check.blank}</span>` : typeof answer === 'string' ? answer : html`<ul>${answer.map((line) => html`<li><bdi>${line}</bdi></li>`)}</ul>`}</dd>
<dd class="change"><a href="/intake/${part}">${isBlank ? check.answer : check.change}<span class="visually-hidden">: ${question}</span></a></dd></div>
`;
}

function rowsOf(words: Words, part: PartName, filled: Filled): Row[] {
  if (part === 'name') return filled.name === undefined ? [] : [{ question: words.check.called, answer: filled.name }];
  return filled[part] ? rowsOfRecord(words, filled[part]) : [];
}

function rowsOfRecord({ check, language }: Words, record: Response): Row[] {
  const instrument = inLanguage(record.instrument, language);
  const rows = listAsked(instrument, record)
    .filter(({ item, state }) => !item.tags?.agenda && (!item.optional || state !== 'unanswered'))
    .map(({ wording, state, words }) => ({
      question: wording,
      answer: state === 'answered' ? words : state === 'unanswered' ? '' : check.absent[state],
    }));
  const lines = agenda(instrument, record).map(({ text, first }) => (first ? check.first(text) : text));
  return lines.length ? [...rows, { question: check.questions, answer: lines }] : rows;
}

import { lineCount } from '../asked.ts';
import { html, type Markup } from '../html.ts';
import { type Filled, type PartName, partNames } from '../intake-parts.ts';
import { instrumentOf } from '../read-record.ts';
import { formTitle, partWords } from './intake-words.ts';
import { layout } from './layout.ts';
import { callOrPaper } from './shared-words.ts';

/** What just happened, told at the top of the list. */
export type Told = { saved: PartName } | { blank: PartName } | { erased: PartName } | 'sent';

/** The parts of the intake form, each with what is saved of it. It works without scripts. */
export function intakeListPage(filled: Filled, told?: Told): Markup {
  const isStarted = partNames.some((part) => filled[part] !== undefined);
  const words = told && toldWords(told);
  return layout({
    title: words ? `${words.title} · ${formTitle}` : formTitle,
    kind: 'form',
    main: html`<div class="opening">
<h1>${formTitle}</h1>
<p>Four short parts, some five minutes in all. Take them in any order, leave out what you like, and send what you have.</p>
</div>
${words && html`<p class="told" role="status">${words.text}</p>`}
<section class="sheet"><h2 class="visually-hidden">The parts</h2>
<ol class="tasks">${partNames.map((part) => task(part, filled))}</ol></section>
<noscript><p class="needs-scripts">All parts but the first need a browser with scripts switched on. ${callOrPaper}</p></noscript>
${
  isStarted
    ? html`<p class="form-end actions"><a class="button" href="/intake/check">Check my answers, then send</a></p>
<section class="device"><h2>On this device</h2>
<p>What you save stays at the clinic for a day, for this browser only; then it is erased. Until you send it, nobody there reads it. Anyone who uses this browser can open it: if you share the device, forget it before you go.</p>
<p><a href="/intake/forget">Forget what I filled in on this device</a></p></section>`
    : html`<p class="muted measure">Each part is saved when you say so, for a day and for this browser only, so that you can stop and go on later. To find it again, the browser keeps one cookie. Nobody at the clinic reads it before you send it.</p>`
}`,
  });
}

function task(part: PartName, filled: Filled): Markup {
  const { title, detail } = partWords[part];
  const state = stateOf(part, filled);
  return html`<li><div><a href="/intake/${part}" aria-describedby="state-${part}">${title}</a><small>${detail}</small></div>
<span class="state${state && ' saved'}" id="state-${part}">${state || 'Not started'}</span></li>
`;
}

/** What is saved of a part, in words. */
function stateOf(part: PartName, filled: Filled): string {
  if (part === 'name') return filled.name === undefined ? '' : 'Saved';
  const record = filled[part];
  if (!record) return '';
  const { answered, of } = lineCount(instrumentOf(record), record);
  return `Saved, ${answered} of ${of} answered`;
}

function toldWords(told: Told): { title: string; text: Markup } {
  if (told === 'sent') {
    return { title: 'Sent', text: html`What you filled in before was sent to the clinic. This is a new form.` };
  }
  const [[what = '', part]] = Object.entries(told) as [[string, PartName]];
  const { title } = partWords[part];
  if (what === 'saved') return { title: 'Saved', text: html`<strong>Saved:</strong> ${title}.` };
  if (what === 'erased') return { title: 'Erased', text: html`<strong>Erased:</strong> ${title}.` };
  return {
    title: 'Left blank',
    text: html`You left “${title}” blank, so there was nothing to save. That is fine. ${part !== 'name' && html`Did you see no questions? ${callOrPaper}`}`,
  };
}

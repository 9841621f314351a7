import { lineCount } from '../asked.ts';
import { html, type Markup } from '../html.ts';
import { type AskedPart, type Filled, type PartName, partNames } from '../intake-parts.ts';
import { instrumentOf } from '../read-record.ts';
import type { Widgets } from '../widgets.ts';
import type { Words } from '../words/words.ts';
import { erasesOnDevice, partKey } from './kept-on-device.ts';
import { layout } from './layout.ts';

/** What just happened, told at the top of the list. */
export type Told = { saved: PartName } | { blank: PartName } | { erased: PartName } | 'sent';

interface ListPage {
  filled: Filled;
  told: Told | undefined;
  /** The key of the form on the person's device. */
  key: string;
}

/** The parts of the intake form, each with what is saved of it. It works without scripts. */
export function intakeListPage(widgets: Widgets, words: Words, { filled, told, key }: ListPage): Markup {
  const { intake, list } = words;
  const isStarted = partNames.some((part) => filled[part] !== undefined);
  const happened = told && toldWords(words, told);
  return layout({
    words,
    switcher: 'links',
    title: happened ? `${happened.title} · ${intake.title}` : intake.title,
    kind: 'form',
    scripts: erasesOnDevice(widgets, endedParts(told).map((part) => partKey(key, part))),
    main: html`<div class="opening">
<h1>${intake.title}</h1>
<p>${list.opening}</p>
</div>
${happened && html`<p class="told" role="status">${happened.text}</p>`}
<section class="sheet"><h2 class="visually-hidden">${list.parts}</h2>
<ol class="tasks">${partNames.map((part) => task(words, part, filled))}</ol></section>
${
  isStarted
    ? html`<p class="form-end actions"><a class="button" href="/intake/check">${list.check}</a></p>
<section class="device"><h2>${list.device}</h2>
<p>${list.deviceWords}</p>
<p><a href="/intake/forget">${list.forget}</a></p></section>`
    : html`<p class="muted measure">${list.howItIsKept}</p>`
}`,
  });
}

/** The parts that are at the clinic now, or erased there. */
function endedParts(told: Told | undefined): AskedPart[] {
  if (told === undefined || told === 'sent' || 'blank' in told) return [];
  const part = 'saved' in told ? told.saved : told.erased;
  return part === 'name' ? [] : [part];
}

function task(words: Words, part: PartName, filled: Filled): Markup {
  const { title, detail } = words.intake.parts[part];
  const state = stateOf(words, part, filled);
  return html`<li><div><a href="/intake/${part}" aria-describedby="state-${part}">${title}</a><small>${detail}</small></div>
<span class="state${state && ' saved'}" id="state-${part}">${state || words.list.notStarted}</span></li>
`;
}

/** What is saved of a part, in words. */
function stateOf({ list }: Words, part: PartName, filled: Filled): string {
  if (part === 'name') return filled.name === undefined ? '' : list.saved;
  const record = filled[part];
  if (!record) return '';
  const { answered, of } = lineCount(instrumentOf(record), record);
  return list.savedLines(answered, of);
}

function toldWords({ intake, list }: Words, told: Told): { title: string; text: Markup } {
  if (told === 'sent') return list.toldSent;
  const [[what, part]] = Object.entries(told) as [[keyof typeof list.told, PartName]];
  const { title, text } = list.told[what];
  const said = text(intake.parts[part].title);
  return { title, text: what === 'blank' && part !== 'name' ? html`${said} ${list.noQuestions}` : said };
}

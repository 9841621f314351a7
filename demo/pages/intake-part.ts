import type { Response } from 'attune-elements/core';
import { html, type Markup } from '../html.ts';
import { type AskedPart, type Filled, type PartName, partNames, type SentForm } from '../intake-parts.ts';
import type { Widgets } from '../widgets.ts';
import type { Words } from '../words/words.ts';
import { policyVersion, type Topic } from './clinic-policy.ts';
import { keptOnDevice, partDays, partKey } from './kept-on-device.ts';
import { layout } from './layout.ts';
import { inLanguage } from '../wording.ts';
import { plainForm } from './plain-form.ts';
import { crisisHelp, draftNote, showsDrafts } from './shared-words.ts';

interface PartPage {
  part: PartName;
  /** What the page shows: what was saved, or what could not be saved. */
  filled: Filled;
  /** Whether something of this part is saved. */
  isSaved: boolean;
  /** The hidden field of the form. */
  token: string;
  /** The key of the form on the person's device. */
  key: string;
  /** Why the part was not saved. */
  problem?: string;
  /** What came from a browser without scripts, and was not saved, or not all of it. */
  sent?: SentForm | undefined;
}

/** One part of the intake form: a plain form that needs no script of the clinic's own. */
export function intakePartPage(widgets: Widgets, words: Words, { part, filled, isSaved, token, key, problem, sent }: PartPage): Markup {
  const { intake, part: says } = words;
  const { title } = intake.parts[part];
  return layout({
    words,
    switcher: { form: 'part', action: `/intake/${part}/language` },
    title: problem ? `${says.notSaved}: ${title}` : title,
    kind: 'form',
    scripts: part === 'name' ? [] : [widgets.fallbackStyles, widgets.adopt, ...widgets.scripts(['drafts', files[part]], words.language)],
    main: html`<p class="crumbs"><a href="/intake">${intake.title}</a> <span class="muted">/ ${says.place(partNames.indexOf(part) + 1, partNames.length)}</span></p>
<div class="part-head"><h1>${title}</h1></div>
${problem && html`<div class="problem-box" role="alert"><h2>${says.problem}</h2><p>${problem}</p></div>`}
${sent?.notAsked && html`<p class="told" role="status">${says.savedWithout}</p>`}
${part !== 'name' && draftNote(words, [instruments[part]])}
<form method="post" action="/intake/${part}" id="part" autocomplete="off">
<input type="hidden" name="form" value="${token}">
${questions[part](words, filled, { isWrong: problem !== undefined, sent, key })}
<div class="form-end">
<p class="actions"><button class="button">${says.save}</button> <a class="button quiet" href="/intake">${says.back}</a></p>
<p class="muted">${part !== 'name' && `${says.inTheMiddle} `}${says.nobodyReads}</p>
</div>
</form>
${isSaved && html`<p class="apart"><a href="/intake/${part}/erase">${says.erase}</a></p>`}`,
  });
}

const files = { trust: 'trust-questionnaire', together: 'boundary-card', terms: 'boundary-card' };
const instruments = { trust: 'trust-12', together: 'boundary-clarity', terms: 'boundary-clarity' };

const disclosure = ({ part }: Words): Markup => html`who="${part.who}" when="${part.when}" kept="${part.kept}"`;

interface Came {
  isWrong: boolean;
  sent: SentForm | undefined;
  key: string;
}

const keeps = (key: string, part: AskedPart): Markup => html`${keptOnDevice(partKey(key, part))} draft-days="${partDays}"`;

const questions: Record<PartName, (words: Words, filled: Filled, came: Came) => Markup> = {
  name: ({ part }, { name = '' }, { isWrong }) => html`<section class="sheet">
<label class="field"><span>${part.name}</span><small id="hint">${part.nameHint}</small><input name="called" value="${name}" dir="auto" autocomplete="off" aria-describedby="hint"${isWrong && html` aria-invalid="true"`}></label>
</section>`,
  trust: (words, { trust }, { sent, key }) => html`<section class="sheet holds">
<attune-trust-questionnaire variant="intake" name="trust" heading-level="2"${showsDrafts(words)} ${disclosure(words)}${keeps(key, 'trust')}${started(trust)}>
${plainForm(words, { instrument: inLanguage({ id: 'trust-12', options: { variant: 'intake' } }, words.language), name: 'trust', record: trust, sent })}
${crisisHelp(words)}
<p slot="concern">${words.part.concern}</p>
</attune-trust-questionnaire>
</section>`,
  together: (words, { together }, { sent, key }) =>
    card(words, { name: 'together', shown: ['purpose', 'dialogue', 'confidentiality'], record: together, sent, key }),
  terms: (words, { terms }, { sent, key }) => card(words, { name: 'terms', shown: ['boundaries', 'cost', 'ending'], record: terms, sent, key }),
};

interface Card {
  name: AskedPart;
  shown: readonly Topic[];
  record: Response | undefined;
  sent: SentForm | undefined;
  key: string;
}

function card(words: Words, { name, shown, record, sent, key }: Card): Markup {
  const instrument = inLanguage({ id: 'boundary-clarity', options: { topics: shown.join(' '), policy: policyVersion } }, words.language);
  const notes = Object.fromEntries(shown.map((topic) => [topic, words.policy[topic]]));
  return html`<section class="sheet holds">
<attune-boundary-card name="${name}" layout="paged" heading-level="2" topics="${shown.join(' ')}" policy-version="${policyVersion}"${showsDrafts(words)} ${disclosure(words)}${keeps(key, name)}${started(record)}>
${plainForm(words, { instrument, name, notes, record, sent })}
${crisisHelp(words)}
${shown.map(
  (topic) => html`<div slot="topic-${topic}"><p>${words.policy[topic]}</p></div>
`,
)}</attune-boundary-card>
</section>`;
}

/** Nothing was sent yet. So the widget goes on with the same record, and a change of it replaces no earlier one. */
function started(record: Response | undefined): Markup | undefined {
  if (!record) return undefined;
  const { completedAt: _savedAt, ...rest } = record;
  return html` value="${JSON.stringify({ ...rest, status: 'in-progress' })}"`;
}

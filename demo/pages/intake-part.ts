import type { Response } from 'attune-elements/core';
import { html, type Markup } from '../html.ts';
import { type Filled, type PartName, partNames } from '../intake-parts.ts';
import type { Widgets } from '../widgets.ts';
import { policyVersion, type Topic, topics } from './clinic-policy.ts';
import { formTitle, partWords } from './intake-words.ts';
import { layout } from './layout.ts';
import { crisisHelp, whileLoading } from './shared-words.ts';

interface PartPage {
  part: PartName;
  /** What the page shows: what was saved, or what could not be saved. */
  filled: Filled;
  /** Whether something of this part is saved. */
  isSaved: boolean;
  /** The hidden field of the form. */
  token: string;
  /** Why the part was not saved. */
  problem?: string;
}

/** One part of the intake form: a plain form that needs no script of the clinic's own. */
export function intakePartPage(widgets: Widgets, { part, filled, isSaved, token, problem }: PartPage): Markup {
  const { title } = partWords[part];
  return layout({
    title: problem ? `Not saved: ${title}` : title,
    kind: 'form',
    scripts: part === 'name' ? [] : [widgets.script(files[part])],
    main: html`<p class="crumbs"><a href="/intake">${formTitle}</a> <span class="muted">/ Part ${partNames.indexOf(part) + 1} of ${partNames.length}</span></p>
<div class="part-head"><h1>${title}</h1></div>
${problem && html`<div class="problem-box" role="alert"><h2>This was not saved</h2><p>${problem}</p></div>`}
<form method="post" action="/intake/${part}" autocomplete="off">
<input type="hidden" name="form" value="${token}">
${questions[part](filled, problem !== undefined)}
<div class="form-end">
<p class="actions"><button class="button">Save this part</button> <a class="button quiet" href="/intake">Back without saving</a></p>
<p class="muted">${part !== 'name' && 'You can save in the middle, and take it up again later. '}Nobody at the clinic reads it before you send it.</p>
</div>
</form>
${isSaved && html`<p class="apart"><a href="/intake/${part}/erase">Erase what I saved of this part</a></p>`}`,
  });
}

const files = { trust: 'trust-questionnaire', together: 'boundary-card', terms: 'boundary-card' };

const disclosure = html`who="Your therapist" when="before you meet" kept="in your clinic file, for three years"`;

const questions: Record<PartName, (filled: Filled, isWrong: boolean) => Markup> = {
  name: ({ name = '' }, isWrong) => html`<section class="sheet">
<label class="field"><span>What should we call you?</span><small id="hint">Any name you like. You can leave it empty.</small><input name="called" value="${name}" autocomplete="off" aria-describedby="hint"${isWrong && html` aria-invalid="true"`}></label>
</section>`,
  trust: ({ trust }) => html`<section class="sheet holds">
<attune-trust-questionnaire variant="intake" name="trust" heading-level="2" ${disclosure}${started(trust)}>
${whileLoading}
${crisisHelp}
<p slot="concern">You can also talk to the desk on <a href="tel:5550142">555&#8239;0142</a>. They are not therapists, and they will not pass it on unless you ask.</p>
</attune-trust-questionnaire>
</section>`,
  together: ({ together }) => card('together', ['purpose', 'dialogue', 'confidentiality'], together),
  terms: ({ terms }) => card('terms', ['boundaries', 'cost', 'ending'], terms),
};

function card(name: PartName, shown: readonly Topic[], record: Response | undefined): Markup {
  return html`<section class="sheet holds">
<attune-boundary-card name="${name}" layout="paged" heading-level="2" topics="${shown.join(' ')}" policy-version="${policyVersion}" ${disclosure}${started(record)}>
${whileLoading}
${crisisHelp}
${shown.map(
  (topic) => html`<div slot="topic-${topic}">${topics[topic]}</div>
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

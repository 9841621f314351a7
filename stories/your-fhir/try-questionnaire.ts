import { html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AttuneQuestionnaire } from 'attune-elements';
import { resolveInstrument } from 'attune-elements/core';
import { toQuestionnaireResponse, type FromQuestionnaire, type Issue } from 'attune-elements/fhir';
import 'attune-elements/define/fhir-expressions';
import 'attune-elements/define/fhir-questionnaire';
import { issueTable, type Row } from './issue-table.ts';
import { readPasted } from './read-pasted.ts';
import './try-questionnaire.css';

export interface Example {
  name: string;
  resource: object;
}

interface State {
  text: string;
  /** What just happened, for the eye and for a screen reader. */
  said: string;
  isWrong: boolean;
  issues: readonly Row[];
  form?: AttuneQuestionnaire | undefined;
  response?: { json: string; issues: readonly Issue[] } | undefined;
}

/** Shows a definition in a form. `questionnaire`: what it was made from. `tell` gets what the form reports, `sent` the record that a host would get. */
function formOf(
  { instrument, questionnaire }: { instrument: NonNullable<FromQuestionnaire['instrument']>; questionnaire: object },
  tell: (row: Row) => void,
  sent: (record: Parameters<typeof toQuestionnaireResponse>[0]) => void,
): AttuneQuestionnaire {
  const form = document.createElement('attune-questionnaire') as AttuneQuestionnaire;
  const attributes = { 'heading-level': '3', who: 'Only you', when: 'when you send it', kept: 'nowhere' };
  for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value);
  const crisis = document.createElement('span');
  crisis.slot = 'crisis';
  crisis.textContent = 'Harbour Clinic, day and night: 020 7946 0000. In an emergency call 999 or 112.';
  form.append(crisis);
  form.addEventListener('attune-error', ({ detail: { code, message } }) => tell({ severity: 'reported', path: code, message }));
  form.addEventListener('attune-submit', ({ detail }) => sent(detail.response));
  form.fhirContext = { questionnaire };
  form.instrument = instrument;
  return form;
}

/** A page on which one reads a Questionnaire, fills it in, and gets the QuestionnaireResponse. It begins with the first example. */
export function tryQuestionnaire(examples: readonly Example[]): HTMLElement {
  const page = document.createElement('div');
  page.className = 'try-questionnaire';
  let state: State = { text: '', said: '', isWrong: false, issues: [] };

  const update = (change: Partial<State>): void => {
    state = { ...state, ...change };
    render(view(), page);
  };

  const show = (text: string): void => {
    const pasted = readPasted(text);
    if (!pasted.ok) {
      const kept = state.form ? ' The form below is still the earlier one.' : '';
      update({ text, said: pasted.sentence + kept, isWrong: true });
      return;
    }
    const { instrument, issues, fhirVersion } = pasted.read;
    const settled = instrument && resolveInstrument(instrument);
    if (!instrument || !settled?.ok) {
      update({ text, issues, form: undefined, response: undefined, isWrong: true, said: 'This Questionnaire cannot be shown. The table of issues says why.' });
      return;
    }
    const form = formOf(
      { instrument, questionnaire: JSON.parse(text) as object },
      (row) => state.form === form && update({ issues: [...state.issues, row] }),
      (record) => {
        const { resource, issues: unsaid } = toQuestionnaireResponse(record, settled.instrument, { fhirVersion });
        update({ response: { json: JSON.stringify(resource, null, 2), issues: unsaid }, said: 'The QuestionnaireResponse is on this page now.', isWrong: false });
      },
    );
    const count = issues.length === 1 ? '1 issue' : `${issues.length} issues`;
    update({ text, issues, form, response: undefined, isWrong: false, said: `The form is shown. It was read as FHIR ${fhirVersion}, with ${count}.` });
  };

  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    try {
      show(await file.text());
    } catch {
      update({ said: `The browser cannot read the file ${file.name}.`, isWrong: true });
    }
  };

  const drop = (event: DragEvent): void => {
    const [file] = event.dataTransfer?.files ?? [];
    // Without a file it is a text, which the field takes by itself.
    if (!file) return;
    event.preventDefault();
    void open(file);
  };

  const write = ({ target, inputType }: InputEvent): void => {
    state.text = (target as HTMLTextAreaElement).value;
    if (inputType === 'insertFromPaste' || inputType === 'insertFromDrop') show(state.text);
  };

  const copy = async (): Promise<void> => {
    const field = page.querySelector<HTMLTextAreaElement>('#try-response')!;
    try {
      await navigator.clipboard.writeText(field.value);
      update({ said: 'Copied.', isWrong: false });
    } catch {
      field.select();
      update({ said: 'The browser does not allow a page to copy. The text is selected: copy it with the keyboard.', isWrong: true });
    }
  };

  const source = (): TemplateResult => html`
    <section lang="en" aria-labelledby="try-source" @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${drop}>
      <h2 id="try-source">The Questionnaire</h2>
      <p>
        <label for="try-json">Paste it here as JSON (FHIR R4, R4B or R5), or drop a file on this field</label>
        <textarea id="try-json" rows="12" dir="ltr" spellcheck="false" autocomplete="off" aria-describedby="try-said"
          aria-invalid=${state.isWrong} .value=${live(state.text)} @input=${write}></textarea>
      </p>
      <p>
        <label for="try-file">Or choose a file</label>
        <input id="try-file" type="file" accept=".json,application/json,application/fhir+json"
          @change=${({ target }: Event) => open((target as HTMLInputElement).files?.[0])}>
      </p>
      <p class="buttons">
        <button type="button" class="main" @click=${() => show(state.text)}>Show this form</button>
        ${examples.map(({ name, resource }) => html`<button type="button" @click=${() => show(JSON.stringify(resource, null, 2))}>Example: ${name}</button>`)}
      </p>
      <p id="try-said" role="status" class=${state.isWrong ? 'wrong' : ''}>${state.said}</p>
    </section>`;

  const response = ({ json, issues }: NonNullable<State['response']>): TemplateResult => html`
    <textarea id="try-response" rows="18" dir="ltr" readonly spellcheck="false" aria-labelledby="try-out" .value=${json}></textarea>
    <p class="buttons"><button type="button" @click=${copy}>Copy it</button></p>
    ${issues.length
      ? html`<p>What it does not say, or says in another way:</p>
          <ul>${issues.map(({ path, message }) => html`<li><code>${path}</code> ${message}</li>`)}</ul>`
      : nothing}`;

  // The page speaks English whatever the language around it is. The form follows that language.
  const view = (): TemplateResult => html`
    <header lang="en">
      <h1>Your FHIR Questionnaire here</h1>
      <p>Paste a Questionnaire of your own, and fill it in. It stays on this page: nothing is requested, sent or stored. Use only a text
        that you have the right to use.</p>
    </header>
    ${source()}
    <div class="beside">
      <section aria-labelledby="try-form">
        <h2 id="try-form" lang="en">The form</h2>
        ${state.form ?? html`<p lang="en">There is no form.</p>`}
      </section>
      <div lang="en">
        <section aria-labelledby="try-issues">
          <h2 id="try-issues">Issues</h2>
          ${issueTable(state.issues, state.form ? 'None: all of it is presented as the resource says.' : 'None.')}
        </section>
        <section aria-labelledby="try-out">
          <h2 id="try-out">The QuestionnaireResponse</h2>
          ${state.response ? response(state.response) : html`<p>Send the form to see it here.</p>`}
        </section>
      </div>
    </div>`;

  show(JSON.stringify(examples[0]?.resource, null, 2) ?? '');
  return page;
}

import { html, jsonScript, type Markup } from '../html.ts';
import type { Pasted } from '../read-pasted.ts';
import type { Widgets } from '../widgets.ts';
import { ownWords } from '../words/words.ts';
import { layout } from './layout.ts';
import { crisisHelp, whileLoading } from './shared-words.ts';

/** The most differences in the list. A damaged resource can have many thousands. */
const most = 100;

/** A field for a Questionnaire and, once there is a text, its form and what differs from the text. `public/try-a-form.js` keeps the answers here. */
export function tryAFormPage(widgets: Widgets, text: string, pasted?: Pasted): Markup {
  const { form, issues = [], sentence } = pasted ?? {};
  return layout({
    title: 'Try a form',
    kind: 'desk',
    scripts: form ? [...[...form.needs, 'fhir-questionnaire'].map(widgets.script), html`<script type="module" src="/assets/try-a-form.js"></script>`] : [],
    main: html`<div class="topline"><h1>Try a form</h1></div>
<div class="note"><p><strong>Nothing on this page is stored or sent on.</strong> Neither the form, nor what you fill in. Paste no form that you have no right to use.</p></div>
<section class="sheet" aria-labelledby="paste">
<h2 id="paste">A form of another system</h2>
<form method="post" action="/clinician/try-a-form#form" class="pasting">
<label for="questionnaire">Paste its FHIR Questionnaire, as JSON</label>
<textarea id="questionnaire" name="questionnaire" rows="10" dir="ltr" spellcheck="false" autocomplete="off" required${sentence && html` autofocus aria-invalid="true" aria-describedby="sentence"`}>
${text}</textarea>
${sentence && html`<p id="sentence" class="wrong">${sentence}</p>`}
<p class="actions"><button class="button">Show the form</button></p>
</form>
</section>
${form && html`<section class="sheet holds" id="form" aria-label="The form">
<attune-questionnaire heading-level="2" who="Only you" when="while this page is open" kept="nowhere">
${jsonScript(form.questionnaire)}
${crisisHelp(ownWords)}
${whileLoading(ownWords)}
</attune-questionnaire>
<p id="tried" class="note" role="status"></p>
</section>`}
${pasted && (form || issues.length > 0) && differences(issues)}`,
  });
}

const meanings = {
  limited: 'It is shown in another way, or a part of it is missing',
  ignored: 'It changes nothing that the person sees',
  invalid: 'The Questionnaire has a mistake here',
};

function differences(issues: Pasted['issues']): Markup {
  return html`<section class="sheet differences" aria-labelledby="differences">
<h2 id="differences">What differs from the Questionnaire</h2>
${
  issues.length
    ? html`<table class="stack">
<thead><tr><th scope="col">Where</th><th scope="col">What</th><th scope="col">What it means</th></tr></thead>
<tbody>${issues.slice(0, most).map(
        ({ path, message, severity }) => html`<tr><th scope="row">${path || 'the whole form'}</th><td data-label="What">${message}</td><td data-label="What it means">${meanings[severity]}</td></tr>
`,
      )}</tbody></table>
${issues.length > most && html`<p class="muted">The first ${most} of ${issues.length} are shown.</p>`}`
    : html`<p>Nothing. The form has everything that the Questionnaire says.</p>`
}
</section>`;
}

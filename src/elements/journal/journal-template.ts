import { html, type TemplateResult } from '../../ui/lit/lit.ts';
import { repeat } from '../../ui/lit/repeat.ts';
import { titleHeading } from '../../ui/templates/heading.ts';
import { actions } from '../../ui/templates/page-parts.ts';
import { widgetRoot } from '../../ui/templates/widget-root.ts';
import { entryTemplate } from './entry-template.ts';
import { button, labelled } from './journal-button.ts';
import { keyOf } from './journal-messages.ts';
import { hasText } from './journal-state.ts';
import { storageWord, toolsOf, type Shown, type Tool } from './journal-view.ts';
import { passphraseForm } from './passphrase-template.ts';
import { promptText } from './prompt-text.ts';
import { questionTemplate } from './question-template.ts';

export function journalTemplate(shown: Shown): TemplateResult {
  const { state, storage, t, content, host } = shown;
  if (state.isHidden) return button(t, 'show');
  const isLocked = storage.mode === 'locked';
  const { kind, message } = state.status;
  return widgetRoot(
    { part: 'journal', t },
    html`${titleHeading(host.headingLevel, t.mark(content.title, content.language))}
    ${host.quickHide ? button(t, 'hide', 'quiet') : ''}
    <p part="kept" class="help">${storage.problem && t(keyOf(storage.problem))} ${t(keyOf(storageWord(storage)))}</p>
    ${isLocked ? passphraseForm(shown, 'unlock') : writer(shown)} ${questionTemplate(shown)}
    <p part="status" id="status" role="status" class=${kind === 'problem' ? 'error' : 'help'}>
      ${message && t(keyOf(message))}
    </p>
    ${tools(shown)}
    ${isLocked ? '' : repeat([...storage.entries].reverse(), ({ id }) => id, (entry) => entryTemplate(shown, entry))}
    ${shown.warning}`,
  );
}

/** The box to write in, the prompt above it, and the buttons under it. */
function writer(shown: Shown): TemplateResult {
  const { state, storage, t } = shown;
  const { text, prompt, before } = state;
  const draft = hasText(state) ? 'draft' : '';
  return html`<p part="prompt-text" id="prompt" class=${draft}>${prompt && promptText(prompt, shown)}</p>
    ${actions(
      labelled('prompt', prompt ? t('journal.another') : t('journal.prompt'), 'quiet'),
      prompt ? button(t, 'no-prompt', 'quiet') : '',
    )}
    <label for="box">${t('journal.write')}</label>
    <textarea
      id="box"
      part="box"
      class=${draft}
      rows="6"
      dir="auto"
      autocomplete="off"
      aria-describedby="prompt under"
      ?readonly=${state.status.kind === 'busy'}
      .defaultValue=${text}
    ></textarea>
    <p class="help" id="under">${t('journal.underText')}</p>
    ${actions(
      labelled('put', before ? t('journal.done') : t('journal.put'), 'main'),
      before ? labelled('leave', t('cancel')) : '',
      storage.mode === 'passphrase' ? button(t, 'lock', 'quiet') : '',
    )}`;
}

/** What can be done with the whole journal. */
function tools(shown: Shown): TemplateResult {
  const { storage, t } = shown;
  // Each button has a place of its own: one that has the focus must not become another one.
  const buttons = Object.entries(toolsOf(shown)).map(([tool, isOffered]) => (isOffered ? button(t, tool as Tool) : ''));
  return html`<details part="more">
    <summary>${t('journal.tools')}</summary>
    ${storage.mode === 'passphrase' ? html`<p class="help">${t('journal.plain')}</p>` : ''}
    <input type="file" accept=".json" hidden />
    ${actions(...buttons)}
  </details>`;
}

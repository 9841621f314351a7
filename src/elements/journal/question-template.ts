import { html, type TemplateResult } from 'lit';
import { seenBy } from '../../ui/safety/disclosure.ts';
import { actions } from '../../ui/templates/page-parts.ts';
import { button, labelled } from './journal-button.ts';
import { mayBeShared, type Shown } from './journal-view.ts';
import { passphraseForm } from './passphrase-template.ts';

// Owns the question before something is done, and the buttons that answer it.

/** The open question, if it is about this entry. Without an id: about the whole journal. */
export function questionTemplate(shown: Shown, id = ''): unknown {
  const { state, storage, sharing, words, host } = shown;
  const { question } = state;
  if (question?.id !== id) return '';
  const { kind } = question;
  const cancel = button(words, 'cancel');
  let text: string;
  let answers: unknown;
  if (kind === 'keep') {
    text = words[storage.allowedMode];
    answers = consent(shown, cancel);
  } else if (kind === 'share') {
    text = host.who ? seenBy(words.whoSees, host.who, host.when) : words.shareUnsaid;
    answers = actions(button(words, 'share-now', 'main'), cancel);
  } else {
    const erased = storage.entries.filter((entry) => !id || entry.id === id);
    text = `${words[`${kind}Ask`]} ${mayBeShared(erased, sharing) ? words.sharedStays : ''}`;
    answers = actions(cancel, labelled(`${kind}-now`, words.eraseYes));
  }
  // The text takes the focus, not a button: the key that opened the question, pressed again, must not answer it.
  return html`<div part="ask" role="group" aria-labelledby="ask">
    <p id="ask" tabindex="-1">${text}</p>
    ${answers}
  </div>`;
}

/** The answers to whether the journal may be stored. Entries that are stored already cannot be declined. */
function consent(shown: Shown, cancel: TemplateResult): TemplateResult {
  const { storage, words } = shown;
  const refuse = storage.isStored ? cancel : button(words, 'decline');
  return storage.allowedMode === 'device'
    ? actions(button(words, 'keep-now', 'main'), refuse)
    : passphraseForm(shown, 'lock-now', refuse);
}

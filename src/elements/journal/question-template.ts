import { html, type TemplateResult } from '../../ui/lit/lit.ts';
import { seenBy } from '../../ui/safety/disclosure.ts';
import { actions } from '../../ui/templates/page-parts.ts';
import { button, labelled } from './journal-button.ts';
import { keyOf } from './journal-messages.ts';
import { mayBeShared, type Shown } from './journal-view.ts';
import { passphraseForm } from './passphrase-template.ts';

// Owns the question before something is done, and the buttons that answer it.

/** The open question, if it is about this entry. Without an id: about the whole journal. */
export function questionTemplate(shown: Shown, id = ''): unknown {
  const { state, storage, sharing, t, host } = shown;
  const { question } = state;
  if (question?.id !== id) return '';
  const { kind } = question;
  const cancel = button(t, 'cancel');
  let text: unknown;
  let answers: unknown;
  if (kind === 'keep') {
    text = t(keyOf(storage.allowedMode));
    answers = consent(shown, cancel);
  } else if (kind === 'share') {
    const seen = seenBy(host, t);
    text = seen ? t.mark(seen, t.lang) : t('journal.shareUnsaid');
    answers = actions(button(t, 'share-now', 'main'), cancel);
  } else {
    const erased = storage.entries.filter((entry) => !id || entry.id === id);
    text = [t(`journal.${kind}Ask`), ' ', mayBeShared(erased, sharing) ? t('journal.sharedStays') : ''];
    answers = actions(cancel, labelled(`${kind}-now`, t('eraseYes')));
  }
  // The text takes the focus, not a button: the key that opened the question, pressed again, must not answer it.
  return html`<div part="ask" role="group" aria-labelledby="ask">
    <p id="ask" tabindex="-1">${text}</p>
    ${answers}
  </div>`;
}

/** The answers to whether the journal may be stored. Entries that are stored already cannot be declined. */
function consent(shown: Shown, cancel: TemplateResult): TemplateResult {
  const { storage, t } = shown;
  const refuse = storage.isStored ? cancel : button(t, 'decline');
  return storage.allowedMode === 'device'
    ? actions(button(t, 'keep-now', 'main'), refuse)
    : passphraseForm(shown, 'lock-now', refuse);
}

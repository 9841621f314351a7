import { html, type TemplateResult } from '../../ui/lit/lit.ts';
import { levelOf } from '../../ui/templates/heading.ts';
import { actions } from '../../ui/templates/page-parts.ts';
import { button } from './journal-button.ts';
import { keyOf } from './journal-messages.ts';
import type { JournalEntry } from './journal-entries.ts';
import { shareWord, type Shown } from './journal-view.ts';
import { promptText } from './prompt-text.ts';
import { questionTemplate } from './question-template.ts';
import { day as inWords } from '../../ui/text/format.ts';

/** One entry, its actions, and the question that is open about it. */
export function entryTemplate(shown: Shown, entry: JournalEntry): TemplateResult {
  const { sharing, t, host } = shown;
  const { id, date, prompt, text } = entry;
  const day = inWords(t, date);
  const word = shareWord(entry, sharing);
  const start = text.trim().split(/\s+/, 7).join(' ').slice(0, 60);
  return html`<article part="entry" data-id=${id}>
    <h3 part="date" aria-level=${levelOf(host.headingLevel, 1)}>${day}</h3>
    ${prompt ? html`<p class="help" part="prompt-text">${promptText(prompt, shown)}</p>` : ''}
    <p part="text">${text}</p>
    <p part="shared" role="status" class=${word === 'notSaved' ? 'error' : 'help'}>${word && t(keyOf(word))}</p>
    <details part="more">
      <summary aria-label="${t.text('journal.more')}, ${day}: ${start}">${t('journal.more')}</summary>
      ${actions(button(t, 'edit'), button(t, 'share'), button(t, 'remove'))}
    </details>
    ${questionTemplate(shown, id)}
  </article>`;
}

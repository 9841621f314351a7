import { html, type TemplateResult } from 'lit';
import { levelOf } from '../../ui/templates/heading.ts';
import { actions } from '../../ui/templates/page-parts.ts';
import { localDay } from '../../ui/text/local-day.ts';
import { button } from './journal-button.ts';
import type { JournalEntry } from './journal-entries.ts';
import { shareWord, type Shown } from './journal-view.ts';
import { questionTemplate } from './question-template.ts';

/** One entry, its actions, and the question that is open about it. */
export function entryTemplate(shown: Shown, entry: JournalEntry): TemplateResult {
  const { sharing, words, host } = shown;
  const { id, date, prompt, text } = entry;
  const day = localDay(host, date);
  const word = shareWord(entry, sharing);
  const start = text.trim().split(/\s+/, 7).join(' ').slice(0, 60);
  return html`<article part="entry" data-id=${id}>
    <h3 part="date" aria-level=${levelOf(host.headingLevel, 1)}>${day}</h3>
    ${prompt ? html`<p class="help" part="prompt-text">${prompt}</p>` : ''}
    <p part="text">${text}</p>
    <p part="shared" role="status" class=${word === 'notSaved' ? 'error' : 'help'}>${word && words[word]}</p>
    <details part="more">
      <summary aria-label="${words.more}, ${day}: ${start}">${words.more}</summary>
      ${actions(button(words, 'edit'), button(words, 'share'), button(words, 'remove'))}
    </details>
    ${questionTemplate(shown, id)}
  </article>`;
}

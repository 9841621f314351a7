import { html, nothing, type TemplateResult } from 'lit';
import type { OwnCopy } from '../own-copy.ts';
import { button } from './button.ts';
import { crisisNotice } from './crisis-template.ts';
import { savedText } from './disclosure.ts';
import { formView, sendButton } from './form-view.ts';
import { heading } from './heading.ts';
import type { ResultTemplate } from './result-words-template.ts';
import { ask, isDone, lines } from './page-parts.ts';
import type { View } from './view.ts';

/** The widget: its title, the page that stands, and what has just happened. */
export function widget(view: View, level: number, ownCopy: () => OwnCopy, result: ResultTemplate): TemplateResult {
  const { context, page, quickHide, idle, submission } = view;
  const { instrument, words } = context;
  if (view.hidden) return button('show', words.show);
  const isForm = page === 'form' && !isDone(submission);
  const title = page === 'review' || page === 'copy' ? words.reviewTitle : instrument.title;
  return html`<section
    part="base"
    class="${quickHide ? 'hides' : ''} ${isForm ? '' : 'after'}"
    lang=${instrument.language} dir=${instrument.direction ?? nothing} aria-labelledby="title">
    ${heading(level, title, 'title', 'title')} ${quickHide ? button('hide', words.hide, 'quiet') : nothing}
    ${body(view, ownCopy, result)} ${isForm ? nothing : crisisNotice(view.crisis, words, page === 'form')}
    <div part="status" role="status">${status(view)}</div>
    ${idle ? html`<p class="notice" role="alert">${words.idle} ${button('stay', words.stay)}</p>` : nothing}
  </section>`;
}

function body(view: View, ownCopy: () => OwnCopy, result: ResultTemplate): unknown {
  const { context, submission } = view;
  const { words } = context;
  switch (view.page) {
    case 'erase':
      return ask(words.eraseAsk, button('erase-now', words.eraseYes, 'main'), button('return', words.eraseNo));
    case 'erased':
      return ask(words.erasedUnsent, button('return', words.startAgain));
    case 'erased-sent':
      return ask(words.erased, button('return', words.startAgain));
    case 'copy':
      return html`${lines(ownCopy())}
      ${ask('', button('print', words.print, 'main'), button('save', words.save), button('return', words.close))}`;
    case 'review':
      return html`${lines(ownCopy())} ${ask('', sendButton(view, true), button('return', words.editAnswers), button('erase', words.erase, 'quiet'))}`;
  }
  if (!isDone(submission)) return formView(view);
  return html`<slot name="thanks"></slot>
    ${view.shared ? nothing : html`${view.extra} ${result(context.instrument, submission.record, words)}`}
    ${ask(
      '',
      submission.state === 'sent' ? button('edit', words.change) : nothing,
      view.shared ? nothing : button('copy', words.copy, 'quiet'),
      submission.state === 'sent' ? button('erase', words.erase, 'quiet') : nothing,
    )}`;
}

function status({ context: { words }, submission, refused, told }: View): string {
  if (refused) return words.formGet;
  switch (submission.state) {
    case 'sending':
      return submission.slow ? words.stillSending : words.sending;
    case 'saved':
      return savedText(told, words);
    case 'sent':
      return words.sent;
    case 'failed':
      return words.failed;
    default:
      return '';
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Response } from '../../../core/record/response.ts';
import type { OwnCopy } from '../../safety/own-copy.ts';
import { button } from '../../templates/button.ts';
import { crisisNotice } from '../../safety/crisis-template.ts';
import { savedText } from '../../safety/disclosure.ts';
import { formView, sendOf } from './form-view.ts';
import { heading } from '../../templates/heading.ts';
import { isOver, type Over } from '../../templates/aside.ts';
import { afterSending, aside, status, titleOf } from '../../templates/page-parts.ts';
import type { ResultTemplate } from './result-words-template.ts';
import type { View } from './view.ts';

/** The widget: its title, the page that stands, and what has just happened. */
export function widget(view: View, level: number, ownCopy: () => OwnCopy, result: ResultTemplate): TemplateResult {
  const { context, page, quickHide, idle, submission, refused, told, shared } = view;
  const { instrument, words } = context;
  if (view.hidden) return button('show', words.show);
  const over = isOver(submission, page) ? submission : undefined;
  const isForm = page === 'form' && !over;
  const copy = submission.state === 'failed' && !shared ? button('copy', words.copy, 'quiet') : nothing;
  const title = (!over && page !== 'form' && titleOf(page, words)) || instrument.title;
  return html`<section
    part="base"
    class="${quickHide ? 'hides' : ''} ${isForm ? '' : 'after'}"
    lang=${instrument.language} dir=${instrument.direction ?? nothing} aria-labelledby="title">
    ${heading(level, title, 'title', 'title')} ${quickHide ? button('hide', words.hide, 'quiet') : nothing}
    ${over ? handedOver(view, over, result) : page === 'form' ? formView(view) : aside(page, words, ownCopy, () => [sendOf(view, true), copy])}
    ${isForm ? nothing : crisisNotice(view.crisis, words, !!over)}
    ${status({ page, submission, words, shared, saved: savedText(told, words), instead: refused ? words.formGet : '' })}
    ${idle}
  </section>`;
}

function handedOver(view: View, submission: Over<Response>, result: ResultTemplate): TemplateResult {
  const { context, shared } = view;
  const { instrument, words } = context;
  return html`<slot name="thanks"></slot>
    ${shared ? nothing : html`${view.extra} ${result(instrument, submission.record, words)}`}
    ${afterSending(submission, words, shared ? nothing : button('copy', words.copy, 'quiet'))}`;
}

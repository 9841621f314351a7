import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../templates/button.ts';
import { crisisNotice } from '../../safety/crisis-template.ts';
import { savedText } from '../../safety/disclosure.ts';
import { formView, sendButtonOf } from './form-view.ts';
import { titleHeading } from '../../templates/heading.ts';
import { afterSending, aside, status, titleOf } from '../../templates/page-parts.ts';
import type { TemplateData } from './template-data.ts';
import { widgetRoot } from '../../templates/widget-root.ts';

/** The widget: its title, the current page, and the state of the record. */
export function widget(data: TemplateData): TemplateResult {
  const { view, context, hasQuickHide, submission, disclosure } = data;
  const { screen } = view;
  const { instrument, words, level, shared } = context;
  if (screen === 'hidden') return button('show', words.show);
  const isForm = screen === 'form';
  const page = isForm || screen === 'over' ? undefined : screen;
  const saved = savedText(disclosure, words);
  const { language: lang, direction: dir } = instrument;
  return widgetRoot(
    { part: 'base', class: `${hasQuickHide ? 'hides' : ''} ${isForm ? '' : 'after'}`, lang, dir },
    html`<div class="ruler"></div>
    ${titleHeading(level, (page && titleOf(page, words)) || instrument.title)} ${hasQuickHide ? button('hide', words.hide, 'quiet') : nothing}
    ${page ? aside(page, { words, copy: data.copy, send: () => reviewButtons(data) }) : isForm ? formView(data) : afterSendingView(data)}
    ${isForm ? nothing : crisisNotice(data.crisis, !page)}
    ${status({ page: screen, submission, words, shared, saved, instead: data.isRefused ? words.formGet : '' })}
    ${data.idle}`,
  );
}

/** The buttons of the review: send, and a copy if sending failed. */
const reviewButtons = (data: TemplateData): unknown[] => {
  const { words, shared } = data.context;
  const isFailed = data.submission.state === 'failed';
  return [sendButtonOf(data, true), isFailed && !shared ? button('copy', words.copy, 'quiet') : nothing];
};

function afterSendingView({ context, submission, extra, result }: TemplateData): TemplateResult {
  const { instrument, words, shared } = context;
  return html`<slot name="thanks"></slot>
    ${shared || !('record' in submission) ? nothing : html`${extra} ${result(instrument, submission.record, words)}`}
    ${afterSending(submission, words, shared ? nothing : button('copy', words.copy, 'quiet'))}`;
}

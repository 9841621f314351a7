import { html, nothing, type TemplateResult } from '../../lit/lit.ts';
import { button } from '../../templates/button.ts';
import { crisisNotice } from '../../safety/crisis-template.ts';
import { seenBy } from '../../safety/disclosure.ts';
import { formView, sendButtonOf } from './form-view.ts';
import { titleHeading } from '../../templates/heading.ts';
import { afterSending, aside, status, titleOf } from '../../templates/page-parts.ts';
import type { TemplateData } from './template-data.ts';
import { widgetRoot } from '../../templates/widget-root.ts';

/** The widget: its title, the current page, and the state of the record. */
export function widget(data: TemplateData): TemplateResult {
  const { view, context, hasQuickHide, submission, disclosure } = data;
  const { screen } = view;
  const { instrument, t, level, shared } = context;
  if (screen === 'hidden') return button('show', t('show'));
  const isForm = screen === 'form';
  const page = isForm || screen === 'over' ? undefined : screen;
  const seen = seenBy(disclosure, t);
  const saved = html`${t('savedPlain')} ${seen && t.mark(seen, t.lang)}`;
  const { language: lang, direction: dir } = instrument;
  return widgetRoot(
    { part: 'base', class: `${hasQuickHide ? 'hides' : ''} ${isForm ? '' : 'after'}`, t, lang, dir },
    html`<div class="ruler"></div>
    ${titleHeading(level, (page && titleOf(page, t)) || instrument.title)} ${hasQuickHide ? button('hide', t('hide'), 'quiet') : nothing}
    ${page ? aside(page, { t, copy: data.copy, send: () => reviewButtons(data) }) : isForm ? formView(data) : afterSendingView(data)}
    ${isForm ? nothing : crisisNotice(data.crisis, !page)}
    ${status({ page: screen, submission, t, shared, saved, instead: data.isRefused ? t('formGet') : '' })}
    ${data.idle}`,
  );
}

/** The buttons of the review: send, and a copy if sending failed. */
const reviewButtons = (data: TemplateData): unknown[] => {
  const { t, shared } = data.context;
  const isFailed = data.submission.state === 'failed';
  return [sendButtonOf(data, true), isFailed && !shared ? button('copy', t('copy'), 'quiet') : nothing];
};

function afterSendingView({ context, submission, extra, result }: TemplateData): TemplateResult {
  const { instrument, t, shared } = context;
  return html`<slot name="thanks"></slot>
    ${shared || !('record' in submission) ? nothing : html`${extra} ${result(instrument, submission.record, t)}`}
    ${afterSending(submission, t, shared ? nothing : button('copy', t('copy'), 'quiet'))}`;
}

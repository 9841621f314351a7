import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../templates/button.ts';
import { crisisNotice } from '../../safety/crisis-template.ts';
import { savedText } from '../../safety/disclosure.ts';
import { formView, sendOf } from './form-view.ts';
import { heading } from '../../templates/heading.ts';
import { afterSending, aside, status, titleOf } from '../../templates/page-parts.ts';
import type { TemplateData } from './template-data.ts';
import { widgetRoot } from '../../templates/widget-root.ts';

/** The widget: its title, the current page, and what became of the answers. */
export function widget(shown: TemplateData): TemplateResult {
  const { view, context, hasQuickHide, submission, disclosure: told } = shown;
  const { screen } = view;
  const { instrument, words, level, shared } = context;
  if (screen === 'hidden') return button('show', words.show);
  const isForm = screen === 'form';
  const page = isForm || screen === 'over' ? undefined : screen;
  const saved = savedText(told, words);
  const { language: lang, direction: dir } = instrument;
  return widgetRoot(
    { part: 'base', class: `${hasQuickHide ? 'hides' : ''} ${isForm ? '' : 'after'}`, lang, dir },
    html`${heading(level, (page && titleOf(page, words)) || instrument.title, 'title', 'title')} ${hasQuickHide ? button('hide', words.hide, 'quiet') : nothing}
    ${page ? aside(page, words, shown.copy, () => reviewButtons(shown)) : isForm ? formView(shown) : handedOver(shown)}
    ${isForm ? nothing : crisisNotice(shown.hasCrisis, words, !page)}
    ${status({ page: screen, submission, words, shared, saved, instead: shown.isRefused ? words.formGet : '' })}
    ${shown.idle}`,
  );
}

/** The review sends, or keeps a copy of what could not be sent. */
const reviewButtons = (shown: TemplateData): unknown[] => {
  const { words, shared } = shown.context;
  const isFailed = shown.submission.state === 'failed';
  return [sendOf(shown, true), isFailed && !shared ? button('copy', words.copy, 'quiet') : nothing];
};

function handedOver({ context, submission, extra, result }: TemplateData): TemplateResult {
  const { instrument, words, shared } = context;
  return html`<slot name="thanks"></slot>
    ${shared || !('record' in submission) ? nothing : html`${extra} ${result(instrument, submission.record, words)}`}
    ${afterSending(submission, words, shared ? nothing : button('copy', words.copy, 'quiet'))}`;
}

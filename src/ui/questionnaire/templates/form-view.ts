import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../../core/plain-data/fill.ts';
import { button } from '../../templates/button.ts';
import { crisisNotice } from '../../safety/crisis-template.ts';
import { disclosureText } from '../../safety/disclosure.ts';
import { itemText } from '../items/item-text.ts';
import { actions, sendButton } from '../../templates/page-parts.ts';
import { problemText } from './problem-text.ts';
import { progressText } from './progress.ts';
import type { ItemContext } from '../items/item-type-view.ts';
import type { FormAction, QuestionnaireView } from '../questionnaire-view.ts';
import type { TemplateData } from './template-data.ts';

/**
 * The form: what is above the items of this page, and the buttons below them. The items and the progress are updated
 * separately, so that an answer does not render all of this again.
 */
export function formView(data: TemplateData): TemplateResult {
  const { view, context, disclosure } = data;
  const { instrument, words } = context;
  const { isFirst, isLast, isLocked, total, offers } = view;
  const minutes = instrument.minutes ?? Math.ceil(total / 6);
  const time = minutes > 1 ? fill(words.minutes, { minutes }) : words.minute;
  // Each button has its own place: if one appears or disappears, Lit must not reuse its element for another.
  const buttons: Record<FormAction, () => TemplateResult> = {
    back: () => button('back', words.back),
    next: () => button('next', words.next, 'main'),
    send: () => sendButtonOf(data, isLast),
    copy: () => button('copy', words.copy, 'quiet'),
    erase: () => button('erase', words.erase, 'quiet'),
  };
  return html`${isFirst
      ? html`<div part="intro">
          <slot name="intro">${instrument.intro}</slot>
          <p>${fill(total === 1 ? words.line : words.lines, { total, time })} ${words.stop}</p>
        </div>`
      : nothing}
    ${crisisNotice(data.hasCrisis, words, isFirst)}
    ${isFirst
      ? html`<p part="who-sees" class="help"><slot name="who-sees">${view.isUnsent ? words.staysHere : disclosureText(disclosure, words) || words.whoSeesMissing}</slot></p>
          ${instrument.note ? html`<p class="help">${instrument.note}</p>` : nothing}`
      : nothing}
    <div part="progress" data-longest=${progressText({ ...view, answered: total }, words)}><span id="progress" tabindex="-1"></span><progress aria-labelledby="progress"></progress></div>
    ${instrument.stem ? html`<p part="stem"><strong>${instrument.stem}</strong></p>` : nothing}
    <fieldset part="items" role="none" class=${total > 100 ? 'long' : ''} ?disabled=${isLocked}></fieldset>
    ${data.extra}
    ${instrument.audience === 'client' && isLast
      ? html`<p class="help" part="concern"><slot name="concern">${words.concern}</slot></p>`
      : nothing}
    ${summary(view, context)}
    ${actions(...(Object.keys(buttons) as FormAction[]).map((action) => (offers.includes(action) ? buttons[action]() : nothing)))}`;
}

/** The send button of the form or of the review. */
export function sendButtonOf({ view, context: { words }, submission }: TemplateData, isMain: boolean): TemplateResult {
  const label = { review: words.review, send: words.send, sendPart: words.sendPart }[view.sends];
  return sendButton({ submission, words, label, kind: isMain ? 'main' : 'quiet', isDisabled: view.isDisabled });
}

/** The items with an error, or the blank items, with a link to each. */
function summary({ summary, hasErrors }: QuestionnaireView, context: ItemContext): unknown {
  const { words } = context;
  const count = summary.length;
  if (!count) return nothing;
  const title = hasErrors ? words.errorTitle : count > 1 ? fill(words.blank, { count }) : words.blankOne;
  return html`<div
    part=${hasErrors ? 'summary error-summary' : 'summary'}
    role="group"
    tabindex="-1"
    aria-labelledby="summary"
  >
    <p id="summary"><strong>${title}</strong></p>
    <ul>
      ${summary.map(
        (instance) => html`<li>
          <a href="#" data-do="go" data-to=${instance.key}>${itemText(instance, context)}</a>
          ${hasErrors ? problemText(instance, context) : nothing}
        </li>`,
      )}
    </ul>
  </div>`;
}

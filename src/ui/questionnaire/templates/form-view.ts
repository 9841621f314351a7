import { html, nothing, type TemplateResult } from 'lit';
import type { Instance } from '../../../core/answering/snapshot.ts';
import { fill } from '../../../core/plain-data/fill.ts';
import { button } from '../../templates/button.ts';
import { crisisNotice } from '../../safety/crisis-template.ts';
import { disclosureText } from '../../safety/disclosure.ts';
import { itemText } from '../items/item-text.ts';
import { levelOf } from '../../templates/heading.ts';
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
  const { view, context } = data;
  const { instrument, words, level } = context;
  const { isFirst, isLast, isLocked, isPaged, isReadonly, page, pages, total, offers } = view;
  // Each button has its own place: if one appears or disappears, Lit must not reuse its element for another.
  const buttons: Record<FormAction, () => TemplateResult> = {
    back: () => button('back', words.back),
    next: () => button('next', words.next, 'main'),
    send: () => sendButtonOf(data, isLast),
    copy: () => button('copy', words.copy, 'quiet'),
    erase: () => button('erase', words.erase, 'quiet'),
  };
  const place = (action: FormAction): unknown => {
    if (offers.includes(action)) return buttons[action]();
    return view.reserved.includes(action) ? html`<span class="reserved" data-text=${words[action === 'send' ? view.sends : action]}></span>` : nothing;
  };
  const lists = view.summary.length ? summary(view, context) : nothing;
  const isOfErrors = view.summaryOf === 'errors';
  return html`${isFirst ? opening(data) : crisisNotice(data.crisis, false)}
    <div class="place">
      ${isPaged
        ? html`<h2 part="page-title" id="page" aria-level=${levelOf(level, 1)} tabindex="-1">${fill(words.page, { page, pages })}</h2>`
        : nothing}
      <div part="progress">
        <div data-longest=${progressText({ answered: total, total }, words)}><span id="progress"></span></div>
        ${view.isInSitting ? nothing : html`<div><progress aria-labelledby="progress"></progress></div>`}
      </div>
    </div>
    ${isOfErrors ? lists : nothing}
    ${instrument.stem ? html`<p part="stem"><strong>${instrument.stem}</strong></p>` : nothing}
    <fieldset
      part="items"
      role="none"
      class=${isReadonly || isLocked ? 'locked' : ''}
      ?disabled=${isLocked}
    ></fieldset>
    ${data.extra}
    ${instrument.audience === 'client' && isLast
      ? html`<p class="help" part="concern"><slot name="concern">${words.concern}</slot></p>`
      : nothing}
    ${isOfErrors ? nothing : lists}
    ${actions(...(Object.keys(buttons) as FormAction[]).map(place))}`;
}

/** What comes before the first question: the length, the introduction, the crisis notice and who will see the answers. */
function opening({ view, context, disclosure, crisis }: TemplateData): TemplateResult {
  const { instrument, words } = context;
  const { total, isUnsent } = view;
  const minutes = instrument.minutes ?? Math.ceil(total / 6);
  const time = minutes > 1 ? fill(words.minutes, { minutes }) : words.minute;
  const questions = total === 1 ? words.question : fill(words.questions, { total });
  const seenBy = isUnsent ? words.staysHere : disclosureText(disclosure, words) || words.whoSeesMissing;
  return html`<p part="length" class="help">${fill(words.length, { time, questions })}</p>
    <div part="intro"><slot name="intro">${instrument.intro}</slot></div>
    ${crisisNotice(crisis, true)}
    <p part="who-sees" class="help">
      <svg viewBox="0 0 24 16" aria-hidden="true"><path d="M1 8q11-14 22 0q-11 14-22 0z" /><circle cx="12" cy="8" r="3" /></svg>
      <slot name="who-sees">${seenBy}</slot>
    </p>
    ${instrument.note ? html`<p class="help">${instrument.note}</p>` : nothing}`;
}

/** The send button of the form or of the review. */
export function sendButtonOf({ view, context: { words }, submission }: TemplateData, isMain: boolean): TemplateResult {
  return sendButton({ submission, words, label: words[view.sends], kind: isMain ? 'main' : 'quiet', isDisabled: view.isDisabled });
}

/** The blank items, or the items with an error, with a link to each. One sentence says what is the same in many of them. */
function summary({ summary, summaryOf, mended }: QuestionnaireView, context: ItemContext): TemplateResult {
  const { words } = context;
  const count = summary.length;
  const isOfErrors = summaryOf === 'errors';
  const title =
    !isOfErrors ? (count > 1 ? fill(words.blank, { count }) : words.blankOne)
    : mended.length === count ? words.errorMended
    : count > 1 ? fill(words.errorTitleAll, { count })
    : words.errorTitle;
  const problemOf = (instance: Instance): string => (isOfErrors ? problemText(instance, context) : '');
  const problems = new Set(summary.map(problemOf));
  return html`<div
    part=${isOfErrors ? 'summary error-summary' : 'summary'}
    role="group"
    tabindex="-1"
    aria-labelledby="summary"
  >
    <p id="summary"><strong>${title}</strong></p>
    ${[...problems].map(
      (problem) => html`${problem ? html`<p>${problem}</p>` : nothing}
        <ul>
          ${summary.map((instance) =>
            problemOf(instance) === problem
              ? html`<li class=${mended.includes(instance.key) ? 'mended' : ''}>
                  <a href="#" data-do="go" data-to=${instance.key}>${itemText(instance, context)}</a>
                </li>`
              : nothing,
          )}
        </ul>`,
    )}
  </div>`;
}

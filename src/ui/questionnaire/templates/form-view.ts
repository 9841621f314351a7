import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../../core/plain-data/fill.ts';
import { button } from '../../templates/button.ts';
import { crisisNotice } from '../../safety/crisis-template.ts';
import { disclosure } from '../../safety/disclosure.ts';
import { findInstance } from '../find-instance.ts';
import { itemText } from '../items/item-text.ts';
import { actions, sendButton } from '../../templates/page-parts.ts';
import { problemText } from './problem-text.ts';
import { progressText } from './progress.ts';
import type { View } from './view.ts';

/**
 * What must be said before the items of the page that stands, and the ways on. The items and the progress are put into
 * their places apart from it, so that an answer does not render all of this again.
 */
export function formView(view: View): TemplateResult {
  const { context, snapshot, submission, paged } = view;
  const { instrument, words } = context;
  const { page, pages, answered, total } = snapshot;
  const isFirst = !paged || page === 1;
  const isLast = !paged || page === pages.length;
  const minutes = instrument.minutes ?? Math.ceil(total / 6);
  const time = minutes > 1 ? fill(words.minutes, { minutes }) : words.minute;
  return html`${isFirst
      ? html`<div part="intro">
          <slot name="intro">${instrument.intro}</slot>
          <p>${fill(total === 1 ? words.line : words.lines, { total, time })} ${words.stop}</p>
        </div>`
      : nothing}
    ${crisisNotice(view.crisis, words, isFirst)}
    ${isFirst
      ? html`<p part="who-sees" class="help"><slot name="who-sees">${view.unsent ? words.staysHere : disclosure(view.told, words) || words.whoSeesMissing}</slot></p>
          ${instrument.note ? html`<p class="help">${instrument.note}</p>` : nothing}`
      : nothing}
    <div part="progress" data-longest=${progressText({ ...snapshot, answered: total }, words, paged)}><span id="progress" tabindex="-1"></span><progress aria-labelledby="progress"></progress></div>
    ${instrument.stem ? html`<p part="stem"><strong>${instrument.stem}</strong></p>` : nothing}
    <fieldset part="items" role="none" class=${snapshot.total > 100 ? 'long' : ''} ?disabled=${view.disabled || submission.state === 'sending'}></fieldset>
    ${view.extra}
    ${instrument.audience === 'client' && isLast
      ? html`<p class="help" part="concern"><slot name="concern">${words.concern}</slot></p>`
      : nothing}
    ${summary(view)}
    ${actions(
      paged && page > 1 ? button('back', words.back) : nothing,
      isLast ? nothing : button('next', words.next, 'main'),
      view.sentByOther || view.unsent || !(isLast || answered) ? nothing : sendOf(view, isLast),
      view.shared || view.inSitting || snapshot.pristine ? nothing : button('copy', words.copy, 'quiet'),
      view.disabled || view.inSitting || context.readonly ? nothing : button('erase', words.erase, 'quiet'),
    )}`;
}

/** The send button of the page that stands. */
export function sendOf({ context, snapshot, submission, review, page, disabled }: View, isMain: boolean): TemplateResult {
  const { words, required } = context;
  const isWhole = !snapshot.blank.length || required;
  const label = review && page !== 'review' ? words.review : isWhole ? words.send : words.sendPart;
  return sendButton(submission, words, label, isMain ? 'main' : 'quiet', disabled);
}

/** What is wrong, or what was left blank, with a way to each line. */
function summary({ context, snapshot, errors, hasSeenBlanks }: View): unknown {
  const { words } = context;
  const isWrong = errors.size > 0;
  const keys = isWrong ? [...errors] : hasSeenBlanks ? snapshot.blank : [];
  const count = keys.length;
  if (!count) return nothing;
  const title = isWrong ? words.errorTitle : count > 1 ? fill(words.blank, { count }) : words.blankOne;
  return html`<div
    part=${isWrong ? 'summary error-summary' : 'summary'}
    role="group"
    tabindex="-1"
    aria-labelledby="summary"
  >
    <p id="summary"><strong>${title}</strong></p>
    <ul>
      ${keys.map((key) => {
        const instance = findInstance(snapshot.instances, key)!;
        return html`<li>
          <a href="#" data-do="go" data-to=${key}>${itemText(instance, context)}</a>
          ${isWrong ? problemText(instance, context) : nothing}
        </li>`;
      })}
    </ul>
  </div>`;
}

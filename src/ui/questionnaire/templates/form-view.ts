import { html, nothing, type TemplateResult } from '../../lit/lit.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import { button } from '../../templates/button.ts';
import { crisisNotice } from '../../safety/crisis-template.ts';
import { disclosureText } from '../../safety/disclosure.ts';
import { itemText } from '../items/item-text.ts';
import { levelOf } from '../../templates/heading.ts';
import { actions, sendButton } from '../../templates/page-parts.ts';
import { problemText } from './problem-text.ts';
import { ruleText } from './rule-text.ts';
import { progressText } from './progress.ts';
import type { ItemContext } from '../items/item-type-view.ts';
import type { FormAction, QuestionnaireView } from '../questionnaire-view.ts';
import { plain, type Shown } from '../../text/messages.ts';
import type { TemplateData } from './template-data.ts';
import { minutes as inMinutes } from '../../text/format.ts';

/**
 * The form: what is above the items of this page, and the buttons below them. The items and the progress are updated
 * separately, so that an answer does not render all of this again.
 */
export function formView(data: TemplateData): TemplateResult {
  const { view, context } = data;
  const { instrument, t, level } = context;
  const { isFirst, isLast, isLocked, isPaged, isReadonly, page, pages, total, offers } = view;
  // Each button has its own place: if one appears or disappears, Lit must not reuse its element for another.
  const buttons: Record<FormAction, () => TemplateResult> = {
    back: () => button('back', t('back')),
    next: () => button('next', t('next'), 'main', view.isOneWay ? 'one-way' : nothing),
    send: () => sendButtonOf(data, isLast),
    copy: () => button('copy', t('copy'), 'quiet'),
    erase: () => button('erase', t('erase'), 'quiet'),
  };
  const place = (action: FormAction): unknown => {
    if (offers.includes(action)) return buttons[action]();
    return view.reserved.includes(action) ? html`<span class="reserved" data-text=${t.text(action === 'send' ? view.sends : action)}></span>` : nothing;
  };
  const lists = view.summary.length ? summary(view, context) : nothing;
  const isOfErrors = view.summaryOf === 'errors';
  return html`<div part="draft"></div>
    ${isFirst ? opening(data) : crisisNotice(data.crisis, false)}
    <div class="place">
      ${isPaged
        ? html`<h2 part="page-title" id="page" aria-level=${levelOf(level, 1)} tabindex="-1">${t('page', { page, pages })}</h2>`
        : nothing}
      <div part="progress">
        <div data-longest=${plain(progressText({ answered: total, total }, t))}><span id="progress"></span></div>
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
      ? html`<p class="help" part="concern"><slot name="concern">${t('concern')}</slot></p>`
      : nothing}
    ${isOfErrors ? nothing : lists}
    ${view.isOneWay ? html`<p class="help" id="one-way">${t('fhir.oneWay')}</p>` : nothing}
    ${actions(...(Object.keys(buttons) as FormAction[]).map(place))}`;
}

/** What comes before the first question: the length, the introduction, the crisis notice and who will see the answers. */
function opening({ view, context, disclosure, keptUnsent, crisis }: TemplateData): TemplateResult {
  const { instrument, t } = context;
  const { total, isUnsent } = view;
  const minutes = instrument.minutes ?? Math.ceil(total / 6);
  const given = disclosureText(disclosure, t);
  const seenBy = isUnsent ? t('staysHere') : given ? t.mark(given, t.lang) : t('whoSeesMissing');
  return html`<p part="length" class="help">${t('length', { time: inMinutes(t, minutes), count: total })}</p>
    <div part="intro"><slot name="intro">${instrument.intro}</slot></div>
    ${crisisNotice(crisis, true)}
    <p part="who-sees" class="help">
      <svg viewBox="0 0 24 16" aria-hidden="true"><path d="M1 8q11-14 22 0q-11 14-22 0z" /><circle cx="12" cy="8" r="3" /></svg>
      <slot name="who-sees">${seenBy}</slot>${isUnsent || !keptUnsent ? nothing : [' ', t.mark(keptUnsent, t.lang)]}
    </p>
    ${instrument.note ? html`<p class="help">${instrument.note}</p>` : nothing}`;
}

/** The send button of the form or of the review. */
export function sendButtonOf({ view, context: { t }, submission }: TemplateData, isMain: boolean): TemplateResult {
  return sendButton({ submission, t, label: t(view.sends), kind: isMain ? 'main' : 'quiet', isDisabled: view.isDisabled });
}

/** The blank items, or the items with an error, with a link to each. One sentence says what is the same in many of them. */
function summary({ summary, summaryOf, mended, goesOn }: QuestionnaireView, context: ItemContext): TemplateResult {
  const { t } = context;
  const count = summary.length;
  const isOfErrors = summaryOf === 'errors';
  const warningOf = (instance: Instance): Shown => ruleText(instance.broken, context, 'warning') ?? '';
  const blanks = isOfErrors ? 0 : summary.filter((instance) => !warningOf(instance)).length;
  const title =
    !isOfErrors ? (blanks ? t('blank', { count: blanks }) : t('fhir.lookAgain'))
    : mended.length === count ? t(goesOn ? 'fhir.goOnMended' : 'errorMended')
    : t(goesOn ? 'fhir.goOnTitle' : 'errorTitle', { count });
  const problemOf = (instance: Instance): Shown => (isOfErrors ? problemText(instance, context) : warningOf(instance));
  /** One for each text. */
  const problems = new Map(summary.map((instance) => [plain(problemOf(instance)), problemOf(instance)]));
  return html`<div
    part=${isOfErrors ? 'summary error-summary' : 'summary'}
    role="group"
    tabindex="-1"
    aria-labelledby="summary"
  >
    <p id="summary"><strong>${title}</strong></p>
    ${[...problems].map(
      ([text, problem]) => html`${problem ? html`<p>${problem}</p>` : nothing}
        <ul>
          ${summary.map((instance) =>
            plain(problemOf(instance)) === text && instance.key
              ? html`<li class=${mended.includes(instance.key) ? 'mended' : ''}>
                  <a href="#" data-do="go" data-to=${instance.key}>${itemText(instance, context)}</a>
                </li>`
              : nothing,
          )}
        </ul>`,
    )}
  </div>`;
}

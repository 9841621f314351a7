import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../core/plain-data/fill.ts';
import { button } from '../../ui/templates/button.ts';
import { crisisNotice } from '../../ui/safety/crisis-template.ts';
import { titleHeading } from '../../ui/templates/heading.ts';
import type { OwnCopy } from '../../ui/safety/own-copy.ts';
import { actions, afterSending, aside, sendButton, status, titleOf } from '../../ui/templates/page-parts.ts';
import type { CommonWords } from '../../ui/text/words.ts';
import type { SessionHost } from './session-host.ts';
import type { Page } from './session-state.ts';
import { viewOf, type Facts, type StepAction } from './session-view.ts';
import type { SessionWords } from './session-words.ts';
import { widgetRoot } from '../../ui/templates/widget-root.ts';

const ACTIONS: readonly StepAction[] = ['back', 'next', 'send', 'copy', 'erase'];
const KINDS = { back: '', next: 'main', copy: 'quiet', erase: 'quiet' };

/** Everything that the template reads. */
export interface TemplateData extends Facts {
  words: CommonWords & SessionWords;
  /** A copy of the sent answers, as long as it is in memory. */
  sent: OwnCopy | undefined;
  /** On a device that others use. */
  shared: boolean;
  /** This widget shows the crisis notice of the page. */
  hasCrisis: boolean;
  host: SessionHost;
  /** The person's answers. */
  copy: () => OwnCopy;
  /** The warning before answers are erased, or `nothing`. */
  warning: unknown;
}

/** The session: the current page, and the state of the submission. */
export function sessionTemplate(data: TemplateData): TemplateResult {
  const { state, submission, count, hasCopy, words, sent, host } = data;
  const { page, step } = state;
  if (state.isHidden) return html`${button('show', words.show)}`;
  const { over, first, offers } = viewOf(data);
  const templateOf = (action: StepAction): TemplateResult => {
    if (action !== 'send') return button(action, words[action], KINDS[action]);
    return sendButton({ submission, words, label: host.review && page !== 'review' ? words.review : words.send });
  };
  const copy = hasCopy ? templateOf('copy') : nothing;

  const thanks = (): TemplateResult => html`<slot name="thanks"></slot>
    ${sent?.lines.some(({ stays }) => stays) ? html`<p part="stayed" class="help">${words.stayed}</p>` : nothing}
    ${afterSending(submission, words, copy)}`;

  const openStep = (): TemplateResult => html`${
      count > 1
        ? html`<div part="progress">
            <span id="progress" tabindex="-1">${fill(words.part, { page: step, pages: count })}</span>
            <progress max=${count} .value=${step} aria-labelledby="progress"></progress>
          </div>`
        : nothing
    }
    <slot></slot>
    ${actions(...ACTIONS.map((action) => (offers.includes(action) ? templateOf(action) : nothing)))}`;

  const otherPage = (page: Exclude<Page, 'steps'>): TemplateResult => {
    const title = titleOf(page, words);
    return html`${title ? titleHeading(host.headingLevel, title) : nothing}
    ${aside(page, { words, copy: data.copy, send: () => [templateOf('send'), submission.state === 'failed' ? copy : nothing] })}`;
  };

  // The section receives the focus if nothing else can. A button must not: the next key press could send.
  return widgetRoot(
    { part: 'base', focusable: true, nameless: true },
    html`${first
        ? html`<slot name="title">${titleHeading(host.headingLevel, words.sessionTitle)}</slot>
            <slot name="intro"></slot>`
        : nothing}
    ${crisisNotice(data, over || first)}
    ${host.quickHide ? button('hide', words.hide, 'quiet') : nothing}
    ${over ? thanks() : page === 'steps' ? openStep() : otherPage(page)}
    ${status({
      page,
      submission,
      words,
      saved: words.savedPlain,
      instead: state.isEmpty ? words.nothing : '',
      shared: data.shared,
    })}
    ${data.warning}`,
  );
}

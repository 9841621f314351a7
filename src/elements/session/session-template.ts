import { html, nothing, type TemplateResult } from '../../ui/lit/lit.ts';
import { button } from '../../ui/templates/button.ts';
import { crisisNotice } from '../../ui/safety/crisis-template.ts';
import { titleHeading } from '../../ui/templates/heading.ts';
import type { OwnCopy } from '../../ui/safety/own-copy.ts';
import { actions, afterSending, aside, sendButton, status, titleOf } from '../../ui/templates/page-parts.ts';
import type { SessionHost, SessionKey } from './session-host.ts';
import type { Page } from './session-state.ts';
import { viewOf, type Facts, type StepAction } from './session-view.ts';
import { widgetRoot } from '../../ui/templates/widget-root.ts';
import type { Messages } from '../../ui/text/messages.ts';

const ACTIONS: readonly StepAction[] = ['back', 'next', 'send', 'copy', 'erase'];
const KINDS = { back: '', next: 'main', copy: 'quiet', erase: 'quiet' };

/** Everything that the template reads. */
export interface TemplateData extends Facts {
  t: Messages<SessionKey>;
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
  const { state, submission, count, hasCopy, t, sent, host } = data;
  const { page, step } = state;
  if (state.isHidden) return html`${button('show', t('show'))}`;
  const { over, first, offers } = viewOf(data);
  const templateOf = (action: StepAction): TemplateResult => {
    if (action !== 'send') return button(action, t(action), KINDS[action]);
    return sendButton({ submission, t, label: host.review && page !== 'review' ? t('review') : t('send') });
  };
  const copy = hasCopy ? templateOf('copy') : nothing;

  const thanks = (): TemplateResult => html`<slot name="thanks"></slot>
    ${sent?.lines.some(({ stays }) => stays) ? html`<p part="stayed" class="help">${t('session.stayed')}</p>` : nothing}
    ${afterSending(submission, t, copy)}`;

  const openStep = (): TemplateResult => html`${
      count > 1
        ? html`<div part="progress">
            <span id="progress" tabindex="-1">${t('session.part', { page: step, pages: count })}</span>
            <progress max=${count} .value=${step} aria-labelledby="progress"></progress>
          </div>`
        : nothing
    }
    <div part="draft"></div>
    <slot></slot>
    ${actions(...ACTIONS.map((action) => (offers.includes(action) ? templateOf(action) : nothing)))}`;

  const otherPage = (page: Exclude<Page, 'steps'>): TemplateResult => {
    const title = titleOf(page, t);
    return html`${title ? titleHeading(host.headingLevel, title) : nothing}
    ${aside(page, { t, copy: data.copy, send: () => [templateOf('send'), submission.state === 'failed' ? copy : nothing] })}`;
  };

  // The section receives the focus if nothing else can. A button must not: the next key press could send.
  return widgetRoot(
    { part: 'base', focusable: true, nameless: true },
    html`${first
        ? html`<slot name="title">${titleHeading(host.headingLevel, t('session.sessionTitle'))}</slot>
            <slot name="intro"></slot>`
        : nothing}
    ${crisisNotice(data, over || first)}
    ${host.quickHide ? button('hide', t('hide'), 'quiet') : nothing}
    ${over ? thanks() : page === 'steps' ? openStep() : otherPage(page)}
    ${status({
      page,
      submission,
      t,
      saved: t('savedPlain'),
      instead: state.isEmpty ? t('session.nothing') : '',
      shared: data.shared,
    })}
    ${data.warning}`,
  );
}

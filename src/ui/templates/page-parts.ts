import { html, nothing, type TemplateResult } from '../lit/lit.ts';
import type { Sendable, Submission } from '../../core/record/submission.ts';
import type { Aside } from './aside.ts';
import type { OwnCopy } from '../safety/own-copy.ts';
import { button } from './button.ts';
import type { CommonKey } from '../text/keys.ts';
import type { Messages, Shown } from '../text/messages.ts';

export const actions = (...buttons: unknown[]): TemplateResult => html`<div part="actions">${buttons}</div>`;

/** The title of such a page, if it has one of its own. */
export const titleOf = (page: Aside, t: Messages<CommonKey>): Shown | undefined =>
  page === 'erase' ? t('eraseAsk') : page === 'review' || page === 'copy' ? t('reviewTitle') : undefined;

/** The person's own answers, with buttons below. */
const answers = ({ lines }: OwnCopy, { mark }: Messages<CommonKey>, ...buttons: unknown[]): TemplateResult => {
  const shown = (text = '', lang?: string): Shown => (lang ? mark(text, lang) : text);
  return html`<dl part="answers">
      ${lines.map(
        ({ label, text, heading = nothing, lang, textLang = lang }) =>
          html`${label ? html`<dt class=${heading}>${shown(label, lang)}</dt>` : nothing}<dd>${shown(text, textLang)}</dd>`,
      )}
    </dl>
    ${actions(...buttons)}`;
};

interface AsideData {
  t: Messages<CommonKey>;
  copy: () => OwnCopy;
  /** The buttons of the review that send, or offer a copy if sending failed. */
  send: () => unknown;
}

export function aside(page: Aside, { t, copy, send }: AsideData): TemplateResult {
  switch (page) {
    case 'erase':
      return actions(button('erase-now', t('eraseYes'), 'main'), button('return', t('eraseNo')));
    case 'erased':
    case 'erased-sent':
      return actions(button('return', t('startAgain')));
    case 'copy':
      return answers(copy(), t, button('print', t('print'), 'main'), button('save', t('save')), button('return', t('close')));
    case 'review':
      return answers(copy(), t, send(), button('return', t('editAnswers')), button('erase', t('erase'), 'quiet'));
  }
}

/**
 * The buttons after sending. As long as the host has not confirmed that it saved the record, the person can change or erase
 * it.
 */
export const afterSending = ({ state }: Submission<Sendable>, t: Messages<CommonKey>, copy: unknown): TemplateResult => {
  const isOpen = state === 'sent';
  return actions(
    isOpen ? button('edit', t('change')) : nothing,
    copy,
    isOpen ? button('erase', t('erase'), 'quiet') : nothing,
  );
};

interface SendButton {
  submission: Submission<Sendable>;
  t: Messages<CommonKey>;
  /** The label before anything was sent. */
  label: Shown;
  kind?: 'main' | 'quiet';
  isDisabled?: boolean;
}

/** It is never natively disabled during sending, so that it keeps the focus. */
export function sendButton({ submission, t, label, kind = 'main', isDisabled }: SendButton): TemplateResult {
  const { state } = submission;
  const isWaiting = state === 'sending' && !submission.slow;
  return html`<button
    type="button"
    class=${kind}
    part="submit"
    data-do="send"
    ?disabled=${isDisabled}
    aria-disabled=${isWaiting}
  >
    ${isWaiting ? t('sending') : state === 'idle' ? label : t('retry')}
  </button>`;
}

/** What the status line depends on. */
export interface Status {
  page: string;
  submission: Submission<Sendable>;
  t: Messages<CommonKey>;
  /** The message after the host has saved the answers. */
  saved: unknown;
  /** A message that replaces the state of the submission, or ''. */
  instead: Shown;
  /** On a device that others use: no copy is offered. */
  shared: boolean;
}

/**
 * The state of the submission in words. The element always exists, so that a screen reader announces each change of its
 * text.
 */
export function status({ page, submission, t, saved, instead, shared }: Status): TemplateResult {
  const { state } = submission;
  const isSlow = state === 'sending' && submission.slow;
  const notTaken = shared ? t('notTaken') : t('notTakenCopy');
  const failed = state === 'failed' && submission.isUnheard ? notTaken : t('failed');
  const messages = { idle: '', sending: isSlow ? t('stillSending') : t('sending'), saved, sent: t(state === 'sent' && submission.isKept ? 'keptHere' : 'sent'), failed };
  const erased = page === 'erased' ? t('erasedUnsent') : page === 'erased-sent' ? t('erased') : '';
  const isError = state === 'failed' || instead;
  return html`<div part="status" class=${isError ? 'error' : ''} role="status" tabindex="-1">${instead || erased || messages[state]}</div>`;
}

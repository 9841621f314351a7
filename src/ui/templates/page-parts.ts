import { html, nothing, type TemplateResult } from 'lit';
import type { Sendable, Submission } from '../../core/record/submission.ts';
import type { Aside } from './aside.ts';
import type { OwnCopy } from '../safety/own-copy.ts';
import type { CommonWords } from '../text/words.ts';
import { button } from './button.ts';

export const actions = (...buttons: unknown[]): TemplateResult => html`<div part="actions">${buttons}</div>`;

/** The title of such a page, if it has one of its own. */
export const titleOf = (page: Aside, words: CommonWords): string | undefined =>
  page === 'erase' ? words.eraseAsk : page === 'review' || page === 'copy' ? words.reviewTitle : undefined;

/** The person's own answers, with buttons below. */
const answers = ({ lines }: OwnCopy, ...buttons: unknown[]): TemplateResult =>
  html`<dl part="answers">
      ${lines.map(
        ({ label, text, heading = nothing }) => html`${label ? html`<dt class=${heading}>${label}</dt>` : nothing}<dd>${text}</dd>`,
      )}
    </dl>
    ${actions(...buttons)}`;

interface AsideData {
  words: CommonWords;
  copy: () => OwnCopy;
  /** The buttons of the review that send, or offer a copy if sending failed. */
  send: () => unknown;
}

export function aside(page: Aside, { words, copy, send }: AsideData): TemplateResult {
  switch (page) {
    case 'erase':
      return actions(button('erase-now', words.eraseYes, 'main'), button('return', words.eraseNo));
    case 'erased':
    case 'erased-sent':
      return actions(button('return', words.startAgain));
    case 'copy':
      return answers(copy(), button('print', words.print, 'main'), button('save', words.save), button('return', words.close));
    case 'review':
      return answers(copy(), send(), button('return', words.editAnswers), button('erase', words.erase, 'quiet'));
  }
}

/**
 * The buttons after sending. As long as the host has not confirmed that it saved the record, the person can change or erase
 * it.
 */
export const afterSending = ({ state }: Submission<Sendable>, words: CommonWords, copy: unknown): TemplateResult => {
  const isOpen = state === 'sent';
  return actions(
    isOpen ? button('edit', words.change) : nothing,
    copy,
    isOpen ? button('erase', words.erase, 'quiet') : nothing,
  );
};

interface SendButton {
  submission: Submission<Sendable>;
  words: CommonWords;
  /** The label before anything was sent. */
  label: string;
  kind?: 'main' | 'quiet';
  isDisabled?: boolean;
}

/** It is never natively disabled during sending, so that it keeps the focus. */
export function sendButton({ submission, words, label, kind = 'main', isDisabled }: SendButton): TemplateResult {
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
    ${isWaiting ? words.sending : state === 'idle' ? label : words.retry}
  </button>`;
}

/** What the status line depends on. */
export interface Status {
  page: string;
  submission: Submission<Sendable>;
  words: CommonWords;
  /** The message after the host has saved the answers. */
  saved: string;
  /** A message that replaces the state of the submission, or ''. */
  instead: string;
  /** On a device that others use: no copy is offered. */
  shared: boolean;
}

/**
 * The state of the submission in words. The element always exists, so that a screen reader announces each change of its
 * text.
 */
export function status({ page, submission, words, saved, instead, shared }: Status): TemplateResult {
  const { state } = submission;
  const isSlow = state === 'sending' && submission.slow;
  const notTaken = shared ? words.notTaken : words.notTakenCopy;
  const failed = state === 'failed' && submission.isUnheard ? notTaken : words.failed;
  const messages = { idle: '', sending: isSlow ? words.stillSending : words.sending, saved, sent: words.sent, failed };
  const erased = page === 'erased' ? words.erasedUnsent : page === 'erased-sent' ? words.erased : '';
  const isError = state === 'failed' || instead;
  return html`<div part="status" class=${isError ? 'error' : ''} role="status" tabindex="-1">${instead || erased || messages[state]}</div>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Sendable, Submission } from '../../core/record/submission.ts';
import type { Aside } from './aside.ts';
import type { OwnCopy } from '../safety/own-copy.ts';
import type { CommonWords } from '../text/words.ts';
import { button } from './button.ts';

export const actions = (...buttons: unknown[]): TemplateResult => html`<div part="actions">${buttons}</div>`;

/** What stands over one of these in place of the title that is there. */
export const titleOf = (page: Aside, words: CommonWords): string | undefined =>
  page === 'erase' ? words.eraseAsk : page === 'review' || page === 'copy' ? words.reviewTitle : undefined;

/** The person's own answers, and the ways on from there. */
const answers = ({ lines }: OwnCopy, ...buttons: unknown[]): TemplateResult =>
  html`<dl part="answers">
      ${lines.map(({ label, text }) => html`${label ? html`<dt>${label}</dt>` : nothing}<dd>${text}</dd>`)}
    </dl>
    ${actions(...buttons)}`;

/** `send`: the buttons of the review that send, or keep a copy of what could not be sent. */
export function aside(page: Aside, words: CommonWords, copy: () => OwnCopy, send: () => unknown): TemplateResult {
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

/** The ways on once the record was handed over; what nobody said was kept can still be changed or erased here. */
export const afterSending = ({ state }: Submission<Sendable>, words: CommonWords, copy: unknown): TemplateResult => {
  const isOpen = state === 'sent';
  return actions(
    isOpen ? button('edit', words.change) : nothing,
    copy,
    isOpen ? button('erase', words.erase, 'quiet') : nothing,
  );
};

/** `label` is what it says while nothing was sent. It keeps the focus while it is sending: it is never natively disabled then. */
export function sendButton(
  submission: Submission<Sendable>,
  words: CommonWords,
  label: string,
  kind = 'main',
  disabled = false,
): TemplateResult {
  const { state } = submission;
  const isWaiting = state === 'sending' && !submission.slow;
  return html`<button
    type="button"
    class=${kind}
    part="submit"
    data-do="send"
    ?disabled=${disabled}
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
  /** What it says once the answers are kept. */
  saved: string;
  /** What is wrong, whatever became of the answers; else empty. */
  instead: string;
  /** No copy is offered. */
  shared: boolean;
}

/** What became of the answers. The element is always there, so that a screen reader announces each change of its text. */
export function status({ page, submission, words, saved, instead, shared }: Status): TemplateResult {
  const { state } = submission;
  const isSlow = state === 'sending' && submission.slow;
  const notTaken = shared ? words.notTaken : words.notTakenCopy;
  const failed = state === 'failed' && submission.isUnheard ? notTaken : words.failed;
  const told = { idle: '', sending: isSlow ? words.stillSending : words.sending, saved, sent: words.sent, failed };
  const erased = page === 'erased' ? words.erasedUnsent : page === 'erased-sent' ? words.erased : '';
  const isError = state === 'failed' || instead;
  return html`<div part="status" class=${isError ? 'error' : ''} role="status" tabindex="-1">${instead || erased || told[state]}</div>`;
}

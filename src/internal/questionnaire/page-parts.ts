import { html, nothing, type TemplateResult } from 'lit';
import type { Sendable, Submission } from '../../core/submission.ts';
import type { OwnCopy } from '../own-copy.ts';

/** The record has left, and nobody said that it was lost. */
export const isDone = <R extends Sendable>(
  submission: Submission<R>,
): submission is Submission<R> & { state: 'saved' | 'sent' } =>
  submission.state === 'saved' || submission.state === 'sent';

/** A question to the person, or none, and the ways to go on. */
export const ask = (text: string, ...buttons: unknown[]): TemplateResult =>
  html`${text ? html`<p>${text}</p>` : nothing}
    <div part="actions">${buttons}</div>`;

/** The person's own answers. */
export const lines = (copy: OwnCopy): TemplateResult =>
  html`<dl part="answers">
    ${copy.lines.map(({ label, text }) => html`<dt><bdi>${label}</bdi></dt><dd><bdi>${text}</bdi></dd>`)}
  </dl>`;

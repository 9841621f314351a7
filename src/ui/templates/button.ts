import { html, type TemplateResult } from 'lit';

/** A button that names its action; the questionnaire listens for them all in one place. */
export const button = (action: string, label: string, kind = ''): TemplateResult =>
  html`<button type="button" class=${kind} part=${action} data-do=${action}>${label}</button>`;

import { html, type TemplateResult } from 'lit';

/** A button with the name of its action. The widget has one listener for all buttons. */
export const button = (action: string, label: string, kind = ''): TemplateResult =>
  html`<button type="button" class=${kind} part=${action} data-do=${action}>${label}</button>`;

import { html, nothing, type TemplateResult } from 'lit';

/** A button that names its action; the questionnaire listens for them all in one place. `about` is the id of what it is about. */
export const button = (action: string, label: string, kind = '', about?: string): TemplateResult =>
  html`<button type="button" class=${kind} part=${action} data-do=${action} aria-describedby=${about ?? nothing}>
    ${label}
  </button>`;

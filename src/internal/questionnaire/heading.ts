import { html, type TemplateResult } from 'lit';

/** A heading of the level that fits the host's page, from 2 to 6. It can take the focus by script. */
export const heading = (level: number, text: string, part: string, id: string): TemplateResult =>
  html`<h2 part=${part} class=${part} id=${id} aria-level=${level > 1 && level < 7 ? level : 2} tabindex="-1">${text}</h2>`;

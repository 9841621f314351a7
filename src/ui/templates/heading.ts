import { html, type TemplateResult } from 'lit';

/** The level for the host's page: what it gave, from 2 to 6, else 2. What stands under it is deeper, down to 6. */
export const levelOf = (given: number, deeper = 0): number =>
  Math.min(6, ([2, 3, 4, 5, 6].includes(given) ? given : 2) + deeper);

/** A heading of the level that fits the host's page. It can take the focus by script. */
export const heading = (given: number, text: string, part: string, id: string, deeper = 0): TemplateResult =>
  html`<h2 part=${part} class=${part} id=${id} aria-level=${levelOf(given, deeper)} tabindex="-1">${text}</h2>`;

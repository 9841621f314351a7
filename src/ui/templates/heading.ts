import { html, type TemplateResult } from '../lit/lit.ts';
import type { Shown } from '../text/messages.ts';

/** The heading level that the host set, from 2 to 6, else 2. With `deeper`, the level of a heading below it, at most 6. */
export const levelOf = (given: number, deeper = 0): number =>
  Math.min(6, ([2, 3, 4, 5, 6].includes(given) ? given : 2) + deeper);

/** The heading of a widget, which names it. A script can focus it. */
export const titleHeading = (level: number, text: Shown): TemplateResult =>
  html`<h2 part="title" class="title" id="title" aria-level=${levelOf(level)} tabindex="-1">${text}</h2>`;

/** The heading of a group inside a widget, one level below the title. A script can focus it. */
export const groupHeading = (level: number, text: Shown, id: string): TemplateResult =>
  html`<h2 part="group-title" class="group-title" id=${id} aria-level=${levelOf(level, 1)} tabindex="-1">${text}</h2>`;

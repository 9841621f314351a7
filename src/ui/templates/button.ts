import { html, nothing, type TemplateResult } from '../lit/lit.ts';
import type { Shown } from '../text/messages.ts';

/** A button with the name of its action. The widget has one listener for all buttons. */
export const button = (action: string, label: Shown, kind = '', describedBy: unknown = nothing): TemplateResult =>
  html`<button type="button" class=${kind} part=${action} data-do=${action} aria-describedby=${describedBy}>${label}</button>`;

import type { Client } from '../clients.ts';
import { html } from '../html.ts';

/** Local help, in the `crisis` slot of the widgets. */
export const crisisHelp = html`<span slot="crisis">Call your local emergency number. In the harbour district the night line is <a href="tel:5550199">555&#8239;0199</a>, every day from 17 to 9.</span>`;

/** The way out for those who see no questions. */
export const callOrPaper = html`Call us on <a href="tel:5550142">555&#8239;0142</a>, and we go through them together, or ask the desk for them on paper.`;

/** The fallback while a widget is not defined. The browser hides it once the widget is. */
export const whileLoading = html`<p class="needs-scripts">The questions need a browser with scripts switched on. If they do not appear: ${callOrPaper}</p>`;

/** Marks everything on a made-up client's page. */
export function madeUpClient({ called }: Client): string {
  return `${called} is no real person. What stands here was written by a script, or by somebody who tried the clinic out.`;
}

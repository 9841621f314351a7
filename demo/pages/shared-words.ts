import type { Client } from '../clients.ts';
import { html, type Markup } from '../html.ts';
import { isDraftIn } from '../wording.ts';
import { ownWords, type Words } from '../words/words.ts';

/** Local help, in the `crisis` slot of the widgets. */
export const crisisHelp = ({ widgets }: Words): Markup => html`<span slot="crisis">${widgets.crisis}</span>`;

/** The fallback while a widget is not defined. The browser hides it once the widget is. */
export const whileLoading = ({ widgets }: Words): Markup => html`<p class="needs-scripts">${widgets.loading}</p>`;

/** Marks everything on a made-up client's page. */
export const madeUpClient = ({ called }: Client, { widgets }: Words = ownWords): string => widgets.madeUpClient(called);

/** The attribute with which a widget shows translations that nobody has reviewed. */
export const showsDrafts = ({ language }: Words): Markup | null => (language === 'en' ? null : html` translations="draft"`);

/** Says that the wording is a draft, if that of one of these instruments is. */
export const draftNote = ({ language, part }: Words, instruments: readonly string[], note = part.draft): Markup | null =>
  instruments.some((id) => isDraftIn(id, language)) ? html`<p class="draft-note">${note}</p>` : null;

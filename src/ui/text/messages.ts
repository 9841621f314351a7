import { html, type TemplateResult } from '../lit/lit.ts';
import type { Key } from './catalogue.ts';
import { type MessageOptions, type MessagesFor, messagesWith } from './create-messages.ts';
import { directionOf } from './direction.ts';

/** Text in another language than the one around it: a template that says so. */
export type Marked = TemplateResult & { readonly text: string; readonly lang: string };

/** Text for a place in a template. */
export type Shown = string | Marked;

/** The text alone. */
export const plain = (shown: Shown): string => (typeof shown === 'string' ? shown : shown.text);

/** The interface words of a widget, in the best language that the page has for them. `K` is the keys that the widget has. */
export type Messages<K extends string = Key> = MessagesFor<K, Shown>;

export const createMessages = (options: MessageOptions): Messages =>
  messagesWith((text, lang) => Object.assign(html`<span lang=${lang} dir=${directionOf(lang)}>${text}</span>`, { text, lang }), options);

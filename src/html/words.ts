import type { Strings, Table } from '../ui/text/catalogue.ts';
import { type MessagesFor, messagesWith } from '../ui/text/create-messages.ts';
import type { FormKey, WidgetKey } from '../ui/text/keys.ts';
import { absence } from '../ui/text/locales/en/absence.ts';
import { common } from '../ui/text/locales/en/common.ts';
import { fallback } from '../ui/text/locales/en/fallback.ts';
import { fhir } from '../ui/text/locales/en/fhir.ts';
import { form } from '../ui/text/locales/en/form.ts';
import { items } from '../ui/text/locales/en/items.ts';
import { InLanguage } from './markup.ts';

const english: Table = { ...common, ...absence, ...form, ...items, fhir, fallback };

/** The keys of the messages of a form without script. */
export type WordKey = FormKey | WidgetKey<'fallback'>;

/** A text in the language of the form, or one that names its language. */
export type Shown = string | InLanguage;

/** The messages of a form without script, in the best language that is registered for them. */
export type Words = MessagesFor<WordKey, Shown>;

interface Wanted {
  /** The language of the messages, as a BCP 47 tag. */
  locale: string;
  strings?: Strings<WordKey> | undefined;
  /** The language of the form. */
  around: string;
}

export const wordsIn = ({ locale, ...wanted }: Wanted): Words =>
  messagesWith((text, lang) => new InLanguage(text, lang), { ...wanted, english, asked: locale });

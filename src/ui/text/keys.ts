import type { Key } from './catalogue.ts';
import type { absence } from './locales/en/absence.ts';
import type { common } from './locales/en/common.ts';
import type { form } from './locales/en/form.ts';
import type { items } from './locales/en/items.ts';
import type { offer } from './locales/en/offer.ts';

/** The keys of the messages that several widgets have. */
export type CommonKey = keyof typeof common;

/** The keys of the messages about a change that was offered to the page. */
export type OfferKey = keyof typeof offer;

/** The keys of the messages of a questionnaire. */
export type FormKey = CommonKey | keyof typeof absence | keyof typeof form | keyof typeof items | WidgetKey<'fhir'> | WidgetKey<'drafts'>;

/** The keys of the messages of one widget. */
export type WidgetKey<Widget extends string> = Key & `${Widget}.${string}`;

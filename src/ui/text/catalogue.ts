import type { english } from './locales/en/index.ts';

/** One message: a text, or its plural forms by CLDR category. `{count}` is the number that chooses the form. */
export type Message = string | PluralForms;

export type PluralForms = { readonly other: string } & { readonly [category in Intl.LDMLPluralRule]?: string };

/** Messages by key. The messages of one widget are together under its name. */
export type Table = { readonly [key: string]: Message | Table };

type English = typeof english;

/** The messages of a table with the same keys, in another language. */
type Translated<T> = { readonly [K in keyof T]: T[K] extends string | { other: string } ? Message : Translated<T[K]> };

/** All messages of a language. */
export type Catalogue = Translated<English>;

/** The groups that only clinicians see. They are files of their own, so that a person does not load them. */
type ForClinicians = 'score' | 'reflection' | 'levels' | 'gap' | 'trend';

/** The messages that only FHIR forms need. They are a file of their own, so that other forms do not load them. */
type ForFhirForms = 'fhir';

/** The messages that only a page with drafts needs. They are a file of their own, so that other pages do not load them. */
type ForDrafts = 'drafts';

/** The messages that only a form without script has. They are a file of their own, so that no widget loads them. */
type ForFallbacks = 'fallback';

export type PersonCatalogue = Omit<Catalogue, ForClinicians | ForFhirForms | ForDrafts | ForFallbacks>;
export type FhirCatalogue = Pick<Catalogue, ForFhirForms>;
export type DraftCatalogue = Pick<Catalogue, ForDrafts>;
export type FallbackCatalogue = Pick<Catalogue, ForFallbacks>;
export type ClinicianCatalogue = Pick<Catalogue, ForClinicians>;

/** The keys of a table; `widget.key` for the messages of one widget. */
type KeysOf<T> = {
  [K in keyof T & string]: T[K] extends string | { other: string } ? K : `${K}.${keyof T[K] & string}`;
}[keyof T & string];

/** The key of a message: `send`, `journal.put`. */
export type Key = KeysOf<English>;

type MessageAt<K> = K extends `${infer Widget extends keyof English & string}.${infer Name}`
  ? English[Widget][Name & keyof English[Widget]]
  : English[K & keyof English];

/** The names in the braces of a text. */
type NamesIn<T> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

type NamesOf<M> = M extends string ? NamesIn<M> : NamesIn<M[keyof M]>;

/** A value for a placeholder. A number is written as in the language of the message. */
export type Value = string | number;

/** The arguments after a key: the values of its placeholders, if it has any. */
export type ValuesOf<K> = [NamesOf<MessageAt<K>>] extends [never] ? [] : [values: { readonly [Name in NamesOf<MessageAt<K>>]: Value }];

/** The host's own messages, by key. They replace the built-in ones. */
export type Strings<K extends string = Key> = { readonly [One in K]?: Message };

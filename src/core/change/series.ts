import type { InstrumentDefinition } from '../instrument/definition.ts';
import type { Response } from '../record/response.ts';

/** Exactly what was asked. A response states it as its `instrument`. */
export type Form = Response['instrument'];

/** Records of one form, in the given order. */
export interface Series<T> {
  form: Form;
  records: T[];
}

/** What a definition says about its languages. */
export type JoinedLanguages = Pick<InstrumentDefinition, 'id' | 'version' | 'language' | 'sameAcrossLanguages'>;

/**
 * Splits records by form, in the order in which the forms first occur. Records of two forms differ in instrument, version,
 * language of the wording or an option (variant, keying, perspective, mode, ...). Scores of different forms are never
 * compared or joined. Two languages are one form only if a definition declares it (`sameAcrossLanguages`).
 *
 * A record of an older package does not state its language. Its wording was the source, so it belongs to the records in the
 * language of the source: the one of its definition, or else the only one that records without a translation have.
 */
export function series<T extends { instrument: Form }>(
  records: readonly T[],
  definitions: readonly JoinedLanguages[] = [],
): Series<T>[] {
  const seriesByForm = new Map<string, Series<T>>();
  const complete = languageReader(records.map(({ instrument }) => instrument), definitions);
  for (const record of records) {
    const key = keyOfForm(complete(record.instrument));
    const series = seriesByForm.get(key);
    if (series) series.records.push(record);
    else seriesByForm.set(key, { form: record.instrument, records: [record] });
  }
  return [...seriesByForm.values()];
}

/** Returns a function that gives a form the language by which it is joined. */
function languageReader(forms: readonly Form[], definitions: readonly JoinedLanguages[]): (form: Form) => Form {
  const nameOf = ({ id, version }: Pick<Form, 'id' | 'version'>): string => JSON.stringify([id, version]);
  const known = new Map(definitions.map((definition) => [nameOf(definition), definition]));
  const sources = new Map<string, Set<string>>();
  for (const form of forms) {
    if (!form.language || form.translation) continue;
    sources.set(nameOf(form), (sources.get(nameOf(form)) ?? new Set()).add(tagOf(form.language)));
  }
  return (form) => {
    const name = nameOf(form);
    const [only, second] = sources.get(name) ?? [];
    const language = form.language ?? known.get(name)?.language ?? (second ? undefined : only);
    if (!language) return form;
    const same = known.get(name)?.sameAcrossLanguages?.find(({ languages }) => languages.map(tagOf).includes(tagOf(language)));
    return { ...form, language: same ? same.languages[0]! : language };
  };
}

/** Letter case has no meaning in a language tag. */
const tagOf = (language: string): string => language.toLowerCase();

/** Equal for equal forms. The order of the options does not matter. A revision of a translation does not make another form. */
export const keyOfForm = ({ id, version, options, language }: Form): string =>
  JSON.stringify([id, version, Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)), tagOf(language ?? '')]);

/** Whether a record and its score can be of the same form. One of an older package does not state its language. */
export const isSameForm = (a: Form, b: Form): boolean =>
  keyOfForm({ ...a, language: a.language ?? b.language ?? '' }) === keyOfForm({ ...b, language: b.language ?? a.language ?? '' });

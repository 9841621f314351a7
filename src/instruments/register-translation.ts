import { readTranslation, readTranslationForm, type ReadTranslation } from '../core/instrument/read-translation.ts';
import { isTranslatedText, type Translation } from '../core/instrument/translation.ts';
import type { TranslatedText, TranslatedTexts, TranslationReview } from '../core/instrument/translation-used.ts';
import { breaks } from '../core/plain-data/problem.ts';
import { announce, haveSameTag, keep, shelf } from './add-translations.ts';
import { fitTranslations, fittingTranslations } from './fit-translations.ts';
import { findDefinition, hostedInstruments, onRegistered } from './registry.ts';

/**
 * Registers a translation. It is checked against its instrument: every text must be there under every option. `issues` says
 * why it counts as a draft. It may come before its instrument: then it is checked when the instrument is registered, and
 * `listTranslations` lists it if it fits.
 */
export function registerTranslation(data: unknown): ReadTranslation {
  const form = readTranslationForm(data);
  if (!form.ok) return form;
  const definition = findDefinition(form.translation.instrument);
  // Reads the copy, because reading the data of a host twice can give two results.
  const read = definition ? readTranslation(definition, form.translation) : form;
  if (!read.ok) return read;
  keep(form.translation);
  if (definition) fitTranslations(definition);
  else waitFor(form.translation.instrument);
  announce();
  return read;
}

/** Checks the translations of an instrument as soon as it is registered. */
function waitFor(id: string): void {
  const stop = onRegistered(() => {
    const definition = findDefinition(id);
    if (!definition) return;
    stop();
    fitTranslations(definition);
  });
}

/**
 * From now on, checks the translations of each instrument that a host registers, also those that come later. A host can
 * register another wording under the id and version of an instrument of this package.
 */
export function checkHostedInstruments(): void {
  onRegistered(() => hostedInstruments().forEach(fitTranslations));
}

/** The translations of a registered instrument, as they count for it: with a changed source as drafts. In the order of registration. */
export function listTranslations(id: string): Translation[] {
  const definition = findDefinition(id);
  return definition ? fittingTranslations(definition) : [];
}

export interface HostReview extends TranslationReview {
  /** The revision that was reviewed. If another one is registered, the review is refused. */
  revision?: number;
}

/**
 * Raises a registered draft to `reviewed` by the host's own review. `changes` are texts that the review changed, in the
 * structure of `texts`. The review is part of each record. The translation and its instrument must be registered before.
 */
export function reviewTranslation(id: string, language: string, { revision, ...review }: HostReview): ReadTranslation {
  const definition = findDefinition(id);
  if (!definition) return { ok: false, problems: [breaks('id', 'a-registered-instrument')] };
  const candidates = shelf().all.filter((one) => one.instrument === id && !one.review && haveSameTag(one, { language }));
  const draft = candidates.filter((one) => one.standing !== 'validated').sort((a, b) => b.revision - a.revision)[0];
  if (!draft) return { ok: false, problems: [breaks('language', 'the-language-of-a-registered-draft')] };
  if (revision !== undefined && revision !== draft.revision) {
    return { ok: false, problems: [breaks('revision', 'the-registered-revision', draft.revision)] };
  }
  const texts = withChanges(draft.texts, review.changes ?? {}) as TranslatedTexts;
  return registerTranslation({ ...draft, standing: 'reviewed', texts, review });
}

type Texts = TranslatedText | TranslatedTexts;

/** The texts with the changes over them. A text alone for an entry of a list is its `text`. */
function withChanges(texts: Texts | undefined, changes: unknown): unknown {
  const isEntry = typeof texts === 'object' && 'text' in texts;
  if (isTranslatedText(changes)) return isEntry ? { ...texts, text: changes } : changes;
  if (typeof changes !== 'object' || !changes) return changes;
  const parts: Record<string, unknown> = { ...(isTranslatedText(texts) ? { text: texts } : texts) };
  const entries = Object.entries(changes).map(([name, change]) => [
    name,
    withChanges(Object.hasOwn(parts, name) ? (parts[name] as Texts) : undefined, change),
  ]);
  return { ...parts, ...Object.fromEntries(entries) };
}

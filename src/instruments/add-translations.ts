import { deepFreeze } from '../core/plain-data/deep-freeze.ts';
import { overlayOf, type Translation } from '../core/instrument/translation.ts';
import { notifyRegistered } from './registrations.ts';
import { page, SHELF, type Shelf, shelfKey } from './translation-shelf.ts';

export const shelf = (): Shelf => (page[SHELF] ??= { all: [], best: {} });

const STANDINGS = ['draft', 'reviewed', 'validated'];
const rank = ({ standing, revision }: Translation): number => STANDINGS.indexOf(standing) * 1e6 + revision;

type Target = Pick<Translation, 'instrument' | 'version' | 'language'>;

/** Makes the best of these translations the one that questionnaires show. An empty list takes the earlier one away. */
export function display({ instrument: id, version, language }: Target, translations: readonly Translation[]): void {
  const { best } = shelf();
  for (const wanted of ['draft', undefined] as const) {
    const [first] = translations.filter(({ standing }) => wanted || standing !== 'draft').sort((a, b) => rank(b) - rank(a));
    const key = shelfKey({ id, version }, language.toLowerCase(), wanted);
    const overlay = first && overlayOf(first);
    // The same wording stays the same object, so that no questionnaire begins again.
    if (JSON.stringify(overlay) !== JSON.stringify(best[key])) best[key] = overlay;
  }
}

/** Whether two translations are in one language. Letter case has no meaning in a language tag. */
export const haveSameTag = (a: { language: string }, b: { language: string }): boolean =>
  a.language.toLowerCase() === b.language.toLowerCase();

/**
 * Keeps a translation. It replaces one with the same version, language, revision and standing. A host's review is replaced by
 * another review only.
 */
export function keep(translation: Translation): void {
  const { all } = shelf();
  const place = all.findIndex(
    (other) =>
      (['instrument', 'version', 'revision', 'standing'] as const).every((name) => other[name] === translation[name]) &&
      haveSameTag(other, translation),
  );
  if (place < 0) all.push(deepFreeze(translation));
  else if (translation.review || !all[place]!.review) all[place] = deepFreeze(translation);
}

/** Tells the questionnaires that something was added: those of this copy of the module, and all others on the page. */
export function announce(): void {
  notifyRegistered();
  if (page.Event) page.dispatchEvent?.(new page.Event('attune-language'));
}

/** Adds translations that were checked with the instruments of this package. */
export function includeTranslations(...included: Translation[]): void {
  for (const translation of included) {
    keep(translation);
    const rivals = shelf().all.filter(
      ({ instrument, version, ...other }) =>
        instrument === translation.instrument && version === translation.version && haveSameTag(other, translation),
    );
    display(translation, rivals);
  }
  announce();
}

import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import type { Overlay } from '../core/instrument/overlay.ts';
import type { Translation } from '../core/instrument/translation.ts';
import { widerTag } from '../core/plain-data/wider-tag.ts';

/**
 * The translations on a page. Each CDN file has modules of its own, so the files share this object through the global one.
 * It contains frozen data only.
 */
export interface Shelf {
  /** Everything that was added, for `listTranslations` and for checks. */
  all: Translation[];
  /** What questionnaires show, by `shelfKey`. */
  best: Record<string, Overlay | undefined>;
}

/** With `draft`, translations that nobody has reviewed are shown too. */
export type WantedTranslations = 'draft' | undefined;

export const SHELF = Symbol.for('attune.translations');

/** The parts of the global object that are used here. A server has no events. */
interface Page {
  [SHELF]?: Shelf;
  dispatchEvent?(event: unknown): unknown;
  Event?: new (type: string) => unknown;
}

// eslint-disable-next-line no-restricted-syntax -- The only place that several files on a page share.
export const page = globalThis as Page;

/** The key of the best translation of a version: among all with `draft`, else among those that somebody has reviewed. */
export const shelfKey = ({ id, version }: { id: string; version: string }, tag: string, translations: WantedTranslations): string =>
  `${[id, version, tag, translations]}`;

/**
 * The translation for a language, for `de-AT` also one for `de`. Undefined if there is none, or if the source has this
 * language. It is the same object until a better one is added.
 */
export function overlayFor(definition: Pick<InstrumentDefinition, 'id' | 'version' | 'language'>, language: string, translations?: WantedTranslations): Overlay | undefined {
  for (let tag = language.toLowerCase(); tag && tag !== definition.language.toLowerCase(); tag = widerTag(tag)) {
    const found = page[SHELF]?.best[shelfKey(definition, tag, translations)];
    if (found) return found;
  }
  return undefined;
}

import { isDeepStrictEqual } from 'node:util';
import type { Instrument, Response } from 'attune-elements/core';
import { getInstrument } from 'attune-elements/instruments';
// The clinic's languages beside its own. Both are drafts, until the clinic calls `reviewTranslation`.
import 'attune-elements/translations/ar';
import 'attune-elements/translations/de';
import type { Language } from './languages.ts';

/** Which form was filled in, as a record says it. */
type Form = Pick<Response['instrument'], 'id'> & Partial<Pick<Response['instrument'], 'options'>>;

/** An instrument in a language, or in its source if the clinic has no translation. Drafts count too. */
export function inLanguage({ id, options }: Form, language: string): Instrument {
  const resolved = getInstrument(id, options, { language, translations: 'draft' });
  if (resolved.ok) return resolved.instrument;
  throw new Error(`The clinic no longer has an instrument ${id} with these options.`);
}

/** Whether what the clinic shows of an instrument in a language was reviewed by nobody. */
export const isDraftIn = (id: string, language: Language): boolean => inLanguage({ id }, language).translation?.standing === 'draft';

/**
 * The instrument in the wording that the person saw, if it was not the clinic's own. `undefined` also if the clinic has
 * another revision of it by now: then it cannot show what the person saw.
 */
export function asSeen({ instrument }: Response): Instrument | undefined {
  const { translation } = instrument;
  if (!translation) return undefined;
  const found = inLanguage(instrument, translation.language);
  return found.translation?.revision === translation.revision && isDeepStrictEqual(found.translation.review, translation.review) ? found : undefined;
}

const standings = ['draft', 'reviewed', 'validated'];

/**
 * Whether a record claims no more for its wording than the clinic itself does. Otherwise a browser could get scores for a
 * wording that nobody has reviewed. A revision may be an older one: the page was open while the clinic got a new one.
 */
export function isClaimTrue({ instrument: form }: Response): boolean {
  const { language, translation } = form;
  const source = inLanguage(form, '');
  if (!translation) return language === undefined || language.toLowerCase() === source.language.toLowerCase();
  const own = inLanguage(form, translation.language).translation;
  if (!own || own.language.toLowerCase() !== translation.language.toLowerCase()) return false;
  const isNoMore = standings.indexOf(translation.standing) <= standings.indexOf(own.standing);
  const isKnown = (part: 'covers' | 'review'): boolean => !translation[part] || isDeepStrictEqual(translation[part], own[part]);
  return isNoMore && isKnown('covers') && isKnown('review');
}

import type { Instrument, Response } from 'attune-elements/core';
import { ownLanguage } from '../languages.ts';
import { inLanguage } from '../wording.ts';

/**
 * The instrument of a record in the language that the person saw. If the clinic has another revision of the translation by now,
 * it is in that one. Throws if the clinic no longer has the instrument with these options.
 */
export const formOf = ({ id, options, translation }: Pick<Response['instrument'], 'id' | 'options' | 'translation'>): Instrument =>
  inLanguage({ id, options }, translation?.language ?? ownLanguage);

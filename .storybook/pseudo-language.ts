import { registerLocale } from 'attune-elements/locales';
import { listInstruments, registerTranslation } from 'attune-elements/instruments';
import { PSEUDO, pseudoMessages, pseudoTranslation } from '../test/elements/fixtures/pseudo-language.ts';

/**
 * Adds a language in which each text is longer, has accents and is in brackets. A text without brackets is no message and no
 * wording.
 */
export function addPseudoLanguage(): void {
  registerLocale(PSEUDO, pseudoMessages);
  for (const definition of listInstruments()) registerTranslation(pseudoTranslation(definition));
}

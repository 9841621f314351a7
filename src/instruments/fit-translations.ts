import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import { readTranslation, type ReadTranslation } from '../core/instrument/read-translation.ts';
import type { Translation } from '../core/instrument/translation.ts';
import { display, haveSameTag, shelf } from './add-translations.ts';

/** Reads the kept translations of a definition. */
const readKept = (definition: InstrumentDefinition): ReadTranslation[] =>
  shelf().all.filter(({ instrument }) => instrument === definition.id).map((translation) => readTranslation(definition, translation));

/**
 * Checks the kept translations of a definition from a host, and shows those that fit: all texts are there, and a changed
 * source makes a draft of them.
 */
export function fitTranslations(definition: InstrumentDefinition): void {
  const { id, version } = definition;
  const fitting = readKept(definition).flatMap((read) => (read.ok ? read.translation : []));
  for (const { language, instrument } of shelf().all) {
    if (instrument !== id) continue;
    display({ instrument: id, version, language }, fitting.filter((one) => haveSameTag(one, { language })));
  }
}

/** The kept translations that fit a definition, as they count for it. */
export const fittingTranslations = (definition: InstrumentDefinition): Translation[] =>
  readKept(definition).flatMap((read) => (read.ok ? read.translation : []));

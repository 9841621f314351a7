import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import { type Overlay, withOverlay } from '../core/instrument/overlay.ts';
import { overlayFor, type WantedTranslations } from './translation-shelf.ts';

/** By overlay, for each definition: two can have the same id and version. */
const known = new WeakMap<Overlay, Map<InstrumentDefinition, InstrumentDefinition>>();

/** A definition in a language, as far as the page has a translation: the same object each time, until a better one is added. */
export function inLanguage(definition: InstrumentDefinition, language: string, translations: WantedTranslations): InstrumentDefinition {
  const overlay = overlayFor(definition, language, translations);
  if (!overlay) return definition;
  const made = known.get(overlay) ?? new Map<InstrumentDefinition, InstrumentDefinition>();
  known.set(overlay, made);
  const found = made.get(definition) ?? withOverlay(definition, overlay);
  made.set(definition, found);
  return found;
}

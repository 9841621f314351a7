import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import { type Overlay, withOverlay } from '../core/instrument/overlay.ts';
import { overlayFor, type WantedTranslations } from './translation-shelf.ts';

const known = new WeakMap<Overlay, InstrumentDefinition>();

/** A definition in a language, as far as the page has a translation: the same object each time, until a better one is added. */
export function inLanguage(definition: InstrumentDefinition, language: string, translations: WantedTranslations): InstrumentDefinition {
  const overlay = overlayFor(definition, language, translations);
  if (!overlay) return definition;
  const found = known.get(overlay) ?? withOverlay(definition, overlay);
  known.set(overlay, found);
  return found;
}

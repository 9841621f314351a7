import type { InstrumentDefinition } from './definition.ts';
import type { TranslatedTexts, TranslationUsed } from './translation-used.ts';

/** A translation as it is laid over a definition. Every questionnaire contains the code for it, so there is as little as possible. */
export interface Overlay {
  /** What the definition states about its wording. */
  head: { language: string; direction: 'ltr' | 'rtl'; translation: TranslationUsed };
  texts: TranslatedTexts;
}

/** The fields that matter here. Any part of a definition or a translation can have them. */
interface Part {
  by?: unknown;
  text?: unknown;
  id?: string;
  code?: string;
  value?: string;
  [name: string]: unknown;
}

/**
 * Follows the structure of the source, so that nothing can be added to it. If the translation has only a text for an entry of a
 * list, it is the entry's `text`.
 */
function layOver(part: unknown, words: Part | string | undefined): unknown {
  if (!words) return part;
  if (Array.isArray(part)) return part.map((entry: Part) => layOver(entry, (words as Part)[entry.id ?? entry.code ?? entry.value!] as Part));
  const { text } = part as Part;
  if (typeof words === 'string' || typeof words.by === 'string') return text === undefined ? words : { ...(part as Part), text: words };
  const result = { ...(part as Part) };
  for (const name in result) result[name] = layOver(result[name], words[name] as Part);
  return result;
}

/** The definition with the texts of a translation that was read. Structure and scoring stay. */
export const withOverlay = (definition: InstrumentDefinition, { head, texts }: Overlay): InstrumentDefinition => ({
  ...(layOver(definition, texts) as InstrumentDefinition),
  ...head,
});

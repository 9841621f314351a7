import type { Instrument, Item, ItemOf, OwnWords, Value } from '../core/instrument/instrument.ts';
import { isOwnWords } from '../core/item-types/object-value.ts';
import { plainValue } from './answer-value.ts';
import { choiceValues, wordsAs } from './choice-value.ts';
import { answerKind, isChoice } from './item-kind.ts';
import type { AnswerValue, FhirVersion } from './resources.ts';
import { tagOf } from './source-tags.ts';

/** An item, and what its values depend on. */
export interface ValueContext {
  instrument: Instrument;
  item: Item;
  base: string;
  fhirVersion: FhirVersion;
}

/** A value of an answer in FHIR: one, or none if it is not of the type of its item. */
export function fhirValues({ instrument, item, base, fhirVersion }: ValueContext, value: Value, toChoice = choicesOf(base, instrument, item)): AnswerValue[] {
  const kind = answerKind(item);
  if (toChoice && typeof value === 'string') return [toChoice(value)];
  const fhirType = tagOf(item, 'fhirType');
  if (toChoice && isOwnWords(value)) return [wordsOf(item as ItemOf<'choice'>, value, fhirType, fhirVersion)];
  if (fhirType && kind === 'String' && typeof value === 'string') return [wordsAs(fhirType, value)];
  const plain = !kind || kind === 'Coding' ? undefined : plainValue(kind, value, { base, fhirVersion });
  return plain ? [plain] : [];
}

/** Own words are a text. A choice that followed from other answers is what it was there. */
function wordsOf(item: ItemOf<'choice'>, { words, coding }: OwnWords, fhirType: string | undefined, fhirVersion: FhirVersion): AnswerValue {
  const { open, dynamic } = item;
  const { code: reference, display } = coding ?? {};
  if (coding && fhirType === 'reference') return { valueReference: { ...(reference !== undefined && { reference }), ...(display !== undefined && { display }) } };
  if (coding) return { valueCoding: coding };
  // R4 has lists with own texts only.
  const isText = fhirVersion !== 'R5' || !tagOf(item, 'own');
  return isText && (open || !dynamic?.choices) ? { valueString: words } : wordsAs(fhirType ?? 'choice', words);
}

const choicesOf = (base: string, instrument: Instrument, item: Item): ((code: string) => AnswerValue) | undefined =>
  isChoice(item) ? choiceValues(base, instrument, item as ItemOf<'choice'>) : undefined;

import type { Instrument, Item, ItemOf, Value } from '../core/instrument/instrument.ts';
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
  if (toChoice && isOwnWords(value)) return [{ valueString: value.words }];
  const fhirType = tagOf(item, 'fhirType');
  if (fhirType && kind === 'String' && typeof value === 'string') return [wordsAs(fhirType, value)];
  const plain = !kind || kind === 'Coding' ? undefined : plainValue(kind, value, fhirVersion);
  return plain ? [plain] : [];
}

const choicesOf = (base: string, instrument: Instrument, item: Item): ((code: string) => AnswerValue) | undefined =>
  isChoice(item) ? choiceValues(base, instrument, item as ItemOf<'choice'>) : undefined;

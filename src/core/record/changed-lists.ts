import type { Instrument, Item, Value } from '../instrument/instrument.ts';
import { type ItemIndex, indexItems, keyOf } from '../instrument/item-index.ts';
import { optionsOf } from '../instrument/value.ts';
import { isOwnWords } from '../item-types/object-value.ts';
import type { Problem } from '../plain-data/problem.ts';
import { gate } from '../plain-data/shape.ts';
import { createSheet } from '../answering/sheet.ts';
import type { SheetStructure } from '../answering/structure.ts';
import { mustHaveHead, responseShape } from './read-response.ts';
import type { Answer, Response } from './response.ts';

/** A record whose answers do not all fit. A session that restores it has those as rejected input. */
export interface ChangedLists {
  response: Response;
  /** Where an answer does not fit. */
  problems: readonly Problem[];
}

/**
 * Reads a record of a form of another system that was made while other lists of answers were known. All answers stay. What is not in a list is
 * in own words. Undefined if more is wrong than such values.
 */
export function takeChangedLists(instrument: Instrument, data: unknown, structure: SheetStructure): ChangedLists | undefined {
  if (!instrument.source) return undefined;
  const unfit: Problem[] = [];
  const build = (response: Response, problems: Problem[]): { ok: true; response: Response } => {
    mustHaveHead(response, problems);
    const index = indexItems(instrument);
    const answers = Object.freeze(asAsked(response.answers, instrument, index));
    createSheet(instrument, index, structure).load(answers, unfit);
    return { ok: true, response: Object.freeze({ ...response, answers }) };
  };
  const read = gate(data, { read: responseShape(instrument), build });
  return read.ok && unfit.every(({ path }) => path.endsWith('.values')) ? { response: read.response, problems: unfit } : undefined;
}

/** A field for words repeats where a list takes several choices. */
function asAsked(answers: readonly Answer[], instrument: Instrument, index: ItemIndex): Answer[] {
  const lists = new Map<string, Value[]>();
  return answers.flatMap((answer): Answer[] => {
    const indexed = index.get(answer.item);
    if (!indexed || answer.state !== 'answered') return [answer];
    const { item, groups } = indexed;
    const { at = [] } = answer;
    const values = answer.values.map((value) => asValue(value, instrument, item));
    if (item.repeats && at.length === groups.length - 1) return values.map((value, i) => ({ ...answer, at: [...at, i], values: [value] }));
    if (!(item as { multiple?: boolean }).multiple || at.length !== groups.length + 1) return [{ ...answer, values }];
    const around = at.slice(0, -1);
    const key = keyOf(item.id, around);
    const before = lists.get(key);
    lists.set(key, before ?? values);
    before?.push(...values);
    return before ? [] : [{ item: item.id, ...(around.length && { at: around }), state: 'answered', values }];
  });
}

type Conversion = (value: Value, instrument: Instrument, item: Item) => Value;

/** Words that were in a list or beside it, in an item that has a list no more, has one now, or has another one. */
const conversions: { [Type in Item['type']]?: Conversion } = {
  text: (value) => (isOwnWords(value) ? value.words : value),
  choice(value, instrument, item) {
    const isOther = typeof value !== 'object' && !optionsOf(instrument, item).some(({ code }) => code === value);
    return isOther ? { words: String(value) } : value;
  },
};

const asValue: Conversion = (value, instrument, item) => conversions[item.type]?.(value, instrument, item) ?? value;

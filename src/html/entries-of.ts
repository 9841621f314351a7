import type { Instrument, QuantityItem, Value } from '../core/instrument/instrument.ts';
import { indexItems } from '../core/instrument/item-index.ts';
import type { Answer } from '../core/record/response.ts';
import { entryName, OWN_WORDS, partName } from './entry-names.ts';
import { isList, typeMarkupOf } from './item-types/index.ts';
import { unitKeys } from './unit-keys.ts';

interface EntriesOptions {
  /** The name of the form. */
  name: string;
  timeZone: string;
}

/** The entries with which a form without script sends these answers. Answers to unknown items have none. */
export function entriesOf(instrument: Instrument, answers: readonly Answer[], { name: form, timeZone }: EntriesOptions): [name: string, value: string][] {
  const index = indexItems(instrument);
  return answers.flatMap((answer): [string, string][] => {
    const { item: id, at = [], state } = answer;
    const item = index.get(id)?.item;
    if (!item) return [];
    const name = entryName(form, id, at);
    if (state !== 'answered') return [[isList(item) ? name : partName(name, 'out'), state]];
    return answer.values.flatMap((value): [string, string][] => {
      if (typeof value === 'object') {
        if ('words' in value) return [[name, OWN_WORDS], [partName(name, 'words'), value.words]];
        // A browser accepts no file from a page.
        if ('sha256' in value) return [];
        const unit = unitText(value, item as QuantityItem);
        return unit ? [[name, String(value.value)], [partName(name, 'unit'), unit]] : [[name, String(value.value)]];
      }
      return [[name, typeMarkupOf(item).write?.(value, timeZone) ?? String(value)]];
    });
  });
}

function unitText({ unit, system, code }: Extract<Value, { value: number }>, { units = [], freeUnit }: QuantityItem): string | undefined {
  if (freeUnit) return unit;
  const at = units.findIndex((one) => (code === undefined ? one.text === unit : one.code === code && one.system === system));
  return units.length > 1 ? (unitKeys(units)[at] ?? unit) : undefined;
}

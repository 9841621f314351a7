import type { Calculation, Instrument, Item, TextItem } from './instrument.ts';
import { calculableOf } from '../item-types/calculable.ts';
import { isQuestion } from '../item-types/index.ts';
import type { Must } from '../item-types/item-type.ts';
import { indexItems } from './item-index.ts';
import { mostOf } from './repetitions.ts';
import { scaleRule } from './references.ts';
import { readFieldValues } from './field-values.ts';
import { optionsOf } from './value.ts';
import { compilePattern } from '../plain-data/linear-pattern.ts';

/** The item types whose limits can follow from answers. */
const WITH_LIMITS: ReadonlySet<string> = new Set(['integer', 'decimal', 'quantity', 'date', 'dateTime', 'time']);

/** Checks the values at the start, the calculations, the patterns and what follows from answers in all items. */
export function checkDerived(instrument: Instrument, must: Must): void {
  const items = new Map([...indexItems(instrument)].map(([id, { item }]) => [id, item]));
  const pathOf = (item: Item, field: string): string => `${item.id}.${field}`;

  const checkInitial = (item: Item): void => {
    const { initial, repeats } = item;
    if (!initial) return;
    const path = pathOf(item, 'initial');
    must(isQuestion(item), path, 'for-questions');
    if (!isQuestion(item)) return;
    must(!repeats || initial.length <= mostOf(item), path, 'within-the-repetitions');
    for (const values of repeats ? initial.map((value) => [value]) : [initial]) {
      const read = readFieldValues(instrument, item, values);
      if (typeof read === 'string') must(false, path, read);
    }
  };

  const canBeNumber = (id: string): boolean => {
    const item = items.get(id);
    return !item || !!calculableOf(item)?.numberOf;
  };

  const checkCalculation = (item: Item, calculation: Calculation): void => {
    const path = pathOf(item, 'calculate');
    must(isQuestion(item), path, 'for-questions');
    if ('expression' in calculation) return;
    must(calculableOf(item)?.toValue, path, 'for-an-item-that-can-be-a-number');
    if ('scale' in calculation) must(scaleRule(instrument, calculation.scale), `${path}.scale`, 'scoring-scale');
    else if ('count' in calculation) {
      calculation.count.forEach((id, i) => must(!items.has(id) || isQuestion(items.get(id)!), `${path}.count[${i}]`, 'question'));
    } else {
      const [name, ids] = Object.entries(calculation)[0] as [string, string[]];
      ids.forEach((id, i) => must(canBeNumber(id), `${path}.${name}[${i}]`, 'number-or-weighted-item'));
    }
  };

  const checkPattern = (item: Item): void => {
    const { pattern } = item as TextItem;
    const compiled = pattern && compilePattern(pattern.regex);
    if (compiled?.ok === false) must(false, pathOf(item, 'pattern.regex'), 'a-supported-pattern', compiled.reason);
  };

  const checkDynamic = (item: Item): void => {
    const { choices, toggles = [], min, max } = item.dynamic ?? {};
    const path = pathOf(item, 'dynamic');
    for (const [name, limit] of Object.entries({ min, max })) {
      must(!limit || WITH_LIMITS.has(item.type), `${path}.${name}`, 'for-an-item-with-limits');
      must(!limit || !(name in item), `${path}.${name}`, 'without-a-limit-of-its-own');
    }
    const hasChoices = !!calculableOf(item)?.hasChoices;
    must(hasChoices || !(choices || toggles.length), path, 'for-choices');
    if (!hasChoices) return;
    const codes = new Set(optionsOf(instrument, item).map(({ code }) => code));
    toggles.forEach(({ choices }, i) => choices.forEach((code, j) => must(codes.has(code), `${path}.toggles[${i}].choices[${j}]`, 'one-of-its-choices')));
  };

  for (const item of items.values()) {
    checkInitial(item);
    checkDynamic(item);
    checkPattern(item);
    if (item.calculate) checkCalculation(item, item.calculate);
  }
}

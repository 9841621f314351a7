import type { Calculation, Expression, Instrument, ScaleRule, Value } from '../instrument/instrument.ts';
import type { ItemIndex } from '../instrument/item-index.ts';
import { type ItemWeight, weightsOfItem } from '../instrument/item-weights.ts';
import { scaleRule } from '../instrument/references.ts';
import { exact, scoreScale, type ScaleScore } from '../instrument/scale-score.ts';
import { calculableOf } from '../item-types/calculable.ts';
import type { Answer } from '../record/response.ts';

/** A calculation that the core makes itself. */
export type OwnCalculation = Exclude<Calculation, Expression>;

/** The answers of an item that a calculation can use, one for each repetition. What is not asked or blank has none. */
export type AnswersOf = (id: string) => readonly (Answer | undefined)[];

interface Source {
  instrument: Instrument;
  index: ItemIndex;
  answersOf: AnswersOf;
}

/** A number, and its unit as a key if it has one. */
export interface Amount {
  number: number;
  unit?: string | undefined;
}

/** The result of a calculation, or undefined if there is none: too few answers, different units, or no finite number. */
export function calculate(calculation: OwnCalculation, source: Source): Amount | undefined {
  if ('count' in calculation) return { number: calculation.count.flatMap((id) => valuesOf(id, source)).length };
  if ('scale' in calculation) return rawScore(calculation.scale, source);
  if ('sum' in calculation) return sum(calculation.sum.flatMap((id) => amountsOf(id, source)));
  const [from, subtracted] = calculation.difference.map((id) => sum(amountsOf(id, source)));
  return from && subtracted && sum([from, { ...subtracted, number: -subtracted.number }]);
}

/** `exact` removes the rounding errors of decimals, so that 0.1 + 0.2 is 0.3. */
function sum(amounts: readonly Amount[]): Amount | undefined {
  const number = amounts.reduce((total, { number }) => total + number, 0);
  const isPossible = Number.isFinite(number) && amounts.every(({ unit }) => unit === amounts[0]!.unit);
  return amounts.length && isPossible ? { number: exact(number), unit: amounts[0]!.unit } : undefined;
}

const valuesOf = (id: string, { answersOf }: Source): (readonly Value[])[] =>
  answersOf(id).flatMap((answer) => (answer?.state === 'answered' ? [answer.values] : []));

function amountsOf(id: string, source: Source): Amount[] {
  const item = source.index.get(id)?.item;
  const { numberOf, unitOf } = (item && calculableOf(item)) ?? {};
  return valuesOf(id, source).flatMap((values) =>
    values.flatMap((value) => {
      const number = numberOf?.(value, item!, source.instrument.scales);
      return number === undefined ? [] : { number, unit: unitOf?.(value) };
    }),
  );
}

/** The raw score of a scale. None while a draft translation is on screen, as in `score`. */
function rawScore(key: string, source: Source): Amount | undefined {
  const { instrument } = source;
  const rule = scaleRule(instrument, key);
  if (!rule || instrument.translation?.standing === 'draft') return undefined;
  const others = rule.everyScale ? Object.entries(instrument.scoring!.scales ?? {}) : [];
  const unscored = others.flatMap(([name, other]) => (scaleScore(other, source).status === 'scored' ? [] : name));
  const score = scaleScore(rule, source, unscored);
  return score.status === 'scored' ? { number: score.raw } : undefined;
}

function scaleScore(rule: ScaleRule, source: Source, unscored?: string[]): ScaleScore {
  const { instrument, index } = source;
  const weights = new Map<string, ItemWeight>();
  for (const id of rule.items) {
    const item = index.get(id)?.item;
    const found = item && weightsOfItem(item, instrument.scales, valuesOf(id, source)[0]?.[0]);
    if (found) weights.set(id, found);
  }
  return scoreScale(rule, weights, unscored);
}

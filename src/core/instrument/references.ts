import type { Calculation, Condition, Dynamic, Expression, Instrument } from './instrument.ts';

/** A place in a definition that names an item. */
export interface Reference {
  item: string;
  /** Where it is inside the condition or the calculation, as a path: `.all[1].item`. */
  path: string;
  /** For a condition with `over`, and for every calculation: the item may be in another repetition. */
  isOver: boolean;
}

/** What a condition or a calculation is made of. */
export interface Parts {
  references: Reference[];
  expressions: Expression[];
}

/** The items that a condition names, in order. */
export function referencesOf(condition: Condition, path = ''): Reference[] {
  if ('item' in condition) return [{ item: condition.item, path: `${path}.item`, isOver: !!condition.over }];
  const inside = (name: string, parts: readonly Condition[]): Reference[] =>
    parts.flatMap((part, i) => referencesOf(part, `${path}.${name}[${i}]`));
  return 'all' in condition ? inside('all', condition.all) : 'any' in condition ? inside('any', condition.any) : [];
}

const expressionsOf = (condition: Condition): Expression[] =>
  'expression' in condition ? [condition]
  : 'all' in condition ? condition.all.flatMap(expressionsOf)
  : 'any' in condition ? condition.any.flatMap(expressionsOf)
  : [];

export const partsOfCondition = (condition: Condition): Parts => ({ references: referencesOf(condition), expressions: expressionsOf(condition) });

/** The scoring rule that a calculation names. A scale of its own comes before the total. */
export const scaleRule = ({ scoring = {} }: Pick<Instrument, 'scoring'>, key: string) =>
  Object.hasOwn(scoring.scales ?? {}, key) ? scoring.scales![key] : key === 'total' ? scoring.total : undefined;

/** The parts of a calculation. The items of a scale are those of its rule; for a total that needs every scale, those of all. */
export function partsOfCalculation(calculation: Calculation, instrument: Pick<Instrument, 'scoring'>): Parts {
  if ('expression' in calculation) return { references: [], expressions: [calculation] };
  if ('scale' in calculation) {
    const rule = scaleRule(instrument, calculation.scale);
    const others = rule?.everyScale ? Object.values(instrument.scoring!.scales ?? {}) : [];
    const items = new Set([...(rule ? [rule] : []), ...others].flatMap(({ items }) => items));
    return { references: [...items].map((item) => ({ item, path: '.scale', isOver: true })), expressions: [] };
  }
  const [name, items] = Object.entries(calculation)[0] as [string, string[]];
  return { references: items.map((item, i) => ({ item, path: `.${name}[${i}]`, isOver: true })), expressions: [] };
}

export const partsOfDynamic = ({ text, choices, toggles = [], min, max }: Dynamic): Expression[] => [text, choices, ...toggles, min, max].filter((one) => one !== undefined);

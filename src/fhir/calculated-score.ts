import type { Instrument, Item, ScaleRule } from '../core/instrument/instrument.ts';
import { indexItems, type ItemIndex } from '../core/instrument/item-index.ts';
import { itemWeights, type ItemWeight } from '../core/instrument/item-weights.ts';
import { optionsOf } from '../core/instrument/value.ts';
import { answerKind } from './item-kind.ts';
import { itemsAt, numeral, quoted } from './fhir-path.ts';
import { isKept } from './layout.ts';

/** What one item adds to a score. */
interface Line {
  id: string;
  /** The lowest and the highest part of the sum. */
  from: number;
  to: number;
  /** FHIRPath: from an answer value to its part of the sum. Lines with the same one are counted together. */
  part: string;
  /** FHIRPath: which values count. */
  filter: string;
}

/** Each choice with its part: `iif(code = 'agree', 4, iif(...))`. */
function choicePart(instrument: Instrument, item: Item, toPart: (weight: number) => number): string {
  const options = optionsOf(instrument, item).map(({ code, value }) => ({ code: String(code), part: toPart(value!) }));
  const last = options.at(-1)!;
  return options
    .slice(0, -1)
    .reduceRight((rest, { code, part }) => `iif(code = ${quoted(code)}, ${numeral(part)}, ${rest})`, numeral(last.part));
}

function lineOf(instrument: Instrument, item: Item, { low, high }: ItemWeight, factor: number): Line {
  const { reverse } = item as { reverse?: boolean };
  const toPart = (weight: number): number => (reverse ? low + high - weight : weight) * factor;
  const [from, to] = factor < 0 ? [high * factor, low * factor] : [low * factor, high * factor];
  const line = { id: item.id, from, to };
  if (answerKind(item) === 'Coding') return { ...line, part: choicePart(instrument, item, toPart), filter: '' };
  const filter = `.where($this >= ${numeral(low)} and $this <= ${numeral(high)})`;
  const keyed = reverse ? `(${numeral(low + high)} - $this)` : '$this';
  return { ...line, part: factor === 1 ? keyed : `${keyed} * ${numeral(factor)}`, filter };
}

const sumOf = (lines: readonly Line[], value: (line: Line) => number): number => lines.reduce((sum, line) => sum + value(line), 0);
const plus = (terms: readonly string[]): string => (terms.length > 1 ? `(${terms.join(' + ')})` : terms[0]!);

/** The parts of a rule in FHIRPath. */
interface Parts {
  /** Whether there is a score. */
  condition: string;
  score: string;
}

interface Weighted {
  instrument: Instrument;
  index: ItemIndex;
  weights: ReadonlyMap<string, ItemWeight>;
}

function partsOf({ instrument, index, weights }: Weighted, rule: ScaleRule): Parts | undefined {
  const lines: Line[] = [];
  for (const id of rule.items) {
    const weight = weights.get(id);
    if (!weight) continue;
    const { item, groups } = index.get(id)!;
    // An answer that is not emitted, or one of several, cannot be counted.
    if (isKept(item) || groups.length) return undefined;
    lines.push(lineOf(instrument, item, weight, rule.weights?.[id] ?? 1));
  }
  if (!lines.length || lines.length < rule.least) return undefined;

  const alike = groupAlike(lines);
  const values = (some: readonly Line[]): string => `${itemsAt(some.map(({ id }) => id))}.answer.value${some[0]!.filter}`;
  const counts = alike.map((some) => `${values(some)}.count()`);
  const answered = plus(counts);
  const min = sumOf(lines, ({ from }) => from);
  const max = sumOf(lines, ({ to }) => to);
  const reachedOf = (some: readonly Line[]): string => `iif(${values(some)}.exists(), ${values(some)}.select(${some[0]!.part}).sum(), 0)`;
  const sum = plus(alike.map(reachedOf));
  const [low, high] = rule.method === 'percent' ? [0, 100] : rule.method === 'mean' ? [min / lines.length, max / lines.length] : [min, max];

  // How far the answers are above the lowest possible sum of the items that count, and how far they can be.
  const isZero = rule.missing === 'zero';
  const times = (number: number, count: string): string => `${numeral(number)} * ${count}`;
  const lowest = isZero ? numeral(min) : plus(alike.map((some, i) => times(some[0]!.from, counts[i]!)));
  const reachable = isZero ? numeral(max - min) : plus(alike.map((some, i) => times(some[0]!.to - some[0]!.from, counts[i]!)));
  return {
    condition: `${answered} >= ${numeral(rule.least)}`,
    score: `${numeral(low)} + (${sum} - ${lowest}) * ${numeral(high - low)} / (${reachable})`,
  };
}

function groupAlike(lines: readonly Line[]): Line[][] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.part, line.filter, line.from, line.to]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
}

/**
 * Says rules of an instrument as FHIRPath over a QuestionnaireResponse. An expression gives the `raw` of `score()`, except for the
 * last digits, and nothing where `score()` gives no score. Undefined if FHIRPath cannot say the rule.
 */
export function scoreExpressions(instrument: Instrument): (rule: ScaleRule) => string | undefined {
  const weighted: Weighted = { instrument, index: indexItems(instrument), weights: itemWeights(instrument, new Map()) };
  return (rule) => {
    const parts = partsOf(weighted, rule);
    if (!parts) return undefined;
    const others = rule.everyScale ? Object.values(instrument.scoring?.scales ?? {}) : [];
    const conditions = [parts, ...others.map((scale) => partsOf(weighted, scale))].map((some) => some?.condition);
    // A scale that is never scored leaves the total without a score.
    if (conditions.includes(undefined)) return undefined;
    return `iif(${conditions.join(' and ')}, ${parts.score}, {})`;
  };
}

/** The id of the calculated item of a score. No item of an instrument has a dot in its id. */
export const scoreId = (scale?: string): string => (scale === undefined ? 'score.total' : `score.scale.${scale}`);

/** Every rule of an instrument, with the id of its score. */
export function scoreRules({ scoring }: Instrument): [id: string, rule: ScaleRule, name: string][] {
  const { scales = {}, total } = scoring ?? {};
  return [
    ...Object.entries(scales).map(([name, rule]): [string, ScaleRule, string] => [scoreId(name), rule, name]),
    ...(total ? [[scoreId(), total, 'total'] as [string, ScaleRule, string]] : []),
  ];
}

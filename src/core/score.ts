import { eachItem } from './each-item.ts';
import type { BandRule, Instrument, Item, ScaleRule, Value } from './instrument.ts';
import type { Response } from './response.ts';

export type ScaleScore =
  | {
      status: 'scored';
      method: 'mean' | 'sum' | 'percent';
      /** In the method's unit, after reversing, prorated where items are missing. */
      raw: number;
      min: number;
      max: number;
      /** Percent of the maximum possible: 100 x (raw - min) / (max - min). */
      pomp: number;
      answered: number;
      of: number;
      prorated: boolean;
    }
  | { status: 'insufficient'; missing: string[]; reason: string };

export interface Score {
  /** The total's where there is a total; else `insufficient`, or `prorated`, where any scale is. */
  status: 'complete' | 'prorated' | 'insufficient' | 'unscored';
  total?: ScaleScore;
  scales: Record<string, ScaleScore>;
  band?: string;
  /** Why there is no band: `insufficient` (no total) or `uniform` (the same answer to every item). */
  bandWithheld?: string;
  /** Items that count and have no answer. */
  missing: string[];
  provenance: {
    instrument: string;
    version: string;
    options: Record<string, string>;
    normed: boolean;
    /** The rule in words. */
    method: string;
  };
}

/** The weights that an item can have, and the one it was given: as answered, and turned round where it is reversed. */
export interface Weight {
  low: number;
  high: number;
  given?: number;
  keyed?: number;
}

/** The lowest and highest weight of an item and the weight of a value; nothing for an item that has no weights. */
function weigh(instrument: Instrument, item: Item, value: Value | undefined): Weight | undefined {
  let weights: unknown[] = [];
  let given: unknown = value;
  if (item.type === 'choice' && !item.multiple) {
    const choices = item.choices ?? instrument.scales[item.scale!]?.choices ?? [];
    weights = choices.map((choice) => choice.value);
    given = choices.find((choice) => choice.code === value)?.value;
  } else if ('max' in item) {
    weights = [item.min, item.max];
  }
  const low = Math.min(...(weights as number[]));
  const high = Math.max(...(weights as number[]));
  if (!(low < high)) return;
  if (typeof given !== 'number' || !(given >= low && given <= high)) return { low, high };
  return { low, high, given, keyed: 'reverse' in item && item.reverse ? low + high - given : given };
}

/** The weights of all items that have any, by item id, in the instrument's order. */
export function weights(instrument: Instrument, { answers }: Pick<Response, 'answers'>): Map<string, Weight> {
  const values = new Map<string, Value | undefined>();
  for (const answer of answers) {
    if (answer.state === 'answered' && !answer.at?.length) values.set(answer.item, answer.values[0]);
  }
  const found = new Map<string, Weight>();
  for (const item of eachItem(instrument.items)) {
    const weight = weigh(instrument, item, values.get(item.id));
    if (weight) found.set(item.id, weight);
  }
  return found;
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Missing items are given the mean of the answered ones, as a part of what each item can reach. */
function scoreScale({ method, items, least }: ScaleRule, weights: Map<string, Weight>): ScaleScore {
  const counted = items.filter((id) => weights.has(id));
  const answered = counted.flatMap((id) => (weights.get(id)!.keyed === undefined ? [] : weights.get(id)!));
  const of = counted.length;
  if (!answered.length || answered.length < least) {
    return {
      status: 'insufficient',
      missing: counted.filter((id) => weights.get(id)!.keyed === undefined),
      reason: `${answered.length} answered, at least ${least} of ${of} needed`,
    };
  }
  const reached = sum(answered.map(({ keyed, low }) => keyed! - low));
  const reachable = sum(answered.map(({ high, low }) => high - low));
  const all = counted.map((id) => weights.get(id)!);
  const unit = method === 'mean' ? of : 1;
  const min = sum(all.map(({ low }) => low)) / unit;
  const max = sum(all.map(({ high }) => high)) / unit;
  const pomp = (100 * reached) / reachable;
  return {
    status: 'scored',
    method,
    ...(method === 'percent' ? { raw: pomp, min: 0, max: 100 } : { raw: min + (reached * (max - min)) / reachable, min, max }),
    pomp,
    answered: answered.length,
    of,
    prorated: answered.length < of,
  };
}

function band(
  { cuts, uniformExcept }: BandRule,
  total: ScaleScore,
  { items }: ScaleRule,
  weights: Map<string, Weight>,
): Pick<Score, 'band' | 'bandWithheld'> {
  if (total.status !== 'scored') return { bandWithheld: 'insufficient' };
  const given = new Set(items.flatMap((id) => weights.get(id)?.given ?? []));
  if (uniformExcept && given.size === 1 && !uniformExcept.some((weight) => given.has(weight))) {
    return { bandWithheld: 'uniform' };
  }
  return { band: cuts.find(({ below = Infinity }) => total.pomp < below)!.band };
}

const inWords = ({ method, items, least, everyScale }: ScaleRule): string =>
  `${method} of ${items.length} items, at least ${least} answered${everyScale ? ', every scale scored' : ''}`;

/** Never throws for an instrument that `defineInstrument` accepts, and never gives NaN: what has no score says why. */
export function score(instrument: Instrument, response: Pick<Response, 'answers'>): Score {
  const { scales: rules = {}, total: totalRule, bands } = instrument.scoring ?? {};
  const found = weights(instrument, response);

  const scales = Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, scoreScale(rule, found)]));
  let total = totalRule && scoreScale(totalRule, found);
  const unscored = Object.keys(scales).filter((name) => scales[name]!.status !== 'scored');

  const allRules = [...Object.values(rules), ...(totalRule ? [totalRule] : [])];
  const counted = new Set(allRules.flatMap((rule) => rule.items));
  const missing = [...found.keys()].filter((id) => counted.has(id) && found.get(id)!.keyed === undefined);

  if (total?.status === 'scored' && totalRule!.everyScale && unscored.length) {
    total = { status: 'insufficient', missing, reason: `no score for ${unscored.join(', ')}` };
  }

  const deciding = total ? [total] : Object.values(scales);
  return {
    status: !deciding.length
      ? 'unscored'
      : deciding.some((scale) => scale.status !== 'scored')
        ? 'insufficient'
        : deciding.some((scale) => scale.status === 'scored' && scale.prorated)
          ? 'prorated'
          : 'complete',
    ...(total && { total }),
    scales,
    ...(bands && total && band(bands, total, totalRule!, found)),
    missing,
    provenance: {
      instrument: instrument.id,
      version: instrument.version,
      options: instrument.options,
      normed: instrument.normed,
      method: [...new Set(allRules.map(inWords)), ...(bands ? [`bands: ${bands.method}`] : [])].join('; ') || 'not scored',
    },
  };
}

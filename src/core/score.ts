import type { ChoiceItem, Instrument, RatingItem, ScaleRule, Scoring } from './instrument.ts';
import { indexItems } from './item-index.ts';
import type { Response } from './response.ts';
import { choicesOf } from './value.ts';

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

/** The weights of every item that has any, by item id, in the instrument's order. */
export function weights(instrument: Instrument, { answers }: Pick<Response, 'answers'>): Map<string, Weight> {
  const values = new Map<string, unknown>();
  for (const answer of answers) {
    if (answer.state === 'answered' && !answer.at?.length) values.set(answer.item, answer.values[0]);
  }
  const found = new Map<string, Weight>();
  for (const [id, { item }] of indexItems(instrument)) {
    const { min, max, reverse, multiple } = item as Partial<RatingItem & ChoiceItem>;
    const choices = choicesOf(instrument, item);
    const possible = choices.length ? choices.map(({ value }) => value) : [min, max];
    const low = Math.min(...(possible as number[]));
    const high = Math.max(...(possible as number[]));
    if (multiple || !(low < high)) continue;
    const value = values.get(id);
    const given = choices.length ? choices.find(({ code }) => code === value)?.value : value;
    const isPossible = typeof given === 'number' && given >= low && given <= high;
    found.set(id, { low, high, ...(isPossible && { given, keyed: reverse ? low + high - given : given }) });
  }
  return found;
}

/** Missing items are given the mean of the answered ones, as a part of what each of them can reach. */
function scoreScale({ method, items, least }: ScaleRule, weights: Map<string, Weight>): ScaleScore {
  const counted = items.filter((id) => weights.has(id));
  const missing: string[] = [];
  let [min, max, reached, reachable] = [0, 0, 0, 0];
  for (const id of counted) {
    const { low, high, keyed } = weights.get(id)!;
    min += low;
    max += high;
    if (keyed === undefined) {
      missing.push(id);
    } else {
      reached += keyed - low;
      reachable += high - low;
    }
  }
  const of = counted.length;
  const answered = of - missing.length;
  if (!answered || answered < least) {
    return { status: 'insufficient', missing, reason: `${answered} of ${of} answered, ${least} needed` };
  }
  const pomp = (100 * reached) / reachable;
  if (method === 'percent') {
    min = 0;
    max = 100;
  } else if (method === 'mean') {
    min /= of;
    max /= of;
  }
  const raw = min + (reached * (max - min)) / reachable;
  return { status: 'scored', method, raw, min, max, pomp, answered, of, prorated: answered < of };
}

type Banded = Pick<Score, 'band' | 'bandWithheld'>;

function band({ bands, total: rule }: Scoring, total: ScaleScore | undefined, weights: Map<string, Weight>): Banded {
  if (!bands || !rule || !total) return {};
  if (total.status !== 'scored') return { bandWithheld: 'insufficient' };
  const given = rule.items.flatMap((id) => weights.get(id)?.given ?? []);
  if (bands.uniformExcept && given.every((weight) => weight === given[0] && !bands.uniformExcept!.includes(weight))) {
    return { bandWithheld: 'uniform' };
  }
  return { band: bands.cuts.find(({ below = Infinity }) => total.pomp < below)!.band };
}

const inWords = ({ method, items, least, everyScale }: ScaleRule): string =>
  `${method} of ${items.length} items, at least ${least} answered${everyScale ? ', every scale scored' : ''}`;

/** Never throws for an instrument that `defineInstrument` accepts, and never gives NaN: what has no score says why. */
export function score(instrument: Instrument, response: Pick<Response, 'answers'>): Score {
  const { id, version, options, normed, scoring = {} } = instrument;
  const { scales: rules = {}, total: totalRule, bands } = scoring;
  const found = weights(instrument, response);

  const scales = Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, scoreScale(rule, found)]));
  let total = totalRule && scoreScale(totalRule, found);
  const unscored = Object.keys(scales).filter((name) => scales[name]!.status !== 'scored');
  const allRules = [...Object.values(rules), ...(totalRule ? [totalRule] : [])];
  const counted = new Set(allRules.flatMap(({ items }) => items));
  const missing = [...found.keys()].filter((id) => counted.has(id) && !('keyed' in found.get(id)!));

  if (totalRule?.everyScale && total?.status === 'scored' && unscored.length) {
    total = { status: 'insufficient', missing, reason: `no score for ${unscored.join(', ')}` };
  }
  const states = (total ? [total] : Object.values(scales)).map((scale) =>
    scale.status !== 'scored' ? scale.status : scale.prorated ? 'prorated' : 'complete',
  );
  return {
    status: (['insufficient', 'prorated', 'complete'] as const).find((state) => states.includes(state)) ?? 'unscored',
    ...(total && { total }),
    scales,
    ...band(scoring, total, found),
    missing,
    provenance: {
      instrument: id,
      version,
      options,
      normed,
      method:
        [...new Set(allRules.map(inWords)), ...(bands ? [`bands: ${bands.method}`] : [])].join('; ') || 'not scored',
    },
  };
}

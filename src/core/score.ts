import type { Instrument, ScaleRule } from './instrument.ts';
import { indexItems } from './item-index.ts';
import { typeOf } from './item-types/index.ts';
import type { Response } from './response.ts';

export type ScaleScore =
  | {
      status: 'scored';
      method: 'mean' | 'sum' | 'percent' | 'weighted';
      /** In the method's unit, after reversing; where items are missing, with what the rule puts in their place. */
      raw: number;
      min: number;
      max: number;
      /** Percent of the maximum possible: 100 x (raw - min) / (max - min). */
      pomp: number;
      answered: number;
      of: number;
      /** Items are missing, and the rule put something in their place. */
      prorated: boolean;
      /** Of a subscale with bands; that of the total stands in the score. */
      band?: string;
      /** Why there is none: `uniform`, the same answer to every item. */
      bandWithheld?: string;
    }
  | { status: 'insufficient'; missing: string[]; reason: string; bandWithheld?: string };

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
    const range = typeOf(item).weigh?.(item, instrument.scales);
    if (!range || !(range.low < range.high)) continue;
    const { low, high } = range;
    const { reverse } = item as { reverse?: boolean };
    const given = range.of(values.get(id));
    const isPossible = typeof given === 'number' && given >= low && given <= high;
    found.set(id, { low, high, ...(isPossible && { given, keyed: reverse ? low + high - given : given }) });
  }
  return found;
}

/** Without the noise of sums of decimals: 0.7 + 0.1 reaches a cut at 0.8. */
const exact = (number: number): number => +number.toFixed(12);

type Found = ReadonlyMap<string, Weight>;

/**
 * The items are added up as parts of what they can reach, so that missing ones may count as much of theirs. `unscored` are
 * the subscales without a score.
 */
export function scoreScale(rule: ScaleRule, found: Found, unscored: readonly string[] = []): ScaleScore {
  const { method, least } = rule;
  const counted = rule.items.filter((id) => found.has(id));
  const missing: string[] = [];
  let [min, max, reached, reachable] = [0, 0, 0, 0];
  for (const id of counted) {
    const { low, high, given, keyed = rule.missing === 'zero' ? 0 : given } = found.get(id)!;
    const weight = rule.weights?.[id] ?? 1;
    const [from, to] = weight < 0 ? [high, low] : [low, high];
    min += from * weight;
    max += to * weight;
    if (given === undefined) missing.push(id);
    if (keyed !== undefined) {
      reached += (keyed - from) * weight;
      reachable += (to - from) * weight;
    }
  }
  const of = counted.length;
  const answered = of - missing.length;
  const reason =
    !reachable || answered < least
      ? `${answered} of ${of} answered, ${least} needed`
      : rule.everyScale && unscored.length && `no score for ${unscored.join(', ')}`;
  if (reason) return { status: 'insufficient', missing, reason };

  if (method === 'percent') {
    min = 0;
    max = 100;
  }
  if (method === 'mean') {
    min /= of;
    max /= of;
  }
  const raw = min + (reached * (max - min)) / reachable;
  return {
    status: 'scored',
    method,
    // Rounding alone can lead over an end.
    raw: exact(Math.max(min, Math.min(max, raw))),
    min: exact(min),
    max: exact(max),
    pomp: exact((100 * reached) / reachable),
    answered,
    of,
    prorated: answered < of,
  };
}

type Banded = Pick<Score, 'band' | 'bandWithheld'>;

function band({ bands, items }: ScaleRule, scale: ScaleScore, found: Found): Banded {
  if (!bands) return {};
  if (scale.status !== 'scored') return { bandWithheld: 'insufficient' };
  const { of = 'pomp', cuts, uniformExcept } = bands;
  const given = items.flatMap((id) => found.get(id)?.given ?? []);
  if (uniformExcept && given.every((weight) => weight === given[0] && !uniformExcept.includes(weight))) {
    return { bandWithheld: 'uniform' };
  }
  return { band: cuts.find(({ below = Infinity }) => scale[of] < below)!.band };
}

const listed = (...parts: unknown[]): string => parts.filter(Boolean).join(', ');

const inWords = ({ method, items, weights, least, missing, everyScale, bands }: ScaleRule): string =>
  listed(
    `${method}${weights ? ' sum' : ''} of ${items.length} items`,
    `at least ${least} answered`,
    missing === 'zero' && 'missing ones count zero',
    everyScale && 'every scale scored',
  ) + (bands ? `; bands: ${listed(bands.method, bands.source, bands.url)}` : '');

/** Never throws for an instrument that `defineInstrument` accepts, and never gives NaN: what has no score says why. */
export function score(instrument: Instrument, response: Pick<Response, 'answers'>): Score {
  const { id, version, options, normed, scoring = {} } = instrument;
  const { scales: rules = {}, total: totalRule, source, url } = scoring;
  const found = weights(instrument, response);
  const allRules = [...Object.values(rules), ...(totalRule ? [totalRule] : [])];
  const counted = new Set(allRules.flatMap(({ items }) => items));

  const scales: Record<string, ScaleScore> = {};
  for (const name in rules) {
    const scale = scoreScale(rules[name]!, found);
    scales[name] = { ...scale, ...band(rules[name]!, scale, found) };
  }
  const unscored = Object.keys(scales).filter((name) => scales[name]!.status !== 'scored');
  const total = totalRule && scoreScale(totalRule, found, unscored);
  const states = (total ? [total] : Object.values(scales)).map((scale) =>
    scale.status !== 'scored' ? scale.status : scale.prorated ? 'prorated' : 'complete',
  );
  return {
    status: (['insufficient', 'prorated', 'complete'] as const).find((state) => states.includes(state)) ?? 'unscored',
    ...(total && { total }),
    scales,
    ...(total && band(totalRule!, total, found)),
    missing: [...found].flatMap(([id, { given }]) => (given === undefined && counted.has(id) ? id : [])),
    provenance: {
      instrument: id,
      version,
      options,
      normed,
      method: [...new Set(allRules.map(inWords)), listed(source, url)].filter(Boolean).join('; ') || 'not scored',
    },
  };
}

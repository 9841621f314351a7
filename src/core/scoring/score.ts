import type { Instrument, ScaleRule } from '../instrument/instrument.ts';
import { itemWeights, type ItemWeight } from '../instrument/item-weights.ts';
import { scoreScale, type ScaleScore } from '../instrument/scale-score.ts';
import type { Response } from '../record/response.ts';

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

type Weights = ReadonlyMap<string, ItemWeight>;

/** The weights of every item that has any, with those that the answers give. */
export function weights(instrument: Instrument, { answers }: Pick<Response, 'answers'>): Weights {
  const values = new Map<string, unknown>();
  for (const answer of answers) {
    if (answer.state === 'answered' && !answer.at?.length) values.set(answer.item, answer.values[0]);
  }
  return itemWeights(instrument, values);
}

type Banded = Pick<Score, 'band' | 'bandWithheld'>;

function band({ bands, items }: ScaleRule, scale: ScaleScore, found: Weights): Banded {
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

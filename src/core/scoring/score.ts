import type { Instrument, ScaleRule } from '../instrument/instrument.ts';
import { itemWeights, type ItemWeight } from '../instrument/item-weights.ts';
import { scoreScale, type ScaleScore } from '../instrument/scale-score.ts';
import type { Response } from '../record/response.ts';

export interface Score {
  /** The status of the total. Without a total: `insufficient` or else `prorated` if any subscale is. */
  status: 'complete' | 'prorated' | 'insufficient' | 'unscored';
  total?: ScaleScore;
  scales: Record<string, ScaleScore>;
  band?: string;
  /** Why there is no band: `insufficient` (no total) or `uniform` (the same answer to every item). */
  bandWithheld?: string;
  /** Ids of the items that a rule uses and that have no answer. */
  missing: string[];
  provenance: {
    instrument: string;
    version: string;
    options: Record<string, string>;
    normed: boolean;
    /** The rules as text. */
    method: string;
  };
}

type Weights = ReadonlyMap<string, ItemWeight>;

/** The weights of each item that has weights, together with the weight of its answer. */
export function weightsOf(instrument: Instrument, { answers }: Pick<Response, 'answers'>): Weights {
  const values = new Map<string, unknown>();
  for (const answer of answers) {
    if (answer.state === 'answered' && !answer.at?.length) values.set(answer.item, answer.values[0]);
  }
  return itemWeights(instrument, values);
}

type Banded = Pick<Score, 'band' | 'bandWithheld'>;

function band({ bands, items }: ScaleRule, scale: ScaleScore, weights: Weights): Banded {
  if (!bands) return {};
  if (scale.status !== 'scored') return { bandWithheld: 'insufficient' };
  const { of = 'pomp', cuts, uniformExcept } = bands;
  const answered = items.flatMap((id) => weights.get(id)?.weight ?? []);
  if (uniformExcept && answered.every((weight) => weight === answered[0] && !uniformExcept.includes(weight))) {
    return { bandWithheld: 'uniform' };
  }
  return { band: cuts.find(({ below = Infinity }) => scale[of] < below)!.band };
}

const joined = (...parts: unknown[]): string => parts.filter(Boolean).join(', ');

const methodText = ({ method, items, weights, least, missing, everyScale, bands }: ScaleRule): string =>
  joined(
    `${method}${weights ? ' sum' : ''} of ${items.length} items`,
    `at least ${least} answered`,
    missing === 'zero' && 'missing ones count zero',
    everyScale && 'every scale scored',
  ) + (bands ? `; bands: ${joined(bands.method, bands.source, bands.url)}` : '');

/**
 * Scores a response. A scale without a score gives the reason, never NaN. Never throws for an instrument that
 * `defineInstrument` accepts.
 */
export function score(instrument: Instrument, response: Pick<Response, 'answers'>): Score {
  const { id, version, options, normed, scoring = {} } = instrument;
  const { scales: rules = {}, total: totalRule, source, url } = scoring;
  const weights = weightsOf(instrument, response);
  const allRules = [...Object.values(rules), ...(totalRule ? [totalRule] : [])];
  const counted = new Set(allRules.flatMap(({ items }) => items));

  const scales: Record<string, ScaleScore> = {};
  for (const name in rules) {
    const scale = scoreScale(rules[name]!, weights);
    scales[name] = { ...scale, ...band(rules[name]!, scale, weights) };
  }
  const unscored = Object.keys(scales).filter((name) => scales[name]!.status !== 'scored');
  const total = totalRule && scoreScale(totalRule, weights, unscored);
  const states = (total ? [total] : Object.values(scales)).map((scale) =>
    scale.status !== 'scored' ? scale.status : scale.prorated ? 'prorated' : 'complete',
  );
  return {
    status: (['insufficient', 'prorated', 'complete'] as const).find((state) => states.includes(state)) ?? 'unscored',
    ...(total && { total }),
    scales,
    ...(total && band(totalRule!, total, weights)),
    missing: [...weights].flatMap(([id, { keyed }]) => (keyed === undefined && counted.has(id) ? id : [])),
    provenance: {
      instrument: id,
      version,
      options,
      normed,
      method: [...new Set(allRules.map(methodText)), joined(source, url)].filter(Boolean).join('; ') || 'not scored',
    },
  };
}

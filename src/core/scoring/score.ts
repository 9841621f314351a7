import type { Instrument, ScaleRule, Scoring, TranslationUsed } from '../instrument/instrument.ts';
import { itemWeights, type ItemWeight } from '../instrument/item-weights.ts';
import { scoreScale, type ScaleScore } from '../instrument/scale-score.ts';
import { isCovered } from '../instrument/translation-used.ts';
import type { Response } from '../record/response.ts';

export interface Score {
  /**
   * The status of the total. Without a total: `insufficient` or else `prorated` if any subscale is. `unscored`: there is no
   * rule, or a draft translation was on screen.
   */
  status: 'complete' | 'prorated' | 'insufficient' | 'unscored';
  total?: ScaleScore;
  scales: Record<string, ScaleScore>;
  band?: string;
  /**
   * Why there is no band: `insufficient` (no total), `uniform` (the same answer to every item) or `translation` (nobody has
   * shown that the bands are valid for the translation that was on screen).
   */
  bandWithheld?: string;
  /** Ids of the items that a rule uses and that have no answer. */
  missing: string[];
  provenance: {
    instrument: string;
    version: string;
    options: Record<string, string>;
    /** The language of the wording on screen, and which translation it was. Scores of older packages do not have them. */
    language?: string;
    translation?: TranslationUsed;
    /** Whether a rule has norms that are valid for this wording. */
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

/** The answers, and the form that was on screen if it is known. */
export type Scorable = Pick<Response, 'answers'> & { instrument?: Response['instrument'] };

/**
 * Scores a response. A scale without a score gives the reason, never NaN. Never throws for an instrument that
 * `defineInstrument` accepts. The record says which translation was on screen. A draft is not scored. A translation without
 * evidence for the bands and the norms has neither.
 */
export function score(instrument: Instrument, response: Scorable): Score {
  const { id, version, options, normed, scoring = {} } = instrument;
  const { language = instrument.language, translation } = response.instrument ?? instrument;
  const isDraft = translation?.standing === 'draft';
  const { scales: rules = {}, total: totalRule, source, url }: Scoring = isDraft ? {} : scoring;
  const weights = weightsOf(instrument, response);
  const allRules = [...Object.values(rules), ...(totalRule ? [totalRule] : [])];
  const counted = new Set(allRules.flatMap(({ items }) => items));

  const banded = (rule: ScaleRule, scale: ScaleScore): Banded => {
    const found = band(rule, scale, weights);
    return found.band && !isCovered(translation, 'bands') ? { bandWithheld: 'translation' } : found;
  };

  const scales: Record<string, ScaleScore> = {};
  for (const name in rules) {
    const scale = scoreScale(rules[name]!, weights);
    scales[name] = { ...scale, ...banded(rules[name]!, scale) };
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
    ...(total && banded(totalRule!, total)),
    missing: [...weights].flatMap(([id, { keyed }]) => (keyed === undefined && counted.has(id) ? id : [])),
    provenance: {
      instrument: id,
      version,
      options,
      language,
      ...(translation && { translation }),
      normed: normed && isCovered(translation, 'norms'),
      method: [...new Set(allRules.map(methodText)), joined(source, url)].filter(Boolean).join('; ') || 'not scored',
    },
  };
}

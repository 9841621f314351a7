/** Where a rule or a figure is published. */
export interface Source {
  /** The citation. */
  source?: string;
  url?: string;
}

/**
 * How a scale score is computed from the answers. A `reverse` item counts in the opposite direction: low + high - weight.
 * Items that the instrument does not have under its options are ignored.
 */
export interface ScaleRule {
  title?: string;
  /**
   * `mean` and `sum`: of the item weights. `weighted`: the sum of each item times its entry in `weights`. `percent`:
   * 100 x (sum - lowest possible sum) / (highest possible sum - lowest possible sum).
   */
  method: 'mean' | 'sum' | 'percent' | 'weighted';
  items: string[];
  /** For `weighted`: the factor of each item, by its id. Not 0. A negative factor subtracts. */
  weights?: Record<string, number>;
  /** The lowest number of answered items that gives a score. If it equals the number of items, none may be missing. */
  least: number;
  /**
   * What a missing item counts. `mean`, the default: the same fraction of its range as the answered items reached of
   * theirs. `zero`: 0.
   */
  missing?: 'mean' | 'zero';
  /** The total has a score only if every subscale has one. */
  everyScale?: boolean;
  bands?: BandRule;
  norms?: Norms;
  reliableChange?: ReliableChange;
}

/** Half-open bands: each contains the scores from `below` of the band before up to, but not including, its own `below`. */
export interface BandRule extends Source {
  /** The unit of the cuts: `pomp` (0 to 100), the default, or `raw`. */
  of?: 'pomp' | 'raw';
  /** Only the last band has no `below`. */
  cuts: { band: string; below?: number }[];
  /** How the cuts were chosen, as text. */
  method: string;
  /** If given: there is no band if all answered items have the same weight, unless it is one of these weights. */
  uniformExcept?: number[];
}

/** The figures of a scale in a published sample, in the unit of its `raw` score. */
export interface Norms extends Source {
  source: string;
  /** Standard deviation between people. */
  sd: number;
  /** From 0 to 1. Give either this or `sem`. */
  reliability?: number;
  /** Standard error of measurement: sd x sqrt(1 - reliability). */
  sem?: number;
  mean?: number;
  /** The number of people in the sample. */
  n?: number;
}

/** A published threshold: a smaller change can be measurement error. */
export interface ReliableChange extends Source {
  source: string;
  /** The threshold, in points of the `raw` score. A change of exactly this size counts. */
  points: number;
}

/** `source` and `url` are about the rules. Bands and norms have their own source. */
export interface Scoring extends Source {
  scales?: Record<string, ScaleRule>;
  total?: ScaleRule;
}

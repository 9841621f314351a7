/** Where a rule or a figure was published. */
export interface Source {
  /** A citation. */
  source?: string;
  url?: string;
}

/**
 * How answered items become a scale score. Every item counts as answered, and the other way round where it is
 * `reverse`. `of` in the score is how many of `items` the instrument has.
 */
export interface ScaleRule {
  title?: string;
  /**
   * `mean` and `sum` are in item units; `weighted` is the sum of each item times its weight; `percent` is
   * 100 x (sum - least possible) / (most possible - least possible).
   */
  method: 'mean' | 'sum' | 'percent' | 'weighted';
  items: string[];
  /** For `weighted`: what each item is multiplied by, by its id. Not zero; below zero it takes away. */
  weights?: Record<string, number>;
  /** At least so many answered items, else the scale is insufficient. As many as `items`: none may be missing. */
  least: number;
  /**
   * What a missing item counts: `mean`, also where nothing is said, as much of its range as the answered ones reached of
   * theirs; `zero` nothing, so that a sum is of what is there.
   */
  missing?: 'mean' | 'zero';
  /** Every subscale must have a score too. */
  everyScale?: boolean;
  bands?: BandRule;
  norms?: Norms;
  reliableChange?: ReliableChange;
}

/** Half-open bands over a score: a band holds values below its `below`, from that of the one before; the last has none. */
export interface BandRule extends Source {
  /** What the cuts are values of: the 0-100 form, which is taken where nothing is said, or the score in its own unit. */
  of?: 'pomp' | 'raw';
  cuts: { band: string; below?: number }[];
  /** How the cuts were chosen, in words. */
  method: string;
  /** No band where every answered item has the same weight, unless that weight is one of these. */
  uniformExcept?: number[];
}

/** How a scale came out in a published sample, in the unit of its `raw` score. */
export interface Norms extends Source {
  source: string;
  /** Standard deviation between people. */
  sd: number;
  /** From 0 to 1. Either this or `sem`. */
  reliability?: number;
  /** Standard error of measurement, sd x sqrt(1 - reliability), where the source gives that instead. */
  sem?: number;
  mean?: number;
  /** How many people were in the sample. */
  n?: number;
}

/** A published threshold for a change that is more than noise. */
export interface ReliableChange extends Source {
  source: string;
  /** A change of so many points of the `raw` score, or more. */
  points: number;
}

/** The source is that of the rules; bands and norms have their own. */
export interface Scoring extends Source {
  scales?: Record<string, ScaleRule>;
  total?: ScaleRule;
}

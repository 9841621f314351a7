import type { Instrument, Item } from './instrument.ts';

/** A value that depends on an option: `{by: 'variant', is: {intake: '...', session: '...'}}`. */
export interface ByOption<T> {
  by: string;
  is: Record<string, T>;
}

/** A part of a definition. Every text in it may depend on an option. */
export type Varied<T> = [T] extends [string | undefined]
  ? T | ByOption<NonNullable<T>>
  : T extends (infer E)[]
    ? Varied<E>[]
    : T extends object
      ? { [K in keyof T]: Varied<T[K]> } & (T extends Item ? Only : unknown)
      : T;

/** The item exists only if every listed option has one of the listed values. */
export interface Only {
  only?: Record<string, string[]>;
}

/** The values of an option: one of `values`, several of them separated by white space (`many`), or any text. */
export type OptionRule =
  | { values: string[]; default: string | ByOption<string>; many?: boolean }
  | { values?: undefined; default: string };

/**
 * An instrument with its options open, as a host writes it in JSON (see `defineInstrument`). Options are settled in
 * their order, so a default may depend on an earlier option.
 */
export type InstrumentDefinition = Pick<Instrument, Fixed> &
  Varied<Omit<Instrument, 'options' | Fixed>> & {
    options?: Record<string, OptionRule>;
    /** Languages whose scores may be joined. Without an entry, scores of two languages are never joined. */
    sameAcrossLanguages?: SameAcrossLanguages[];
  };

/** Evidence that scores in these languages mean the same. */
export interface SameAcrossLanguages {
  /** BCP 47 tags, at least two. */
  languages: string[];
  /** The citation of the study. */
  source: string;
  url?: string;
}

/** The fields that cannot depend on an option. */
type Fixed = 'schema' | 'id' | 'version' | 'language' | 'direction' | 'normed' | 'translation' | 'source' | 'entryMode';

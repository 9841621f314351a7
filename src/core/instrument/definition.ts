import type { Instrument, Item } from './instrument.ts';

/** A value that depends on an option: `{by: 'variant', is: {intake: '...', session: '...'}}`. */
export interface ByOption<T> {
  by: string;
  is: Record<string, T>;
}

/** A part of a definition: every text in it may depend on an option. */
export type Varied<T> = [T] extends [string | undefined]
  ? T | ByOption<NonNullable<T>>
  : T extends (infer E)[]
    ? Varied<E>[]
    : T extends object
      ? { [K in keyof T]: Varied<T[K]> } & (T extends Item ? Only : unknown)
      : T;

/** The item is there only under these values of these options. */
export interface Only {
  only?: Record<string, string[]>;
}

/** An option of an instrument: one of `values`, several of them (`many`, space-separated), or any text. */
export type OptionRule =
  | { values: string[]; default: string | ByOption<string>; many?: boolean }
  | { values?: undefined; default: string };

/**
 * An instrument with its options open: what `defineInstrument` takes and a host writes as JSON.
 * Options are settled in the order in which they stand, so a default may depend on an earlier one.
 */
export type InstrumentDefinition = Pick<Instrument, Fixed> &
  Varied<Omit<Instrument, 'options' | Fixed>> & { options?: Record<string, OptionRule> };

/** What does not depend on an option. */
type Fixed = 'schema' | 'id' | 'version' | 'language' | 'direction' | 'normed';

import type { Instrument } from '../instrument/instrument.ts';
import type { ItemIndex } from '../instrument/item-index.ts';
import type { Put, Repeats } from './repeats.ts';
import type { Instance } from './snapshot.ts';

/** The parts of a sheet that other code of it reads and writes. */
export interface SheetParts {
  readonly instrument: Instrument;
  readonly index: ItemIndex;
  /** The latest instance at each place, by key. */
  readonly instances: Map<string, Instance>;
  readonly repeats: Repeats;
  readonly put: Put;
}

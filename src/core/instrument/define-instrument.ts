import type { InstrumentDefinition } from './definition.ts';
import { inWords, type Problem } from '../plain-data/problem.ts';
import { readDefinition } from './read-definition.ts';

/** The definition breaks rules. The message lists each problem with its path. */
export class InstrumentError extends Error {
  override readonly name = 'InstrumentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(inWords(problems, '\n'));
    this.problems = problems;
  }
}

/** Returns a frozen copy of a valid definition. Throws `InstrumentError` for an invalid one. */
export function defineInstrument(data: unknown): InstrumentDefinition {
  const read = readDefinition(data);
  if (!read.ok) throw new InstrumentError(read.problems);
  return read.definition;
}

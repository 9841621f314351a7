import type { InstrumentDefinition } from './definition.ts';
import { inWords, type Problem } from '../plain-data/problem.ts';
import { readDefinition } from './read-definition.ts';

/** A definition that breaks rules. The message lists every path with the rule that it breaks. */
export class InstrumentError extends Error {
  override readonly name = 'InstrumentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(inWords(problems, '\n'));
    this.problems = problems;
  }
}

/** A frozen copy of the definition. Throws `InstrumentError`. */
export function defineInstrument(data: unknown): InstrumentDefinition {
  const read = readDefinition(data);
  if (!read.ok) throw new InstrumentError(read.problems);
  return read.definition;
}

import { checkDerived } from './check-derived.ts';
import { checkItems } from './check-items.ts';
import { checkOptions } from './check-options.ts';
import { checkScoring } from './check-scoring.ts';
import { checkSize } from './check-size.ts';
import { readDefinitionShape } from './definition-shape.ts';
import type { InstrumentDefinition } from './definition.ts';
import type { Instrument } from './instrument.ts';
import type { Must } from '../item-types/item-type.ts';
import { limits } from '../plain-data/limits.ts';
import { type Problem, breaks } from '../plain-data/problem.ts';
import { gate } from '../plain-data/shape.ts';

export type ReadDefinition = { ok: true; definition: InstrumentDefinition } | { ok: false; problems: Problem[] };

/**
 * Reads a definition from a host. Returns a frozen copy, or at most 20 problems with path and rule. Never throws.
 */
export const readDefinition = (data: unknown): ReadDefinition => takeDefinition(data, checkDerived);

/**
 * The same as `readDefinition`. Without `check`, values at the start and calculations are not checked. A widget does without: it shows
 * an impossible value as it is, and reports a calculation without a result.
 */
export const takeDefinition = (data: unknown, check?: typeof checkDerived): ReadDefinition =>
  gate(data, {
    read: readDefinitionShape,
    maxText: limits.definitionText,
    build: (definition: InstrumentDefinition, problems): ReadDefinition => {
      // Only wording depends on options, and the checks do not read wording. So the definition is checked like an instrument.
      const instrument = definition as unknown as Instrument;
      checkSize(instrument, problems);
      if (!problems.length) {
        const must: Must = (holds, ...rule) => {
          if (!holds) problems.push(breaks(...rule));
        };
        checkOptions(definition.options, must);
        checkScoring(instrument, checkItems(definition, must), must);
        check?.(instrument, must);
      }
      return { ok: true, definition };
    },
  });

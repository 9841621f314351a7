import { checkItems } from './check-items.ts';
import { checkOptions } from './check-options.ts';
import { checkScoring } from './check-scoring.ts';
import { checkSize } from './check-size.ts';
import { plainFields } from './definition-fields.ts';
import { readDefinitionShape } from './definition-shape.ts';
import type { InstrumentDefinition } from './definition.ts';
import { formFields } from './form-fields.ts';
import type { Instrument } from './instrument.ts';
import type { Must } from '../item-types/item-type.ts';
import { limits } from '../plain-data/limits.ts';
import { type Problem, breaks } from '../plain-data/problem.ts';
import { gate } from '../plain-data/shape.ts';

export type ReadDefinition = { ok: true; definition: InstrumentDefinition } | { ok: false; problems: Problem[] };

/**
 * Reads a definition from a host. Returns a frozen copy, or at most 20 problems with path and rule. Never throws.
 */
export const readDefinition = (data: unknown): ReadDefinition => takeDefinition(data, formFields);

/**
 * The same as `readDefinition`, for definitions with certain fields. A definition with a field or an item type that is not among
 * them is refused. A widget without forms takes those only that it can show.
 */
export const takeDefinition = (data: unknown, fields = plainFields): ReadDefinition =>
  gate(data, {
    read: readDefinitionShape(fields),
    maxText: limits.definitionText,
    build: (definition: InstrumentDefinition, problems): ReadDefinition => {
      // Only wording depends on options, and the checks do not read wording. So the definition is checked like an instrument.
      const instrument = definition as unknown as Instrument;
      checkSize(instrument, problems, fields);
      if (!problems.length) {
        const must: Must = (holds, ...rule) => {
          if (!holds) problems.push(breaks(...rule));
        };
        checkOptions(definition.options, must);
        checkScoring(instrument, checkItems(definition, must, fields), must);
        fields.check?.(instrument, must);
      }
      return { ok: true, definition };
    },
  });

import { resolveInstrument } from '../../src/core/instrument/resolve-instrument.ts';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import type { Instrument, Value } from '../../src/core/instrument/instrument.ts';
import type { Answer } from '../../src/core/record/response.ts';

/** The instrument with these options. Fails if they are invalid. */
export function settled(definition: InstrumentDefinition, options?: Record<string, string>): Instrument {
  const resolved = resolveInstrument(definition, options);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  return resolved.instrument;
}

/** The instrument under every combination of single values. Options with several values have all of them. */
export function* everyForm(definition: InstrumentDefinition): Generator<Instrument> {
  let forms: Record<string, string>[] = [{}];
  for (const [name, rule] of Object.entries(definition.options ?? {})) {
    const values = !rule.values ? ['any'] : rule.many ? [rule.values.join(' '), rule.values[0]!] : rule.values;
    forms = forms.flatMap((form) => values.map((value) => ({ ...form, [name]: value })));
  }
  for (const form of forms) yield settled(definition, form);
}

export const answered = (item: string, value: Value, at?: number[]): Answer => ({
  item,
  state: 'answered',
  values: [value],
  ...(at && { at }),
});

/** Answers to `items` in order, by their weight on a scale. Undefined leaves an item blank. */
export function byWeight(
  instrument: Instrument,
  items: string[],
  weights: (number | undefined)[],
): { answers: Answer[] } {
  const { choices } = Object.values(instrument.scales)[0]!;
  return {
    answers: items.flatMap((item, index) => {
      const choice = choices.find(({ value }) => value === weights[index]);
      return choice ? answered(item, choice.code) : [];
    }),
  };
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instrument, Item } from '../../../src/core/instrument/instrument.ts';
import { indexItems } from '../../../src/core/instrument/item-index.ts';
import { itemWeights } from '../../../src/core/instrument/item-weights.ts';
import { optionsOf } from '../../../src/core/instrument/value.ts';
import { resolveInstrument } from '../../../src/core/instrument/resolve-instrument.ts';
import { fromQuestionnaire, toQuestionnaire } from '../../../src/fhir/index.ts';
import { forms } from '../forms.ts';

/** Every item with what a person sees, in the order of the form. */
const facts = (instrument: Instrument) => {
  const weights = itemWeights(instrument, new Map());
  const options = (item: Item): unknown =>
    optionsOf(instrument, item).map(({ code, text, value }) => {
      const { low = 0, high = 0 } = weights.get(item.id) ?? {};
      const { reverse, type, multiple } = item as { reverse?: boolean; type: string; multiple?: boolean };
      // A reversed choice comes back with reversed weights. Several choices have none.
      const weight = reverse && type === 'choice' ? low + high - value! : value;
      return [code, text, multiple ? undefined : weight];
    });
  return new Map(
    [...indexItems(instrument)].map(([id, { item }]) => {
      const { type, text, help, required, hidden } = item;
      return [id, { type, text, help, required, hidden, options: options(item) }];
    }),
  );
};

describe('a form of ours as a Questionnaire, read again', () => {
  for (const form of forms) {
    it(`${form.id} ${Object.values(form.options).join(' ')} has the same items, options and weights`, () => {
      for (const fhirVersion of ['R4', 'R5'] as const) {
        const { resource } = toQuestionnaire(form, { fhirVersion });
        const { instrument: definition, issues, fhirVersion: detected } = fromQuestionnaire(resource);
        assert.ok(definition, JSON.stringify(issues));
        if (JSON.stringify(resource).includes('"type":"coding"')) assert.equal(detected, fhirVersion);
        const resolved = resolveInstrument(definition);
        assert.ok(resolved.ok);
        const again = facts(resolved.instrument);
        for (const [id, { hidden: _, help, ...fact }] of facts(form)) {
          const kept = indexItems(form).get(id)!.item.tags?.kept;
          if (kept) continue;
          const { hidden: _hidden, help: foundHelp, ...found } = (again.get(id) ?? {}) as { hidden?: boolean; help?: string; text?: string };
          // The help of a text to read is a text after it, because a display item has no children.
          assert.equal(fact.type === 'display' && help ? (again.get(`${id}.help`) as { text?: string }).text : foundHelp, help);
          // A question without a text is given a label, and an id in braces is shown as it is written.
          const { text } = fact;
          assert.deepEqual({ ...found, text: text && found.text?.replaceAll('\u2060', '') }, fact, `${id} in ${fhirVersion}`);
        }
        assert.deepEqual(issues.filter(({ severity }) => severity === 'invalid'), []);
        assert.equal(definition.language, form.language);
        assert.equal(definition.audience, form.audience);
        assert.deepEqual(definition.absent, form.absent);
      }
    });
  }
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Choice, Instrument, Item } from '../../src/core/instrument/instrument.ts';
import { listInstruments } from '../../src/instruments/index.ts';
import { everyForm } from '../core/answers.ts';

/** A copy of the content of each form: every text, every code and every weight. */
const { scales, forms } = JSON.parse(readFileSync(new URL('fixtures/wording.json', import.meta.url), 'utf8')) as {
  scales: Record<string, unknown>;
  forms: { id: string; options: Record<string, string> }[];
};

const told = ({ code, text, value }: Choice): unknown[] => [code, text, ...(value === undefined ? [] : [value])];

function itemOf(item: Item): object {
  const { choices, ...rest } = item as Item & { choices?: Choice[] };
  return { ...rest, ...(choices && { choices: choices.map(told) }) };
}

const formOf = ({ id, options, title, audience, intro, stem, items }: Instrument): object => ({
  id,
  options,
  title,
  audience,
  ...(intro && { intro }),
  ...(stem && { stem }),
  items: items.map(itemOf),
});

const scalesOf = (instrument: Instrument): object =>
  Object.fromEntries(
    Object.entries(instrument.scales).map(([name, { choices, unknown }]) => [name, { choices: choices.map(told), unknown }]),
  );

const ids = [...new Set(forms.map(({ id }) => id))];

describe('the wording, compared word by word', () => {
  it('covers these instruments', () => {
    assert.deepEqual(ids, [
      'environment-check', 'rapport-check', 'openness-check', 'benefits-check', 'mistrust-observation',
      'countertransference-reflection', 'progress-check-in',
    ]);
  });

  for (const id of ids) {
    const definition = listInstruments().find((one) => one.id === id)!;
    const settled = [...everyForm(definition)];

    it(`of ${id}, under each of its options`, () => {
      assert.deepEqual(settled.map(formOf), forms.filter((form) => form.id === id));
    });

    it(`of the scales of ${id}`, () => {
      for (const instrument of settled) {
        const used = Object.fromEntries(Object.keys(instrument.scales).map((name) => [name, scales[name]]));
        assert.deepEqual(scalesOf(instrument), used);
        assert.deepEqual(instrument.absent, { 'not-applicable': 'Did not come up', declined: 'Skip this one' });
      }
    });
  }

  it('has a scale for every item, and no unused scale', () => {
    for (const id of ids) {
      for (const { scales, items } of everyForm(listInstruments().find((one) => one.id === id)!)) {
        const used = new Set(items.flatMap((item) => ('scale' in item && item.scale) || []));
        assert.deepEqual(Object.keys(scales).sort(), [...used].sort());
      }
    }
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolveInstrument } from '../../src/core/instrument/resolve-instrument.ts';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import type { Item } from '../../src/core/instrument/instrument.ts';
import { boundaryClarity } from '../../src/instruments/boundary-clarity.ts';
import { empathyChecklist } from '../../src/instruments/empathy-checklist.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import { settled } from './answers.ts';

const ids = (definition: InstrumentDefinition, options?: Record<string, string>): string[] =>
  settled(definition, options).items.map(({ id }) => id);

const isFrozen = (data: unknown): boolean =>
  typeof data !== 'object' || data === null || (Object.isFrozen(data) && Object.values(data).every(isFrozen));

describe('resolveInstrument', () => {
  it('uses the defaults for options without a value', () => {
    assert.deepEqual(settled(trust12).options, { variant: 'session', keying: 'mixed' });
    assert.equal(settled(trust12).title, "After today's session");
  });

  it('settles a default that depends on an earlier option', () => {
    assert.deepEqual(settled(trust12, { variant: 'intake' }).options, { variant: 'intake', keying: 'positive' });
    assert.deepEqual(settled(trust12, { variant: 'intake', keying: 'mixed' }).options, {
      variant: 'intake',
      keying: 'mixed',
    });
  });

  it('settles every text that depends on an option', () => {
    const intake = settled(trust12, { variant: 'intake' });
    assert.equal(intake.items[0]!.text, 'A therapist would do what they say they will do.');
    assert.equal(intake.result!.start, 'You can show this to your therapist.');
    assert.doesNotMatch(JSON.stringify(intake), /"by":|"only":/);
  });

  it('removes items that do not exist under these options, also from the scoring and the result', () => {
    const positive = settled(trust12, { keying: 'positive' });
    assert.ok(ids(trust12, { keying: 'positive' }).includes('t04p'));
    assert.ok(!ids(trust12, { keying: 'positive' }).includes('t04'));
    assert.deepEqual(positive.scoring!.scales!.safety!.items, ['t04p', 't07', 't12']);
    assert.deepEqual(
      positive.scoring!.total!.items,
      positive.items.slice(0, 12).map(({ id }) => id),
    );
    assert.deepEqual(positive.result!.items, positive.scoring!.total!.items);
  });

  it('removes the items inside a removed item', () => {
    const children = (perspective: string) =>
      settled(empathyChecklist, { perspective }).items.flatMap((group) =>
        group.items!.flatMap((item) => item.items ?? []),
      );
    assert.equal(children('client').length, 12);
    assert.equal(children('therapist').length, 0);
  });

  it('removes a group or a scale that has lost all its items', () => {
    const line = { id: 'a', type: 'text' as const, text: 'A', only: { mode: ['video'] } };
    const definition: InstrumentDefinition = {
      ...boundaryClarity,
      options: { mode: { values: ['video', 'phone'], default: 'phone' } },
      items: [
        { id: 'gone', type: 'group', text: 'Gone', items: [line] },
        { id: 'b', type: 'text', text: 'B', items: [{ ...line, id: 'c' }] },
      ],
      scoring: { scales: { gone: { method: 'mean', items: ['a'], least: 1 } } },
    };
    assert.deepEqual(ids(definition), ['b']);
    assert.deepEqual(settled(definition).scoring, { scales: {} });
    assert.deepEqual(ids(definition, { mode: 'video' }), ['gone', 'b']);
  });

  it('removes what is in a removed group from the scoring too', () => {
    const rating: Item = { id: 'r', type: 'rating', text: 'R', min: 0, max: 3, minText: 'Low', maxText: 'High' };
    const definition: InstrumentDefinition = {
      ...boundaryClarity,
      options: { mode: { values: ['video', 'phone'], default: 'phone' } },
      items: [{ id: 'g', type: 'group', text: 'G', only: { mode: ['video'] }, items: [rating] }, { ...rating, id: 's' }],
      scoring: { total: { method: 'sum', items: ['r', 's'], least: 1 } },
    };
    assert.deepEqual(settled(definition).scoring?.total?.items, ['s']);
    assert.deepEqual(settled(definition, { mode: 'video' }).scoring?.total?.items, ['r', 's']);
  });

  it('keeps words that only look like texts of an option', () => {
    const words = { by: 'By whom', is: 'Is it so?' };
    assert.deepEqual(settled({ ...boundaryClarity, words }).words, words);
  });

  it('keeps what a FHIR resource says about itself as it came', () => {
    const elements = { contact: [{ telecom: [null, { only: 'x' }] }], code: [{ by: 'a', is: {} }, { items: [] }] };
    const source = { resourceType: 'Questionnaire', fhirVersion: 'R4', elements } as const;
    assert.deepEqual(settled({ ...boundaryClarity, source }).source, source);
  });

  it('accepts several values in any order, and returns them in the order of the definition', () => {
    const card = settled(boundaryClarity, { topics: ' cost\n purpose  cost ' });
    assert.equal(card.options.topics, 'purpose cost');
    assert.deepEqual(
      card.items.map(({ id }) => id),
      ['purpose', 'cost'],
    );
  });

  it('does not split a single value at its spaces', () => {
    const definition: InstrumentDefinition = {
      ...boundaryClarity,
      options: { place: { values: ['in person', 'person'], default: 'in person' } },
      items: [
        { id: 'a', type: 'text', text: 'A', only: { place: ['in person'] } },
        { id: 'b', type: 'text', text: 'B', only: { place: ['person'] } },
      ],
    };
    assert.deepEqual(ids(definition), ['a']);
  });

  it('accepts any text for an option without a list of values', () => {
    assert.equal(settled(boundaryClarity, { policy: 'Version 2, May' }).options.policy, 'Version 2, May');
    assert.equal(settled(boundaryClarity).options.policy, '');
  });

  it('returns the same instrument for the options that it settled', () => {
    for (const options of [{}, { topics: 'ending cost', policy: '7' }, { 'last-time': 'yes' }]) {
      const once = settled(boundaryClarity, options);
      assert.deepEqual(settled(boundaryClarity, once.options), once);
    }
  });

  it('reports unknown options and values, and guesses nothing', () => {
    assert.deepEqual(resolveInstrument(trust12, { varient: 'intake', keying: 'none' }), {
      ok: false,
      problems: [
        { path: 'options.varient', code: 'known-option', message: 'Must be known option' },
        { path: 'options.keying', code: 'one-of', message: 'Must be one of mixed, positive' },
      ],
    });
    for (const topics of ['', 'purpose nothing']) {
      const resolved = resolveInstrument(boundaryClarity, { topics });
      assert.deepEqual(!resolved.ok && resolved.problems.map(({ path }) => path), ['options.topics']);
    }
    for (const name of ['toString', '__proto__', 'constructor']) {
      assert.equal(resolveInstrument(trust12, JSON.parse(`{"${name}": "x"}`)).ok, false);
    }
  });

  it('reports at most 20 unknown options', () => {
    const resolved = resolveInstrument(trust12, Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`o${i}`, 'x'])));
    assert.equal(!resolved.ok && resolved.problems.length, 20);
  });

  it('returns frozen data and does not change the definition', () => {
    const before = structuredClone(trust12);
    assert.ok(isFrozen(settled(trust12)));
    assert.deepEqual(trust12, before);
    assert.notEqual(settled(trust12).scales, trust12.scales);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { getInstrument, listInstruments, registerInstrument } from '../../src/instruments/index.ts';
import { ownLicence } from '../core/fixtures/own-licence.ts';

const own = (title: string): object => ({
  schema: 1,
  id: 'our-own',
  version: '1.0.0',
  language: 'en',
  title,
  audience: 'client',
  licence: ownLicence,
  normed: false,
  scales: {},
  absent: {},
  items: [{ id: 'a', type: 'text', text: 'A' }],
});

describe('the registry', () => {
  it('contains the built-in instruments', () => {
    assert.deepEqual(
      listInstruments().map(({ id }) => id),
      [
        'trust-12',
        'trust-pulse',
        'empathy-checklist',
        'boundary-clarity',
        'environment-check',
        'rapport-check',
        'openness-check',
        'benefits-check',
        'mistrust-observation',
        'countertransference-reflection',
        'progress-check-in',
        'progress-journal',
        'milestones',
        'why-trust',
      ],
    );
    assert.ok(listInstruments().every(Object.isFrozen));
  });

  it('settles the options of an instrument', () => {
    const got = getInstrument('trust-12', { variant: 'intake' });
    assert.ok(got.ok);
    assert.equal(got.instrument.title, 'Before you start');
    assert.deepEqual(got.instrument.options, { variant: 'intake', keying: 'positive' });
  });

  it('rebuilds exactly what was asked from the options in a record', () => {
    for (const { id } of listInstruments()) {
      const first = getInstrument(id);
      assert.ok(first.ok);
      assert.deepEqual(getInstrument(id, first.instrument.options), first);
    }
  });

  it('lists the known instruments if one is unknown', () => {
    const got = getInstrument('trust');
    assert.equal(got.ok, false);
    assert.match(!got.ok ? got.problems[0]!.message : '', /trust-12, trust-pulse/);
    assert.equal(getInstrument('__proto__').ok, false);
  });

  it("registers a host's instrument, and replaces it by a later one", () => {
    assert.ok(registerInstrument(own('First')).ok);
    assert.ok(registerInstrument(own('Second')).ok);
    const got = getInstrument('our-own');
    assert.equal(got.ok && got.instrument.title, 'Second');
    assert.equal(listInstruments().filter(({ id }) => id === 'our-own').length, 1);
  });

  it('registers a form of another system', () => {
    const item = { id: '1.2', type: 'quantity', text: 'Dose', units: [{ text: 'mg' }], prefix: '1.' };
    const taken = registerInstrument({ ...own('Form'), id: 'our-form', items: [item] });
    assert.deepEqual(taken.ok && taken.definition.items, [item]);
  });

  it('refuses an invalid definition, and the earlier one stays', () => {
    const taken = registerInstrument({ ...own('Third'), items: [] });
    assert.deepEqual(!taken.ok && taken.problems.map(({ path }) => path), ['items']);
    const got = getInstrument('our-own');
    assert.equal(got.ok && got.instrument.title, 'Second');
  });
});

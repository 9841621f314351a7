import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createRepeats } from '../../src/core/flat/repeats.ts';
import { createVisibility } from '../../src/core/flat/visibility.ts';
import { cutPages } from '../../src/core/flat/pages.ts';
import type { Instrument, Item } from '../../src/core/instrument.ts';
import { indexItems } from '../../src/core/item-index.ts';
import { cutPages as cutAnyPages } from '../../src/core/pages.ts';
import { createRepeats as createAnyRepeats } from '../../src/core/repeats.ts';
import { listInstruments } from '../../src/instruments/index.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import { everyForm, settled } from './answers.ts';
import { intake } from './fixtures/intake.ts';
import { sessionOf } from './fixtures/sessions.ts';

const question = (id: string, more: object = {}): Item => ({ id, type: 'text', text: id, ...more });
const repeatsOf = (instrument: Instrument) => createRepeats(indexItems(instrument), new Map(), () => true);

/** The instruments of the CDN files that are built with these in place of their namesakes (FLAT in vite.config.ts). */
const FLAT = [
  'trust-12', 'trust-pulse', 'environment-check', 'rapport-check', 'openness-check', 'benefits-check',
  'mistrust-observation', 'countertransference-reflection',
];

describe('what stands in for the whole core where instruments are flat', () => {
  it('takes the instruments of those files, under each of their options', () => {
    const flat = listInstruments().filter(({ id }) => FLAT.includes(id));
    assert.equal(flat.length, FLAT.length);
    for (const definition of flat) for (const instrument of everyForm(definition)) repeatsOf(instrument);
  });

  it('throws at an instrument that is not flat', () => {
    const parts: Item[] = [
      question('a', { when: { item: 'b', is: 'answered' } }),
      question('a', { items: [question('b', { when: { item: 'a', is: 'answered' } })] }),
      { id: 'a', type: 'display', text: 'a' },
      { id: 'a', type: 'group', text: 'a', items: [] },
    ];
    for (const part of parts) assert.throws(() => repeatsOf({ ...intake, items: [question('z'), part] }), /is not flat/);
  });

  it('cuts the same pages, and keeps those that did not change', () => {
    const items = fc.array(fc.boolean(), { maxLength: 12 }).map((list) => list.map((optional, i) => question(`q${i}`, { optional })));
    fc.assert(
      fc.property(items, fc.constantFrom(1, 2, 3, 5, Infinity), (items, size) => {
        const session = sessionOf({ ...intake, items });
        const first = session.current.instances;
        const pages = cutPages(first, size, []);
        assert.deepEqual(pages, cutAnyPages(first, size, []));
        assert.equal(cutPages(first, size, pages), pages);
        if (!items.length) return;
        session.answer('q0', ['x']);
        const next = session.current.instances;
        const same = (now: typeof pages): boolean[] => now.map((page, i) => page === pages[i]);
        assert.deepEqual(same(cutPages(next, size, pages)), same(cutAnyPages(next, size, pages)));
      }),
    );
  });

  it('finds each item in its one place, and asks it always', () => {
    const instrument = settled(trust12);
    const index = indexItems(instrument);
    const spot = index.get('t01')!;
    for (const repeats of [repeatsOf(instrument), createAnyRepeats(index, new Map(), () => true)]) {
      const visited: unknown[] = [];
      repeats.each(spot.item, [], (at, bounds) => visited.push([at, bounds]));
      assert.deepEqual(visited, [[[], undefined]]);
      for (const at of [[], [0]]) {
        assert.equal(repeats.isThere(spot, at), !at.length);
        assert.equal(repeats.open(spot, at), !at.length);
        assert.equal(repeats.add(spot.item, at), false);
        assert.equal(repeats.remove(spot.item, at), false);
      }
    }
    assert.ok(createVisibility(instrument, index, () => undefined)(spot, []));
  });
});

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
import type { Response } from '../../src/core/response.ts';
import type { ScaleScore } from '../../src/core/score.ts';
import { ownWords } from '../../src/elements/trust-trend/flat/own-words.ts';
import { publishedNorms } from '../../src/elements/trust-trend/flat/published-norms.ts';
import { ownWords as anyOwnWords } from '../../src/elements/trust-trend/own-words.ts';
import { publishedNorms as anyPublishedNorms } from '../../src/elements/trust-trend/published-norms.ts';
import { includeInstruments } from '../../src/instruments/registry.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import { trustForms } from '../../src/instruments/trust-forms.ts';
import { everyForm, settled } from './answers.ts';
import { intake } from './fixtures/intake.ts';
import { sessionOf } from './fixtures/sessions.ts';

const question = (id: string, more: object = {}): Item => ({ id, type: 'text', text: id, ...more });
const repeatsOf = (instrument: Instrument) => createRepeats(indexItems(instrument), new Map(), () => true);

describe('what stands in for the whole core where instruments are flat', () => {
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

describe('what stands in for parts of the trend where forms have neither words for the person nor norms', () => {
  const scored: ScaleScore = { status: 'scored', method: 'sum', raw: 9, min: 0, max: 27, pomp: 100 / 3, answered: 9, of: 9, prorated: false };
  const empty = { answers: [] } as unknown as Response;

  it('says what the full modules say of those forms', () => {
    includeInstruments(...trustForms);
    for (const form of trustForms.flatMap((definition) => [...everyForm(definition)])) {
      assert.equal(ownWords(form, empty), anyOwnWords(form, empty));
      for (const scale of ['total', ...Object.keys(form.scoring?.scales ?? {})]) {
        assert.deepEqual(publishedNorms(form, scale, [scored]), anyPublishedNorms(form, scale, [scored]));
      }
    }
  });
});

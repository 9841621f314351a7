import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { full } from '../../src/core/answering/full-structure.ts';
import { flat, flatSheet } from '../../src/core/answering/flat-structure.ts';
import type { Condition, Item } from '../../src/core/instrument/instrument.ts';
import { indexItems } from '../../src/core/instrument/item-index.ts';
import { nested, nestedSheet } from '../../src/core/answering/structure.ts';
import { takeResponse } from '../../src/core/record/read-response.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import { settled } from './answers.ts';
import { intake } from './fixtures/intake.ts';
import { sessionOf } from './fixtures/sessions.ts';

const question = (id: string, more: object = {}): Item => ({ id, type: 'text', text: id, ...more });

describe('the structure of a flat instrument', () => {
  it('supports questions that are always asked, and no other items', () => {
    const others: Item[] = [
      question('a', { when: { item: 'b', is: 'answered' } }),
      { id: 'a', type: 'display', text: 'a' },
      { id: 'a', type: 'group', text: 'a', items: [] },
    ];
    for (const item of others) {
      assert.equal(flat.supports(item), false);
      assert.equal(nested.supports(item), true);
    }
    assert.equal(flat.supports(question('a')), true);
  });

  it('supports plain values only, like the nested one; the full one supports all', () => {
    const choices = [{ code: 'a', text: 'A', exclusive: true as const }];
    const others: Item[] = [
      { id: 'a', type: 'quantity', text: 'a' },
      { id: 'a', type: 'dateTime', text: 'a' },
      { id: 'a', type: 'url', text: 'a' },
      { id: 'a', type: 'file', text: 'a' },
      { id: 'a', type: 'choice', text: 'a', choices, multiple: true },
      { id: 'a', type: 'choice', text: 'a', scale: 's', open: true },
      question('a', { pattern: { regex: 'a' } }),
      { id: 'a', type: 'choice', text: 'a', choices: [{ code: 'b', text: 'B' }, ...choices], multiple: true },
      { id: 'a', type: 'choice', text: 'a', scale: 's', multiple: true, minChoices: 1 },
      { id: 'a', type: 'choice', text: 'a', scale: 's', multiple: true, maxChoices: 1 },
      question('a', { calculate: { count: ['b'] } }),
      question('a', { initial: ['b'] }),
      question('a', { readOnly: true }),
      question('a', { repeats: {} }),
    ];
    for (const item of others) assert.deepEqual([flat, nested, full].map((one) => one.supports(item)), [false, false, true], JSON.stringify(item));
  });

  it('has no conditions. The nested one has those on one answer, and the full one all', () => {
    const one: Condition = { item: 'b', is: 'answered' };
    const others: Condition[] = [{ ...one, over: 'any' }, { expression: 'b', language: 'l' }];
    const forms = (when: Condition): Condition[] => [when, { all: [one, when] }, { any: [one, when] }, { any: [{ all: [when] }] }];
    const supports = (when: Condition): boolean[] => [flat, nested, full].map((structure) => structure.supports(question('a', { when })));
    for (const when of forms(one)) assert.deepEqual(supports(when), [false, true, true], JSON.stringify(when));
    for (const when of others.flatMap(forms)) assert.deepEqual(supports(when), [false, false, true], JSON.stringify(when));
  });

  it('repeats nothing. The nested one repeats groups', () => {
    const group: Item = { id: 'a', type: 'group', text: 'a', items: [], repeats: {} };
    assert.deepEqual([flat, nested, full].map((structure) => structure.supports(group)), [false, true, true]);
  });

  it('reads the records of such an instrument, like the others', () => {
    const instrument = { ...intake, items: [question('a')] };
    const session = sessionOf(instrument);
    session.answer('a', ['x']);
    const { response } = session.current;
    for (const structure of [flatSheet, nestedSheet, full]) {
      assert.deepEqual(takeResponse(instrument, response, structure), { ok: true, response });
      assert.equal(takeResponse(instrument, { ...response, answers: [{ item: 'b', state: 'declined' }] }, structure).ok, false);
    }
  });

  it('makes the same pages as the nested structure, and the same objects for pages that did not change', () => {
    const pageSize = fc.constantFrom(1, 2, 3, 5, Infinity);
    const items = fc.array(fc.boolean(), { maxLength: 12 }).map((list) => list.map((optional, i) => question(`q${i}`, { optional })));
    fc.assert(
      fc.property(items, fc.record({ first: pageSize, rest: pageSize }), (items, sizes) => {
        const session = sessionOf({ ...intake, items });
        const first = session.current.instances;
        const pages = flat.cutPages(first, sizes, []);
        assert.deepEqual(pages, nested.cutPages(first, sizes, []));
        assert.equal(flat.cutPages(first, sizes, pages), pages);
        if (!items.length) return;
        session.answer('q0', ['x']);
        const next = session.current.instances;
        const same = (now: typeof pages): boolean[] => now.map((page, i) => page === pages[i]);
        assert.deepEqual(same(flat.cutPages(next, sizes, pages)), same(nested.cutPages(next, sizes, pages)));
      }),
    );
  });

  it('finds each item in its only place and always asks it, like the nested structure', () => {
    const instrument = settled(trust12);
    const index = indexItems(instrument);
    const spot = index.get('t01')!;
    for (const { createRepeats, createVisibility } of [flat, nested]) {
      const repeats = createRepeats(index, new Map(), () => true);
      const visited: unknown[] = [];
      repeats.each(spot.item, [], (at, bounds) => visited.push([at, bounds]));
      assert.deepEqual(visited, [[[], undefined]]);
      for (const at of [[], [0]]) {
        assert.equal(repeats.isThere(spot, at), !at.length);
        assert.equal(repeats.open(spot, at), !at.length);
        assert.equal(repeats.add(spot.item, at), false);
        assert.equal(repeats.remove(spot.item, at), false);
      }
      assert.ok(createVisibility(instrument, index, () => undefined)(spot, []));
    }
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Instrument } from '../../src/core/instrument/instrument.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import { trustPulse } from '../../src/instruments/trust-pulse.ts';
import { whyTrust } from '../../src/instruments/why-trust.ts';
import { responseQuality } from '../../src/statistics/response-quality.ts';
import { answered, byWeight, settled } from '../core/answers.ts';
import { intake } from '../core/fixtures/intake.ts';
import { hasNothing, near, numbersIn, valueOf } from './near.ts';

const mixed = settled(trust12);
const { items: lines } = mixed.scoring!.total!;
const quality = (...weights: (number | undefined)[]) => responseQuality(mixed, byWeight(mixed, lines, weights));
const all = (weight: number) => quality(...lines.map(() => weight));

describe('how a form was filled in', () => {
  it('describes equal answers to all lines: a run of twelve, no spread, a contradiction in each pair', () => {
    const { longestRun, spread, contradictions, pairs, of, answered, missing } = all(5);
    assert.deepEqual(longestRun, { length: 12, items: lines, answer: 'totally-agree' });
    assert.equal(valueOf(spread), 0);
    assert.deepEqual([contradictions.length, pairs], [8, 8]);
    assert.deepEqual([of, answered, missing], [12, 12, 'available']);
  });

  it('finds no contradiction if all answers are in the middle', () => {
    const { longestRun, contradictions, pairs } = all(3);
    assert.deepEqual([longestRun.length, contradictions, pairs], [12, [], 8]);
  });

  it('finds agreement with a line and with its opposite, and gives the distance', () => {
    const { contradictions } = quality(5, 4, 3, 4, 5, 4, 1, 3, 1, 4, 2, 2);
    assert.deepEqual(contradictions, [
      { scale: 'competence', item: 't02', reversed: 't06', apart: 0.5 },
      { scale: 'competence', item: 't10', reversed: 't06', apart: 0.5 },
    ]);
    assert.deepEqual(quality(5, 1, 3, 3, 3, 1, 3, 3, 3, 3, 3, 3).contradictions, [
      { scale: 'competence', item: 't02', reversed: 't06', apart: 1 },
    ]);
  });

  it('finds no contradiction in consistent answers', () => {
    const { contradictions, longestRun, spread } = quality(4, 4, 3, 2, 5, 2, 4, 3, 1, 4, 2, 5);
    assert.deepEqual(contradictions, []);
    assert.equal(longestRun.length, 2);
    // 25 times the standard deviation of the weights before reversing
    near(valueOf(spread), 25 * 1.288057, 1e-4);
  });

  it('counts a run before reversing, and a blank line ends it', () => {
    const { longestRun, answered: given } = quality(4, 4, 4, 4, undefined, 4, 4, 2, 2, 2, 3, 3);
    assert.deepEqual(longestRun, { length: 4, items: ['t01', 't02', 't03', 't04'], answer: 'agree' });
    assert.equal(given, 11);
    const { answers } = byWeight(mixed, lines, [4, 4, undefined, 4, 4, 4]);
    const skipped = responseQuality(mixed, { answers: [...answers, { item: 't03', state: 'unknown' }] });
    assert.deepEqual(skipped.longestRun.items, ['t04', 't05', 't06']);
  });

  it('pairs only answered items', () => {
    const { pairs, contradictions } = quality(5, 5, 5, undefined, 5, 5, 5, 5, 5, 5, 5, 5);
    assert.deepEqual([pairs, contradictions.length], [6, 6]);
  });

  it('gives a reason if there are no answers to use', () => {
    const empty = quality();
    assert.deepEqual(empty, {
      of: 12,
      answered: 0,
      longestRun: { length: 0, items: [] },
      spread: { ok: false, reason: 'fewer-than-2-answers' },
      contradictions: [],
      pairs: 0,
      missing: 'available',
    });
    assert.deepEqual(quality(4).spread, { ok: false, reason: 'fewer-than-2-answers' });
    assert.equal(quality(4).longestRun.length, 1);
    assert.equal(responseQuality(settled(whyTrust), { answers: [] }).of, 0);
  });

  it('has no pairs if no item is reversed', () => {
    const positive = settled(trust12, { keying: 'positive' });
    const { items } = positive.scoring!.total!;
    const { pairs, longestRun } = responseQuality(positive, byWeight(positive, items, items.map(() => 5)));
    assert.deepEqual([pairs, longestRun.length], [0, 12]);
  });

  it('uses all weighted items if nothing is scored, except those in repeating groups', () => {
    const answers = [answered('mood', 'high'), answered('trust', 10), answered('how-close', 3, [0, 0]), answered('close', 'low', [0])];
    const { of, answered: given, spread } = responseQuality(intake, { answers });
    assert.deepEqual([of, given], [2, 2]);
    assert.equal(valueOf(spread), 0);
  });

  it('pairs within the total if there are no subscales, and ends a run where the options change', () => {
    const rating = (id: string, max: number, reverse: boolean) => ({
      id, type: 'rating' as const, text: id, min: 0, max, minText: '', maxText: '', reverse,
    });
    const form: Instrument = {
      ...settled(trustPulse),
      items: [rating('a', 3, false), rating('b', 3, true), rating('c', 4, false), rating('d', 4, false)],
      scoring: { total: { method: 'mean', items: ['a', 'b', 'c', 'd'], least: 1 } },
    };
    const given = (...values: number[]) =>
      responseQuality(form, { answers: values.map((value, at) => answered('abcd'[at]!, value)) });
    assert.deepEqual(given(3, 3, 3, 3).longestRun.items, ['a', 'b']);
    // The two middle ones of four options are on different sides, but less than half of the range apart.
    assert.deepEqual(given(2, 2, 2, 2).contradictions, []);
    assert.deepEqual(given(3, 2, 2, 2).contradictions.map(({ scale, item, reversed }) => [scale, item, reversed]), [['total', 'a', 'b']]);
    assert.equal(given(3, 3, 3, 3).pairs, 3);
  });

  it('for random answers, never counts more than there is', () => {
    const weight = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(weight, { minLength: 12, maxLength: 12 }), (weights) => {
        const found = quality(...weights);
        const given = weights.filter((one) => one !== undefined).length;
        assert.ok(numbersIn(found).every(Number.isFinite) && !hasNothing(found));
        assert.equal(found.answered, given);
        assert.ok(found.longestRun.length <= given && found.longestRun.length >= Math.min(1, given));
        assert.ok(found.contradictions.length <= found.pairs && found.pairs <= 8);
        assert.ok(!found.spread.ok || (found.spread.value >= 0 && found.spread.value <= 75));
        for (const { apart } of found.contradictions) assert.ok(apart >= 0.5 && apart <= 1);
      }),
    );
  });
});

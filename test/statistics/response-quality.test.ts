import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Instrument } from '../../src/core/instrument.ts';
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
  it('shows the same answer to every line: a run of twelve, no spread, each pair contradicting', () => {
    const { longestRun, spread, contradictions, pairs, of, answered, missing } = all(5);
    assert.deepEqual(longestRun, { length: 12, items: lines, answer: 'totally-agree' });
    assert.equal(valueOf(spread), 0);
    assert.deepEqual([contradictions.length, pairs], [8, 8]);
    assert.deepEqual([of, answered, missing], [12, 12, 'available']);
  });

  it('shows no contradiction where every line is in between, although all answers are the same', () => {
    const { longestRun, contradictions, pairs } = all(3);
    assert.deepEqual([longestRun.length, contradictions, pairs], [12, [], 8]);
  });

  it('shows agreeing with a line and its opposite, and how far apart that is', () => {
    const { contradictions } = quality(5, 4, 3, 4, 5, 4, 1, 3, 1, 4, 2, 2);
    assert.deepEqual(contradictions, [
      { scale: 'competence', item: 't02', reversed: 't06', apart: 0.5 },
      { scale: 'competence', item: 't10', reversed: 't06', apart: 0.5 },
    ]);
    assert.deepEqual(quality(5, 1, 3, 3, 3, 1, 3, 3, 3, 3, 3, 3).contradictions, [
      { scale: 'competence', item: 't02', reversed: 't06', apart: 1 },
    ]);
  });

  it('shows none in a form that holds together', () => {
    const { contradictions, longestRun, spread } = quality(4, 4, 3, 2, 5, 2, 4, 3, 1, 4, 2, 5);
    assert.deepEqual(contradictions, []);
    assert.equal(longestRun.length, 2);
    // 25 times the standard deviation of the weights as answered
    near(valueOf(spread), 25 * 1.288057, 1e-4);
  });

  it('counts a run in answers as given, not after reversing, and a blank line ends it', () => {
    const { longestRun, answered: given } = quality(4, 4, 4, 4, undefined, 4, 4, 2, 2, 2, 3, 3);
    assert.deepEqual(longestRun, { length: 4, items: ['t01', 't02', 't03', 't04'], answer: 'agree' });
    assert.equal(given, 11);
    const { answers } = byWeight(mixed, lines, [4, 4, undefined, 4, 4, 4]);
    const skipped = responseQuality(mixed, { answers: [...answers, { item: 't03', state: 'unknown' }] });
    assert.deepEqual(skipped.longestRun.items, ['t04', 't05', 't06']);
  });

  it('pairs only what is answered', () => {
    const { pairs, contradictions } = quality(5, 5, 5, undefined, 5, 5, 5, 5, 5, 5, 5, 5);
    assert.deepEqual([pairs, contradictions.length], [6, 6]);
  });

  it('says so where there is nothing to go by', () => {
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

  it('has no pairs where nothing is reversed', () => {
    const positive = settled(trust12, { keying: 'positive' });
    const { items } = positive.scoring!.total!;
    const { pairs, longestRun } = responseQuality(positive, byWeight(positive, items, items.map(() => 5)));
    assert.deepEqual([pairs, longestRun.length], [0, 12]);
  });

  it('looks at all weighted items where nothing is scored, and at those outside of repeating groups', () => {
    const answers = [answered('mood', 'high'), answered('trust', 10), answered('how-close', 3, [0, 0]), answered('close', 'low', [0])];
    const { of, answered: given, spread } = responseQuality(intake, { answers });
    assert.deepEqual([of, given], [2, 2]);
    assert.equal(valueOf(spread), 0);
  });

  it('pairs within the total where there are no subscales, and lets a run end where the options change', () => {
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
    // Of four options the two in the middle stand on different sides, but less than half the range apart.
    assert.deepEqual(given(2, 2, 2, 2).contradictions, []);
    assert.deepEqual(given(3, 2, 2, 2).contradictions.map(({ scale, item, reversed }) => [scale, item, reversed]), [['total', 'a', 'b']]);
    assert.equal(given(3, 3, 3, 3).pairs, 3);
  });

  it('for any answers, counts no more than there is', () => {
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

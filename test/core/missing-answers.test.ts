import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineInstrument } from '../../src/core/instrument/define-instrument.ts';
import { resultWords } from '../../src/core/scoring/result-words.ts';
import { score } from '../../src/core/scoring/score.ts';
import type { Instrument, ScaleRule } from '../../src/core/instrument/instrument.ts';
import { byWeight, settled } from './answers.ts';
import { ownLicence } from './fixtures/own-licence.ts';

/** `count` items with the same options under one rule. */
function form(weights: number[], count: number, rule: Omit<ScaleRule, 'items'>): Instrument {
  const items = Array.from({ length: count }, (_, index) => `q${index + 1}`);
  return settled(
    defineInstrument({
      schema: 1,
      id: 'plain',
      version: '1.0.0',
      language: 'en',
      title: 'Placeholder',
      audience: 'client',
      licence: ownLicence,
      normed: false,
      scales: { options: { choices: weights.map((value) => ({ code: `w${value}`, text: `Weight ${value}`, value })) } },
      absent: {},
      items: items.map((id) => ({ id, type: 'choice', scale: 'options', text: `Line ${id}` })),
      scoring: { total: { ...rule, items } },
    }),
  );
}

const total = (instrument: Instrument, ...weights: (number | undefined)[]) => {
  const scored = score(instrument, byWeight(instrument, instrument.scoring!.total!.items, weights));
  return { ...scored, raw: scored.total?.status === 'scored' ? scored.total.raw : undefined };
};

describe('a rule that replaces missing answers by the mean of the others', () => {
  const form12 = (method: ScaleRule['method']): Instrument => form([1, 2, 3, 4, 5], 4, { method, least: 2 });

  it('does so in the unit of each method', () => {
    assert.equal(total(form12('sum'), 4, 5, undefined, 3).raw, 16);
    assert.equal(total(form12('mean'), 4, 5, undefined, 3).raw, 4);
    assert.equal(total(form12('percent'), 4, 5, undefined, 3).raw, 75);
  });

  it('is the default', () => {
    const said = form([1, 2, 3, 4, 5], 4, { method: 'sum', least: 2, missing: 'mean' });
    assert.deepEqual(total(said, 4, 5, undefined, 3), total(form12('sum'), 4, 5, undefined, 3));
  });
});

describe('a rule that counts missing answers as zero', () => {
  const zero = (method: ScaleRule['method'], least = 1): Instrument =>
    form([0, 1, 2, 3], 4, { method, least, missing: 'zero' });

  it('adds up the answers, and marks the score as prorated', () => {
    const { raw, status, missing, total: scale, provenance } = total(zero('sum'), 3, undefined, 2);
    assert.deepEqual([raw, status, missing], [5, 'prorated', ['q2', 'q4']]);
    assert.deepEqual(scale, {
      status: 'scored', method: 'sum', raw: 5, min: 0, max: 12, pomp: 41.666666666667, answered: 2, of: 4, prorated: true,
    });
    assert.equal(provenance.method, 'sum of 4 items, at least 1 answered, missing ones count zero');
  });

  it('does so in the unit of each method', () => {
    assert.equal(total(zero('mean'), 3, undefined, 3).raw, 1.5);
    assert.equal(total(zero('percent'), 3, undefined, 3).raw, 50);
  });

  it('still needs its lowest number of answers', () => {
    assert.equal(total(zero('sum', 3), 3, undefined, 2).status, 'insufficient');
    assert.equal(total(zero('sum')).status, 'insufficient');
  });
});

describe('a rule that allows no missing answer', () => {
  it('has a score only with all answers', () => {
    const all = form([0, 1], 3, { method: 'sum', least: 3 });
    assert.equal(total(all, 1, 0, 1).raw, 2);
    assert.equal(total(all, 1, 0).status, 'insufficient');
  });
});

describe('a rule about items that the instrument does not have, which a check would refuse', () => {
  it('uses the items that exist, and does not throw', () => {
    const whole = form([0, 1, 2], 2, { method: 'sum', least: 1 });
    const rule = { ...whole.scoring!.total!, items: ['q1', 'nothing'] };
    const scored = score({ ...whole, scoring: { total: rule } }, byWeight(whole, ['q1'], [2]));
    assert.ok(scored.total?.status === 'scored');
    assert.deepEqual([scored.total.raw, scored.total.max, scored.total.of], [2, 2, 1]);
    assert.equal(
      score({ ...whole, scoring: { total: { ...rule, items: ['nothing'] } } }, { answers: [] }).status,
      'insufficient',
    );
  });
});

describe('weights so small that they are lost in rounding', () => {
  it('give no score, and no NaN', () => {
    const tiny = form([0, 0.1], 1, { method: 'weighted', weights: { q1: Number.MIN_VALUE }, least: 1 });
    assert.equal(total(tiny, 0.1).status, 'insufficient');
  });
});

describe('a form without a rule', () => {
  it('is unscored and has no result words', () => {
    const { scoring: _, ...plain } = form([0, 1], 2, { method: 'sum', least: 1 });
    const given = byWeight(plain, ['q1'], [1]);
    assert.deepEqual(score(plain, given), {
      status: 'unscored',
      scales: {},
      missing: [],
      provenance: { instrument: 'plain', version: '1.0.0', options: {}, language: 'en', normed: false, method: 'not scored' },
    });
    assert.deepEqual(resultWords(plain, given), { kind: 'none' });
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineInstrument } from '../../src/core/define-instrument.ts';
import { resultWords } from '../../src/core/result-words.ts';
import { score } from '../../src/core/score.ts';
import type { BandRule, Instrument, ScaleRule } from '../../src/core/instrument.ts';
import { byWeight, settled } from './answers.ts';

/** A form of the shape of a published one, with placeholder wording. */
function form(
  id: string,
  weights: number[],
  count: number,
  rule: Omit<ScaleRule, 'items'>,
  bands?: BandRule,
): Instrument {
  const items = Array.from({ length: count }, (_, index) => `q${index + 1}`);
  return settled(
    defineInstrument({
      schema: 1,
      id,
      version: '1.0.0',
      language: 'en',
      title: 'Placeholder',
      audience: 'client',
      licence: { text: 'Placeholder', holder: 'Someone' },
      normed: true,
      scales: { options: { choices: weights.map((value) => ({ code: `w${value}`, text: `Weight ${value}`, value })) } },
      absent: {},
      items: items.map((id) => ({ id, type: 'choice', scale: 'options', text: `Line ${id}` })),
      scoring: { total: { ...rule, items }, ...(bands && { bands }) },
    }),
  );
}

const total = (instrument: Instrument, ...weights: (number | undefined)[]) => {
  const scored = score(instrument, byWeight(instrument, instrument.scoring!.total!.items, weights));
  return { ...scored, raw: scored.total?.status === 'scored' ? scored.total.raw : undefined };
};

describe('a sum of nine, up to two missing (PHQ-9)', () => {
  const cut = (sum: number): number => (100 * sum) / 27;
  const phq9 = form(
    'nine',
    [0, 1, 2, 3],
    9,
    { method: 'sum', least: 7 },
    {
      cuts: [
        { band: 'minimal', below: cut(5) },
        { band: 'mild', below: cut(10) },
        { band: 'moderate', below: cut(15) },
        { band: 'moderately-severe', below: cut(20) },
        { band: 'severe' },
      ],
      method: 'placeholder',
    },
  );

  it('replaces two missing answers by the mean of the rest', () => {
    const { raw, status } = total(phq9, 1, 2, undefined, 1, 1, 0, undefined, 1, 0);
    assert.ok(Math.abs(raw! - 7.714286) < 1e-5);
    assert.equal(status, 'prorated');
  });

  it('has no score with three missing, and says why', () => {
    const { total: scale, missing } = total(phq9, 1, 2, undefined, 1, 1, 0, undefined, undefined, 0);
    assert.deepEqual(scale, {
      status: 'insufficient',
      missing: ['q3', 'q7', 'q8'],
      reason: '6 of 9 answered, 7 needed',
    });
    assert.deepEqual(missing, ['q3', 'q7', 'q8']);
  });

  it('gives whole sums exactly and puts each in its band', () => {
    const bands = Array.from({ length: 28 }, (_, sum) => {
      const weights = Array.from({ length: 9 }, (_, index) => Math.floor(sum / 9) + (index < sum % 9 ? 1 : 0));
      const { raw, band } = total(phq9, ...weights);
      assert.equal(raw, sum);
      return band;
    });
    const spread = ['minimal', 'mild', 'moderate', 'moderately-severe', 'severe'].map(
      (band) => `${bands.indexOf(band)}-${bands.lastIndexOf(band)}`,
    );
    assert.deepEqual(spread, ['0-4', '5-9', '10-14', '15-19', '20-27']);
  });

  it('does not take a zero for a missing answer', () => {
    const { raw, status } = total(phq9, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    assert.deepEqual([raw, status], [0, 'complete']);
  });
});

describe('a mean of 0 to 100 weights, half of them answered (RAND-36 energy)', () => {
  const energy = form('energy', [0, 20, 40, 60, 80, 100], 4, { method: 'mean', least: 2 });

  it('leaves the blank one out of the mean', () => {
    assert.ok(Math.abs(total(energy, 40, 60, 40).raw! - 46.666667) < 1e-5);
  });
});

describe('a sum in percent (WHO-5)', () => {
  const who5 = form('five', [0, 1, 2, 3, 4, 5], 5, { method: 'percent', least: 5 });

  it('is 52 for 13, 0 for 0 and 100 for 25', () => {
    assert.equal(total(who5, 3, 3, 3, 2, 2).raw, 52);
    assert.equal(total(who5, 0, 0, 0, 0, 0).raw, 0);
    assert.equal(total(who5, 5, 5, 5, 5, 5).raw, 100);
  });

  it('has no score with one missing', () => {
    assert.equal(total(who5, 3, 3, 3, 2).status, 'insufficient');
  });
});

describe('a rule over items that the form has not, which no check would let through', () => {
  it('counts those that it has, and does not throw', () => {
    const whole = form('part', [0, 1, 2], 2, { method: 'sum', least: 1 });
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

describe('a form without a rule', () => {
  it('is unscored and has no words', () => {
    const { scoring: _, ...plain } = form('plain', [0, 1], 2, { method: 'sum', least: 1 });
    const given = byWeight(plain, ['q1'], [1]);
    assert.deepEqual(score(plain, given), {
      status: 'unscored',
      scales: {},
      missing: [],
      provenance: { instrument: 'plain', version: '1.0.0', options: {}, normed: true, method: 'not scored' },
    });
    assert.deepEqual(resultWords(plain, given), { kind: 'none' });
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineInstrument } from '../../src/core/instrument/define-instrument.ts';
import type { BandRule, Instrument, Item, ScaleRule, Scoring } from '../../src/core/instrument/instrument.ts';
import type { ScaleScore } from '../../src/core/instrument/scale-score.ts';
import { score, weightsOf } from '../../src/core/scoring/score.ts';
import { answered, settled } from './answers.ts';
import { ownLicence } from './fixtures/own-licence.ts';

/** Three ratings from 0 to 4, the last of them reversed. */
const form = (scoring: Scoring, normed = false): Instrument =>
  settled(
    defineInstrument({
      schema: 1,
      id: 'ratings',
      version: '1.0.0',
      language: 'en',
      title: 'Placeholder',
      audience: 'client',
      licence: ownLicence,
      normed,
      scales: {},
      absent: {},
      items: ['a', 'b', 'c'].map((id) => ({
        id, type: 'rating', min: 0, max: 4, minText: 'Low', maxText: 'High', text: `Item ${id}`, reverse: id === 'c',
      })),
      scoring,
    }),
  );

const given = (answers: Record<string, number>) => ({
  answers: Object.entries(answers).map(([item, value]) => answered(item, value)),
});

const figures = (scale: ScaleScore | undefined): number[] => {
  assert.equal(scale?.status, 'scored');
  const { raw, min, max, pomp } = scale as Extract<ScaleScore, { status: 'scored' }>;
  return [raw, min, max, pomp];
};

describe('a weighted sum', () => {
  const weighted = (weights: Record<string, number>, least = 1): Instrument =>
    form({ total: { method: 'weighted', items: ['a', 'b', 'c'], weights, least } });

  it('multiplies each item by its weight, after reversing', () => {
    const { total } = score(weighted({ a: 2, b: 1, c: 0.5 }), given({ a: 3, b: 4, c: 0 }));
    assert.deepEqual(figures(total), [12, 0, 14, 85.714285714286]);
  });

  it('subtracts items with a negative weight, and its range is that of the possible sums', () => {
    const form = weighted({ a: 2, b: -1, c: 1 });
    assert.deepEqual(figures(score(form, given({ a: 4, b: 0, c: 0 })).total), [12, -4, 12, 100]);
    assert.deepEqual(figures(score(form, given({ a: 0, b: 4, c: 4 })).total), [-4, -4, 12, 0]);
    assert.deepEqual(figures(score(form, given({ a: 1, b: 2, c: 3 })).total), [1, -4, 12, 31.25]);
  });

  it('counts a missing item as the same fraction of its range as the answered items reached of theirs', () => {
    // a and b reach 9 of 12. c can reach 0.5 x 4.
    const { total, status } = score(weighted({ a: 2, b: 1, c: 0.5 }), given({ a: 4, b: 1 }));
    assert.deepEqual(figures(total), [10.5, 0, 14, 75]);
    assert.equal(status, 'prorated');
  });

  it('names the method in the provenance', () => {
    const { provenance } = score(weighted({ a: 2, b: 1, c: 0.5 }, 3), given({}));
    assert.equal(provenance.method, 'weighted sum of 3 items, at least 3 answered');
  });
});

describe('bands', () => {
  const bands = (rule: Partial<BandRule> = {}): BandRule => ({
    cuts: [{ band: 'low', below: 6 }, { band: 'high' }],
    method: 'placeholder',
    ...rule,
  });
  const both = (rule: BandRule): Instrument =>
    form({
      scales: { two: { method: 'sum', items: ['a', 'b'], least: 2, bands: rule } },
      total: { method: 'sum', items: ['a', 'b', 'c'], least: 2, bands: rule },
    });

  it('can have cuts in the unit of the raw score, for a subscale and for the total', () => {
    const scored = score(both(bands({ of: 'raw' })), given({ a: 3, b: 2, c: 3 }));
    assert.equal(scored.band, 'high');
    assert.equal('band' in scored.scales.two! && scored.scales.two.band, 'low');
    assert.equal('band' in scored.total!, false);
  });

  it('can have cuts from 0 to 100', () => {
    const scored = score(both(bands()), given({ a: 0, b: 0, c: 3 }));
    assert.equal(scored.band, 'high');
    assert.equal('band' in scored.scales.two! && scored.scales.two.band, 'low');
  });

  it('are withheld with a reason: too few answers, or the same answer to every item', () => {
    const few = score(both(bands()), given({ a: 1, c: 1 }));
    assert.deepEqual(few.scales.two, {
      status: 'insufficient',
      missing: ['b'],
      reason: '1 of 2 answered, 2 needed',
      bandWithheld: 'insufficient',
    });
    assert.ok(few.band);
    const same = score(both(bands({ uniformExcept: [2] })), given({ a: 1, b: 1, c: 2 }));
    assert.equal('bandWithheld' in same.scales.two! && same.scales.two.bandWithheld, 'uniform');
    assert.equal(same.band, 'high');
    const blank = score(both(bands({ uniformExcept: [2] })), given({ a: 1, c: 1 }));
    assert.equal(blank.bandWithheld, 'uniform', 'a blank item is no other answer');
    const { items, ...rest } = both(bands({ uniformExcept: [2] }));
    const withText = { ...rest, items: items.map((item): Item => (item.id === 'c' ? { id: 'c', type: 'text', text: 'c' } : item)) };
    assert.equal(score(withText, given({ a: 1, b: 1 })).bandWithheld, 'uniform', 'nor is one without a weight');
  });

  it('include a cut that a sum of decimals reaches except for rounding', () => {
    const tenths = { a: 0.7, b: 0.1, c: 0.1 };
    const cuts = [{ band: 'low', below: 0.8 }, { band: 'high' }];
    const rule: ScaleRule = { method: 'weighted', items: ['a', 'b', 'c'], weights: tenths, least: 3 };
    const scored = score(form({ total: { ...rule, bands: bands({ of: 'raw', cuts }) } }), given({ a: 1, b: 1, c: 4 }));
    assert.deepEqual([figures(scored.total)[0], scored.band], [0.8, 'high']);
  });

  it('name their method and their source', () => {
    const rule = bands({ source: 'Someone 2001', url: 'https://doi.org/10.0000/1' });
    const { provenance } = score(form({ total: { method: 'sum', items: ['a'], least: 1, bands: rule } }), given({}));
    assert.equal(
      provenance.method,
      'sum of 1 items, at least 1 answered; bands: placeholder, Someone 2001, https://doi.org/10.0000/1',
    );
  });
});

describe('the weight of an answer', () => {
  const rule: Scoring = { total: { method: 'sum', items: ['a', 'b', 'c'], least: 1 } };

  it('is none if it is no number of the item', () => {
    for (const value of [-1, 5, NaN, '3', true]) {
      const { total, missing } = score(form(rule), { answers: [answered('a', value as number), answered('b', 4)] });
      assert.deepEqual([missing, total?.status === 'scored' && total.answered], [['a', 'c'], 1], String(value));
    }
  });

  it('is none if all answers of the item have the same', () => {
    const same = [{ code: 'yes', text: 'Yes', value: 2 }, { code: 'no', text: 'No', value: 2 }];
    const plain = form(rule);
    const items: Item[] = [{ id: 'd', type: 'choice', text: 'd', choices: same }, ...plain.items];
    const weights = weightsOf({ ...plain, items }, { answers: [answered('d', 'yes'), answered('a', 1)] });
    assert.deepEqual([...weights.keys()], ['a', 'b', 'c']);
  });
});

describe('a total that needs every scale', () => {
  it('names the scales without a score', () => {
    const scale = (id: string): ScaleRule => ({ method: 'sum', items: [id], least: 1 });
    const rules: Scoring = { scales: { one: scale('a'), two: scale('b'), three: scale('c') }, total: { ...scale('a'), items: ['a', 'b', 'c'], everyScale: true } };
    const { total } = score(form(rules), given({ b: 1 }));
    assert.deepEqual(total, { status: 'insufficient', missing: ['a', 'c'], reason: 'no score for one, three' });
  });
});

describe('norms', () => {
  it('stay with their scale and their source', () => {
    const norms = { sd: 7.5, reliability: 0.8, mean: 40, n: 100, source: 'Jacobson & Truax 1991' };
    const instrument = form({ total: { method: 'sum', items: ['a', 'b'], least: 2, norms } }, true);
    assert.deepEqual(instrument.scoring!.total!.norms, norms);
    assert.equal(score(instrument, given({})).provenance.normed, true);
  });
});

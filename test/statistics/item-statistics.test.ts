import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { empathyChecklist } from '../../src/instruments/empathy-checklist.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import { itemStatistics, type ItemDescription } from '../../src/statistics/item-statistics.ts';
import { answered, byWeight, settled } from '../core/answers.ts';
import { intake } from '../core/fixtures/intake.ts';
import { completed, sessionOf } from '../core/fixtures/sessions.ts';
import { good, hasNothing, near, numbersIn, valueOf } from './near.ts';
import { left, record } from '../core/records.ts';

const mixed = settled(trust12);
const { items: lines } = mixed.scoring!.total!;
const byId = (items: ItemDescription[], id: string): ItemDescription => items.find(({ item }) => item === id)!;
const nothing = { blank: 0, declined: 0, unknown: 0, 'not-applicable': 0, 'not-asked': 0 };

describe('the statistics of items', () => {
  const weights = [5, 5, 4, 1, 2];
  const responses = [
    ...weights.map((weight) => record(mixed, byWeight(mixed, ['t01', 't04'], [weight, weight]))),
    record(mixed, { answers: [left('t01', 'declined'), left('t04', 'unknown')] }),
    record(mixed, { answers: [] }),
  ];
  const { items, sample, repeated } = good(itemStatistics(mixed, responses));

  it('describe every question in the instrument’s order', () => {
    assert.deepEqual(items.map(({ item }) => item), [...lines, 't-now', 't-help']);
    assert.deepEqual(sample, { used: 7, unfinished: 0, replaced: 0, double: 0, people: 7 });
    assert.deepEqual(repeated, []);
  });

  it('give mean, standard deviation, and the shares at both ends', () => {
    const { n, mean, sd, floor, ceiling } = byId(items, 't01');
    assert.equal(n, 5);
    near(valueOf(mean), 3.4);
    near(valueOf(sd), 1.816590);
    near(valueOf(floor), 0.2);
    near(valueOf(ceiling), 0.4);
  });

  it('reverse a reversed item, but show its answers before reversing', () => {
    const { reverse, mean, floor, ceiling, distribution } = byId(items, 't04');
    assert.equal(reverse, true);
    near(valueOf(mean), 2.6);
    near(valueOf(floor), 0.4);
    near(valueOf(ceiling), 0.2);
    assert.deepEqual(distribution, [
      { value: 'totally-disagree', count: 1 },
      { value: 'disagree', count: 1 },
      { value: 'in-between', count: 0 },
      { value: 'agree', count: 1 },
      { value: 'totally-agree', count: 2 },
    ]);
  });

  it('count the missing answers by reason', () => {
    assert.deepEqual(byId(items, 't01').missing, { ...nothing, declined: 1, blank: 1 });
    assert.deepEqual(byId(items, 't04').missing, { ...nothing, unknown: 1, blank: 1 });
    const client = settled(empathyChecklist);
    const checklist = good(itemStatistics(client, [record(client, { answers: [left('e13', 'not-applicable')] })]));
    assert.deepEqual(byId(checklist.items, 'e13').missing, { ...nothing, 'not-applicable': 1 });
  });

  it('give a reason instead of a missing figure', () => {
    const { mean, sd, floor, ceiling, n } = byId(items, 't02');
    assert.equal(n, 0);
    for (const figure of [mean, sd, floor, ceiling]) assert.deepEqual(figure, { ok: false, reason: 'no-answers' });
    const one = good(itemStatistics(mixed, [record(mixed, { answers: [answered('t-now', 0)] })]));
    const now = byId(one.items, 't-now');
    assert.deepEqual([valueOf(now.mean), valueOf(now.floor), valueOf(now.ceiling)], [0, 1, 0]);
    assert.deepEqual(now.sd, { ok: false, reason: 'one-answer' });
    assert.equal(now.distribution.length, 11);
    const text = byId(items, 't-help');
    for (const figure of [text.mean, text.sd]) assert.deepEqual(figure, { ok: false, reason: 'no-numbers' });
    assert.deepEqual(text.floor, { ok: false, reason: 'no-weights' });
    assert.deepEqual(text.distribution, []);
  });

  it('exist without any responses', () => {
    const none = good(itemStatistics(mixed, []));
    assert.equal(none.items.length, 14);
    assert.equal(none.sample.used, 0);
  });

  it('refuse responses to another form', () => {
    const result = itemStatistics(settled(trust12, { variant: 'intake' }), responses);
    assert.equal(result.ok, false);
  });

  describe('of every item type', () => {
    const session = sessionOf(intake, { given: [answered('last-goal', 'To sleep')] });
    session.answer('mood', ['middle']);
    session.answer('alone', [false]);
    session.answer('people', [4]);
    session.answer('weight', [70.5]);
    session.answer('helps', ['talk', 'rest']);
    session.answer('since', ['2025-03-01']);
    session.answer('more', ['Nothing more']);
    const filled = completed(session, { subject: 's1' });
    const alone = record(intake, { answers: [answered('alone', true), answered('weight', 60)] });
    const { items, repeated } = good(itemStatistics(intake, [filled, alone]));

    it('count each option, also if one answer has several', () => {
      assert.deepEqual(byId(items, 'helps').distribution, [
        { value: 'talk', count: 1 },
        { value: 'walk', count: 0 },
        { value: 'rest', count: 1 },
      ]);
      assert.deepEqual(byId(items, 'alone').distribution, [
        { value: true, count: 1 },
        { value: false, count: 1 },
      ]);
    });

    it('give the mean of free numbers, and floor and ceiling if they have bounds', () => {
      const { mean, sd, floor, distribution } = byId(items, 'weight');
      near(valueOf(mean), 65.25);
      near(valueOf(sd), 7.424621);
      assert.equal(valueOf(floor), 0);
      assert.deepEqual(distribution, []);
      const endless = {
        ...intake,
        items: intake.items.map((item) => (item.id === 'weight' ? { id: 'weight', type: 'decimal' as const, text: 'Weight' } : item)),
      };
      const open = byId(good(itemStatistics(endless, [filled, alone])).items, 'weight');
      assert.deepEqual([open.mean, open.sd], [mean, sd]);
      assert.deepEqual([open.floor, open.ceiling], [{ ok: false, reason: 'no-weights' }, { ok: false, reason: 'no-weights' }]);
    });

    it('distinguish not asked from blank', () => {
      assert.deepEqual(byId(items, 'people').missing, { ...nothing, 'not-asked': 1 });
      assert.deepEqual(byId(items, 'crowded').missing, { ...nothing, 'not-asked': 2 });
      assert.deepEqual(byId(items, 'trust').missing, { ...nothing, blank: 2 });
    });

    it('list questions in repeating groups, and omit hidden ones', () => {
      assert.ok(repeated.includes('name') && repeated.includes('was-answered'));
      assert.ok(!repeated.includes('old-question'));
      const ids = items.map(({ item }) => item);
      assert.ok(!ids.includes('last-goal') && !ids.includes('name') && !ids.includes('welcome') && !ids.includes('closing'));
    });

    it('contain no text that a person wrote', () => {
      assert.equal(byId(items, 'more').n, 1);
      assert.ok(!JSON.stringify(items).includes('Nothing more'));
    });
  });

  it('for random answers, add up and stay within the range', () => {
    const state = fc.constantFrom(1, 2, 3, 4, 5, 'blank', 'declined', 'unknown');
    const form = fc.array(state, { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(form, { maxLength: 12 }), (forms) => {
        const given = forms.map((states) => {
          const { answers } = byWeight(mixed, lines, states.map((one) => (typeof one === 'number' ? one : undefined)));
          const absent = lines.flatMap((id, at) => (states[at] === 'declined' || states[at] === 'unknown' ? left(id, states[at]) : []));
          return record(mixed, { answers: [...answers, ...absent] });
        });
        const result = good(itemStatistics(mixed, given));
        assert.ok(numbersIn(result).every(Number.isFinite) && !hasNothing(result));
        lines.forEach((id, at) => {
          const { n, missing, distribution, mean, sd, floor, ceiling } = byId(result.items, id);
          assert.equal(n + numbersIn(missing).reduce((a, b) => a + b, 0), forms.length);
          assert.equal(distribution.reduce((total, { count }) => total + count, 0), n);
          assert.equal(missing.declined, forms.filter((states) => states[at] === 'declined').length);
          assert.equal(mean.ok, n > 0);
          if (!mean.ok) return;
          assert.ok(mean.value >= 1 && mean.value <= 5);
          assert.ok(valueOf(floor) >= 0 && valueOf(floor) + valueOf(ceiling) <= 1 + 1e-12);
          assert.ok(!sd.ok || (sd.value >= 0 && sd.value <= 4));
        });
      }),
    );
  });
});

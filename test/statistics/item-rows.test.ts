import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readResponse } from '../../src/core/record/read-response.ts';
import { empathyChecklist } from '../../src/instruments/empathy-checklist.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import { whyTrust } from '../../src/instruments/why-trust.ts';
import { cronbachAlpha } from '../../src/statistics/cronbach-alpha.ts';
import { itemRows } from '../../src/statistics/item-rows.ts';
import { answered, byWeight, settled } from '../core/answers.ts';
import { good, near } from './near.ts';
import { left, record } from '../core/records.ts';

const mixed = settled(trust12);
const { items } = mixed.scoring!.total!;
const filledIn = (...weights: (number | undefined)[]) => byWeight(mixed, items, weights);
const first = [4, 4, 3, 2, 5, 2, 4, 3, 1, 4, 2, 5];

describe('the rows of a scale', () => {
  it('contain the weights after reversing, one column per item of the total', () => {
    const { rows, items: columns } = good(itemRows(mixed, [record(mixed, filledIn(...first))]));
    assert.deepEqual(columns, items);
    assert.deepEqual(rows, [[4, 4, 3, 4, 5, 4, 4, 3, 5, 4, 4, 5]]);
  });

  it('contain the items of one subscale', () => {
    const { rows, items: columns } = good(itemRows(mixed, [record(mixed, filledIn(...first))], 'safety'));
    assert.deepEqual(columns, ['t04', 't07', 't12']);
    assert.deepEqual(rows, [[4, 4, 5]]);
  });

  it('give the reason for each missing cell', () => {
    const { answers } = filledIn(...first.map((weight, at) => ([1, 4, 6].includes(at) ? undefined : weight)));
    const given = record(mixed, { answers: [...answers, left('t02', 'declined'), left('t05', 'unknown')] });
    assert.ok(readResponse(mixed, given).ok);
    const { rows } = good(itemRows(mixed, [given]));
    assert.deepEqual(rows[0]!.filter((cell) => typeof cell === 'string'), ['declined', 'unknown', 'blank']);

    const client = settled(empathyChecklist);
    const checklist = record(client, { answers: [left('e13', 'not-applicable'), answered('e11', 'partly')] });
    const listening = good(itemRows(client, [checklist], 'listening'));
    assert.deepEqual(listening.rows, [[1, 'blank', 'not-applicable', 'blank']]);
  });

  it('mark an item as not asked if its condition did not hold', () => {
    const scored = {
      ...mixed,
      items: mixed.items.map((item) =>
        item.id === 't02' ? { ...item, when: { item: 't01', op: '=' as const, value: 'agree' } } : item,
      ),
    };
    const low = record(scored, filledIn(2, undefined, 3, 2, 5, 2, 4, 3, 1, 4, 2, 5));
    const high = record(scored, filledIn(4, undefined, 3, 2, 5, 2, 4, 3, 1, 4, 2, 5));
    assert.deepEqual(good(itemRows(scored, [low, high])).rows.map((row) => row[1]), ['not-asked', 'blank']);
  });

  it('count each completed attempt once, and count the people', () => {
    const one = record(mixed, filledIn(...first), { subject: 's1' });
    const changed = record(mixed, filledIn(...first), { subject: 's1', replaces: one.id });
    const later = record(mixed, filledIn(...first), { subject: 's1' });
    const other = record(mixed, filledIn(...first), { subject: 's2' });
    const nameless = record(mixed, filledIn(...first));
    const { completedAt: _, ...begun } = record(mixed, filledIn(...first), { status: 'in-progress', replaces: later.id });
    const { rows, sample } = good(itemRows(mixed, [one, changed, later, other, nameless, begun]));
    assert.equal(rows.length, 4);
    assert.deepEqual(sample, { used: 4, unfinished: 1, replaced: 1, double: 0, people: 3 });
  });

  it('count a duplicated record once, and a replaced record never, even if duplicated', () => {
    const one = record(mixed, filledIn(...first));
    const changed = record(mixed, filledIn(...first), { replaces: one.id });
    const twice = good(itemRows(mixed, [changed, structuredClone(changed)]));
    assert.equal(twice.rows.length, 1);
    assert.deepEqual(twice.sample, { used: 1, unfinished: 0, replaced: 0, double: 1, people: 1 });
    const { sample } = good(itemRows(mixed, [one, changed, one]));
    assert.deepEqual(sample, { used: 1, unfinished: 0, replaced: 1, double: 1, people: 1 });
  });

  it('can be passed to alpha', () => {
    const people = [first, [3, 4, 3, 2, 4, 2, 4, 3, 2, 4, 1, 4], [2, 3, 1, 4, 2, 4, 2, 2, 4, 3, 3, 3], [5, 5, 4, 1, 5, 1, 5, 5, 1, 5, 1, 5]];
    const responses = [...people, [3, undefined]].map((weights) => record(mixed, filledIn(...weights)));
    const alpha = good(cronbachAlpha(good(itemRows(mixed, responses)).rows));
    assert.deepEqual([alpha.n, alpha.excluded, alpha.items], [4, 1, 12]);
    // Computed by the definition from the keyed weights.
    const keyed = people.map((row) => row.map((weight, at) => (['t04', 't06', 't09', 't11'].includes(items[at]!) ? 6 - weight! : weight!)));
    const variance = (values: number[]): number => {
      const middle = values.reduce((a, b) => a + b) / values.length;
      return values.reduce((total, value) => total + (value - middle) ** 2, 0) / (values.length - 1);
    };
    const own = items.reduce((total, _, at) => total + variance(keyed.map((row) => row[at]!)), 0);
    near(alpha.alpha, (12 / 11) * (1 - own / variance(keyed.map((row) => row.reduce((a, b) => a + b)))), 1e-12);
  });

  it('are refused for a scale that the instrument does not have', () => {
    for (const scale of ['warmth', 'toString']) {
      const unknown = itemRows(mixed, [], scale);
      assert.deepEqual(unknown, {
        ok: false,
        problems: [{ path: 'scale', code: 'one-of', message: 'Must be one of competence, integrity, reliability, safety' }],
      });
    }
    const noTotal = itemRows(settled(empathyChecklist), []);
    assert.equal(!noTotal.ok && noTotal.problems[0]!.message, 'Must be one of listening, validation, support');
    const noScales = itemRows(settled(whyTrust), []);
    assert.equal(!noScales.ok && noScales.problems[0]!.message, 'Must be one of none: it has no scales');
  });

  it('are refused if a response is to another form', () => {
    const positive = settled(trust12, { keying: 'positive' });
    const good = record(mixed, filledIn(...first));
    const other = record(positive, { answers: [] });
    const older = record({ ...mixed, version: '0.9.0' }, { answers: [] });
    const foreign = record({ ...mixed, id: 'trust-99' }, { answers: [] });
    const more = record({ ...mixed, options: { ...mixed.options, mode: 'video' } }, { answers: [] });
    const result = itemRows(mixed, [good, other, older, foreign, more]);
    assert.deepEqual(!result.ok && result.problems.map(({ path }) => path), [
      'responses[1].instrument.options.keying',
      'responses[2].instrument.version',
      'responses[3].instrument.id',
      'responses[4].instrument.options.mode',
    ]);
    const many = itemRows(mixed, Array.from({ length: 50 }, () => foreign));
    assert.equal(!many.ok && many.problems.length, 20);
  });

  it('treat a value outside the options of the item as blank', () => {
    const { rows } = good(itemRows(mixed, [record(mixed, { answers: [answered('t04', 'perhaps')] })], 'safety'));
    assert.deepEqual(rows, [['blank', 'blank', 'blank']]);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { resultWords } from '../../src/core/scoring/result-words.ts';
import { score } from '../../src/core/scoring/score.ts';
import type { Instrument, ScaleRule } from '../../src/core/instrument/instrument.ts';
import type { Answer } from '../../src/core/record/response.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import { byWeight, settled } from './answers.ts';

const mixed = settled(trust12);
const positive = settled(trust12, { keying: 'positive' });
const lines = mixed.scoring!.total!.items;

/** For every line, a weight from 1 to 5 or none. */
const weights = fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 8 }), {
  minLength: 12,
  maxLength: 12,
});

/** Items of unequal ranges and directions under one rule. */
const form = fc.record({
  spans: fc.array(
    fc.record({ min: fc.integer({ min: 0, max: 5 }), span: fc.integer({ min: 1, max: 20 }), reverse: fc.boolean() }),
    { minLength: 1, maxLength: 8 },
  ),
  method: fc.constantFrom<ScaleRule['method']>('mean', 'sum', 'percent'),
});

interface Form {
  spans: { min: number; span: number; reverse: boolean }[];
  method: ScaleRule['method'];
}

const build = ({ spans, method }: Form): Instrument => ({
  ...mixed,
  items: spans.map(({ min, span, reverse }, index) => ({
    id: `q${index}`,
    type: 'rating' as const,
    text: '',
    minText: '',
    maxText: '',
    min,
    max: min + span,
    reverse,
  })),
  scoring: { total: { method, least: 1, items: spans.map((_, index) => `q${index}`) } },
});

const numbersIn = (data: unknown): number[] =>
  typeof data === 'number' ? [data] : typeof data === 'object' && data ? Object.values(data).flatMap(numbersIn) : [];

describe('score', () => {
  it('does not depend on the order of the answers', () => {
    fc.assert(
      fc.property(weights, fc.infiniteStream(fc.nat()), (given, dice) => {
        const { answers } = byWeight(mixed, lines, given);
        const keys = new Map(answers.map((answer) => [answer, dice.next().value as number]));
        const shuffled = [...answers].sort((a, b) => keys.get(a)! - keys.get(b)!);
        assert.deepEqual(score(mixed, { answers: shuffled }), score(mixed, { answers }));
        assert.deepEqual(resultWords(mixed, { answers: shuffled }), resultWords(mixed, { answers }));
      }),
    );
  });

  it('is within its range, whatever is missing and however different the items are', () => {
    fc.assert(
      fc.property(form, fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }))), ({ spans, method }, parts) => {
        const instrument = build({ spans, method });
        const answers = spans.flatMap(({ min, span }, index): Answer[] => {
          const part = parts[index];
          return typeof part === 'number'
            ? [{ item: `q${index}`, state: 'answered', values: [min + Math.round(part * span)] }]
            : [];
        });
        const { total } = score(instrument, { answers });
        if (total?.status !== 'scored') return assert.equal(answers.length, 0);
        assert.ok(total.min < total.max);
        assert.ok(total.raw >= total.min - 1e-9 && total.raw <= total.max + 1e-9);
        assert.ok(total.pomp >= 0 && total.pomp <= 100);
        assert.ok(Math.abs((100 * (total.raw - total.min)) / (total.max - total.min) - total.pomp) < 1e-9);
      }),
    );
  });

  it('is the same for positive lines, and for mixed lines with the opposite answers to reversed lines', () => {
    fc.assert(
      fc.property(weights, (given) => {
        const turned = given.map((weight, index) =>
          weight && ['t04', 't06', 't09', 't11'].includes(lines[index]!) ? 6 - weight : weight,
        );
        const one = score(positive, byWeight(positive, positive.scoring!.total!.items, given));
        const other = score(mixed, byWeight(mixed, lines, turned));
        assert.equal(one.status, other.status);
        for (const scale of ['competence', 'integrity', 'reliability', 'safety']) {
          const [a, b] = [one.scales[scale]!, other.scales[scale]!];
          assert.deepEqual(a.status === 'scored' ? a : a.reason, b.status === 'scored' ? b : b.reason);
        }
        if (one.total?.status === 'scored') assert.deepEqual(one.total, other.total);
      }),
    );
  });

  it('rises with an answer that means more trust', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 12, maxLength: 12 }),
        fc.nat(11),
        (given, which) => {
          const at = (more: number) =>
            score(
              positive,
              byWeight(
                positive,
                positive.scoring!.total!.items,
                given.map((w, i) => (i === which ? w + more : w)),
              ),
            ).total;
          const [before, after] = [at(0), at(1)];
          assert.ok(before?.status === 'scored' && after?.status === 'scored' && after.raw > before.raw);
        },
      ),
    );
  });

  it('never throws and never gives NaN, for any answers', () => {
    const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constantFrom('agree', 'disagree', '__proto__'));
    const answer: fc.Arbitrary<Answer> = fc.oneof(
      fc.record({
        item: fc.oneof(fc.constantFrom(...lines, 't-now', 't-help', 'nothing'), fc.string()),
        state: fc.constant('answered' as const),
        values: fc.array(value),
      }),
      fc.record({ item: fc.constantFrom(...lines), state: fc.constantFrom('declined', 'unknown', 'not-applicable') }),
    );
    fc.assert(
      fc.property(fc.array(answer), (answers) => {
        const scored = score(mixed, { answers });
        assert.ok(numbersIn(scored).every(Number.isFinite));
        assert.ok(resultWords(mixed, { answers }).kind);
      }),
    );
  });

  it('has no weight for an item that was left out', () => {
    fc.assert(
      fc.property(fc.nat(11), fc.constantFrom('declined', 'unknown', 'not-applicable'), (which, state) => {
        const { answers } = byWeight(
          mixed,
          lines,
          lines.map(() => 4),
        );
        const blank = answers.filter((_, index) => index !== which);
        const left = answers.map((answer, index): Answer => (index === which ? { item: answer.item, state } : answer));
        assert.deepEqual(score(mixed, { answers: left }), score(mixed, { answers: blank }));
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import { defineInstrument } from '../../src/core/instrument/define-instrument.ts';
import type { Instrument, ScaleRule } from '../../src/core/instrument/instrument.ts';
import type { Answer } from '../../src/core/record/response.ts';
import { score, type Score } from '../../src/core/scoring/score.ts';
import { answered, settled } from './answers.ts';
import { ownLicence } from './fixtures/own-licence.ts';

/** An item with its own range, its weight in the sum, and the position of its answer in the range, from 0 to 1. */
interface Line {
  low: number;
  span: number;
  reverse: boolean;
  weight: number;
  part: number | undefined;
}

type Rule = Pick<ScaleRule, 'method' | 'missing'>;

const line = (low: fc.Arbitrary<number>): fc.Arbitrary<Line> =>
  fc.record({
    low,
    span: fc.integer({ min: 1, max: 20 }),
    reverse: fc.boolean(),
    weight: fc.double({ min: -10, max: 10, noNaN: true }).filter((weight) => Math.abs(weight) > 1e-3),
    part: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined, freq: 4 }),
  });

const method = fc.constantFrom<ScaleRule['method']>('mean', 'sum', 'percent', 'weighted');
const lines = fc.array(line(fc.integer({ min: -5, max: 5 })), { minLength: 1, maxLength: 8 });
/** Items that can be zero, under a rule that may count missing answers as zero. */
const linesWithZero = fc.array(line(fc.constant(0)), { minLength: 1, maxLength: 8 });
const missing = fc.constantFrom<NonNullable<ScaleRule['missing']>>('mean', 'zero');

const ruleOf = (lines: Line[], { method, missing }: Rule): ScaleRule => ({
  method,
  ...(missing && { missing }),
  items: lines.map((_, index) => `q${index}`),
  ...(method === 'weighted' && { weights: Object.fromEntries(lines.map(({ weight }, index) => [`q${index}`, weight])) }),
  least: 1,
});

/** Ratings have no decimals, so each item is a list of choices with weights from its lowest to its highest. */
function form(lines: Line[], rule: Rule): Instrument {
  const definition: InstrumentDefinition = {
    schema: 1,
    id: 'any',
    version: '1.0.0',
    language: 'en',
    title: 'Placeholder',
    audience: 'client',
    licence: ownLicence,
    normed: false,
    scales: {},
    absent: {},
    items: lines.map(({ low, span, reverse }, index) => ({
      id: `q${index}`,
      type: 'choice',
      text: `Item ${index}`,
      reverse,
      choices: Array.from({ length: span + 1 }, (_, step) => ({
        code: `c${step}`,
        text: `Option ${step}`,
        value: low + step,
      })),
    })),
    scoring: { scales: { part: ruleOf(lines, rule) }, total: ruleOf(lines, rule) },
  };
  return settled(defineInstrument(definition));
}

const stepOf = ({ part, span }: Line): number => Math.round(part! * span);

const answersTo = (lines: Line[], turned?: number): Answer[] =>
  lines.flatMap((line, index) => {
    if (line.part === undefined) return [];
    const step = stepOf(line);
    return answered(`q${index}`, `c${index === turned ? line.span - step : step}`);
  });

const scoreOf = (lines: Line[], rule: Rule, answers = answersTo(lines)): Score => score(form(lines, rule), { answers });

const numbersIn = (data: unknown): number[] =>
  typeof data === 'number' ? [data] : typeof data === 'object' && data ? Object.values(data).flatMap(numbersIn) : [];

function scoredTotal(scored: Score) {
  const { total } = scored;
  return total?.status === 'scored' ? total : undefined;
}

const near = (a: number, b: number, than = 1e-8): void => assert.ok(Math.abs(a - b) <= than, `${a} is not ${b}`);

describe('for every rule', () => {
  const anyRule = fc.oneof(
    fc.record({ lines, rule: fc.record({ method, missing: fc.constant('mean' as const) }) }),
    fc.record({ lines: linesWithZero, rule: fc.record({ method, missing }) }),
  );

  it('a score is within its range, and its 0-100 form is the same score', () => {
    fc.assert(
      fc.property(anyRule, ({ lines, rule }) => {
        const total = scoredTotal(scoreOf(lines, rule));
        if (!total) return assert.deepEqual(answersTo(lines), []);
        const { raw, min, max, pomp } = total;
        assert.ok(min < max && raw >= min && raw <= max && pomp >= 0 && pomp <= 100, JSON.stringify(total));
        near((100 * (raw - min)) / (max - min), pomp, 1e-6);
      }),
    );
  });

  it('the highest score equals the highest possible one, to the last digit', () => {
    const line = { low: 0, reverse: false, part: 0 };
    const lines = [
      { ...line, span: 15, weight: -3.6567981023260248 },
      { ...line, span: 11, weight: 0.2298399825267723, reverse: true },
      { ...line, span: 13, weight: -0.0012990230190972343 },
    ];
    const { raw, max } = scoredTotal(scoreOf(lines, { method: 'weighted', missing: 'mean' }))!;
    assert.equal(raw, max);
  });

  it('every figure has a value', () => {
    fc.assert(
      fc.property(anyRule, ({ lines, rule }) => {
        assert.ok(numbersIn(scoreOf(lines, rule)).every(Number.isFinite));
      }),
    );
  });

  it('the order of the answers does not matter', () => {
    fc.assert(
      fc.property(anyRule, fc.infiniteStream(fc.nat()), ({ lines, rule }, dice) => {
        const answers = answersTo(lines);
        const keys = new Map(answers.map((answer) => [answer, dice.next().value as number]));
        const shuffled = [...answers].sort((a, b) => keys.get(a)! - keys.get(b)!);
        assert.deepEqual(scoreOf(lines, rule, shuffled), scoreOf(lines, rule, answers));
      }),
    );
  });

  it('the order of the items does not matter, except for the last digits', () => {
    fc.assert(
      fc.property(anyRule, ({ lines, rule }) => {
        const [one, other] = [lines, [...lines].reverse()].map((lines) => scoredTotal(scoreOf(lines, rule)));
        assert.equal(!one, !other);
        if (one && other) near(one.raw, other.raw);
        if (one && other) near(one.pomp, other.pomp);
      }),
    );
  });

  it('a reversed item with the opposite answer counts the same', () => {
    fc.assert(
      fc.property(anyRule, fc.nat(7), ({ lines, rule }, which) => {
        const at = which % lines.length;
        const turned = lines.map((line, index) => (index === at ? { ...line, reverse: !line.reverse } : line));
        assert.deepEqual(scoreOf(turned, rule, answersTo(turned, at)), scoreOf(lines, rule));
      }),
    );
  });

  it('a higher answer raises the score, unless the item is reversed or subtracts', () => {
    fc.assert(
      fc.property(anyRule, fc.nat(7), ({ lines, rule }, which) => {
        const at = which % lines.length;
        const upwards = [0, 1].map((part) => lines.map((line, index) => (index === at ? { ...line, part } : line)));
        const [low, high] = upwards.map((lines) => scoredTotal(scoreOf(lines, rule))!.raw);
        const { reverse, weight } = lines[at]!;
        const isAgainst = reverse !== (rule.method === 'weighted' && weight < 0);
        assert.ok(isAgainst ? high! < low! : high! > low!, `${low} ${high}`);
      }),
    );
  });

  it('a subscale is scored by the same rule as a total', () => {
    fc.assert(
      fc.property(anyRule, ({ lines, rule }) => {
        const { scales, total } = scoreOf(lines, rule);
        assert.deepEqual(scales.part, total);
      }),
    );
  });
});

describe('different methods', () => {
  it('a sum equals the mean times the number of items if none is missing, and a weighted sum with weights of 1', () => {
    fc.assert(
      fc.property(lines, (lines) => {
        const full = lines.map((line) => ({ ...line, part: line.part ?? 0.5, weight: 1 }));
        const [sum, mean, weighted] = (['sum', 'mean', 'weighted'] as const).map(
          (method) => scoredTotal(scoreOf(full, { method }))!.raw,
        );
        const added = full.reduce((sum, line) => {
          const value = line.low + stepOf(line);
          return sum + (line.reverse ? 2 * line.low + line.span - value : value);
        }, 0);
        near(sum!, added);
        near(mean!, added / full.length);
        near(weighted!, added);
      }),
    );
  });

  it('a common factor of all weights changes the unit, not the 0-100 form', () => {
    fc.assert(
      fc.property(lines, fc.double({ min: 0.01, max: 100, noNaN: true }), (lines, times) => {
        const more = lines.map((line) => ({ ...line, weight: line.weight * times }));
        const [one, other] = [lines, more].map((lines) => scoredTotal(scoreOf(lines, { method: 'weighted' })));
        if (!one || !other) return assert.equal(one, other);
        near(one.pomp, other.pomp, 1e-6);
        near(one.raw * times, other.raw, 1e-6);
      }),
    );
  });

  it('a negative weight equals the reversed item', () => {
    fc.assert(
      fc.property(lines, fc.nat(7), (lines, which) => {
        const at = which % lines.length;
        const other = lines.map((line, index) =>
          index === at ? { ...line, weight: -line.weight, reverse: !line.reverse } : line,
        );
        const [a, b] = [lines, other].map((lines) => scoredTotal(scoreOf(lines, { method: 'weighted' })));
        if (a && b) near(a.pomp, b.pomp);
        assert.equal(!a, !b);
      }),
    );
  });

  it('without missing answers the rule for missing answers does not matter', () => {
    fc.assert(
      fc.property(linesWithZero, method, (lines, method) => {
        const full = lines.map((line) => ({ ...line, part: line.part ?? 0.5 }));
        const [zero, mean] = (['zero', 'mean'] as const).map((missing) => scoreOf(full, { method, missing }).total);
        assert.deepEqual(zero, mean);
      }),
    );
  });

  it('under the rule `zero` a missing answer counts the same as an answer of zero', () => {
    fc.assert(
      fc.property(linesWithZero, method, (given, method) => {
        // For a reversed item, an answer of zero counts most.
        const lines = given.map((line) => ({ ...line, reverse: false }));
        const filled = lines.map((line) => ({ ...line, part: line.part ?? 0 }));
        const missing = scoredTotal(scoreOf(lines, { method, missing: 'zero' }));
        if (!missing) return;
        assert.equal(missing.raw, scoredTotal(scoreOf(filled, { method, missing: 'zero' }))!.raw);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { optionsOf, readValues, valueText } from '../../src/core/instrument/value.ts';
import { typeOf } from '../../src/core/item-types/index.ts';
import type { Instrument, Item, SliderItem, TextItem, TimeItem } from '../../src/core/instrument/instrument.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import { score, weightsOf } from '../../src/core/scoring/score.ts';
import { perspectiveGap } from '../../src/core/change/perspective-gap.ts';
import { itemStatistics } from '../../src/statistics/item-statistics.ts';
import { answered, settled } from './answers.ts';
import { intake } from './fixtures/intake.ts';
import { sessionOf } from './fixtures/sessions.ts';

const slider = (more: Partial<SliderItem> = {}): SliderItem => ({
  id: 's', type: 'slider', text: 'How much?', min: 0, max: 10, minText: 'None', maxText: 'All', ...more,
});
const time = (more: Partial<TimeItem> = {}): TimeItem => ({ id: 't', type: 'time', text: 'When?', ...more });
const text = (more: Partial<TextItem> = {}): TextItem => ({ id: 'w', type: 'text', text: 'What?', ...more });
const read = (item: Item, ...input: unknown[]) => readValues(intake, item, input);
const asking = (...items: Item[]): Instrument => ({ ...intake, items });
const defining = (...items: unknown[]) => readDefinition({ ...intake, options: {}, items });
const problemsOf = (...items: unknown[]): string[] => {
  const taken = defining(...items);
  return taken.ok ? [] : taken.problems.map(({ path, code }) => `${path} ${code}`);
};

describe('a time', () => {
  it('can be every minute of the day, and nothing else', () => {
    for (let minute = 0; minute < 24 * 60; minute++) {
      const value = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
      assert.deepEqual(read(time(), value), [value]);
    }
    for (const value of ['24:00', '9:30', '09:60', '09:30 ', '09.30', '9', '', 930, true, ['09:30'], '09:30:00', '٠٩:٣٠']) {
      assert.equal(read(time(), value), 'of-its-type', String(value));
    }
  });

  it('always has seconds if the item asks for them', () => {
    assert.deepEqual(read(time({ seconds: true }), '23:59:59'), ['23:59:59']);
    for (const value of ['23:59', '23:59:60', '23:59:5', 'at 09:30']) assert.equal(read(time({ seconds: true }), value), 'of-its-type');
  });

  it('is between min and max', () => {
    const item = time({ min: '08:30', max: '17:00' });
    for (const value of ['08:30', '12:00', '17:00']) assert.deepEqual(read(item, value), [value]);
    assert.equal(read(item, '08:29'), 'min-or-more');
    assert.equal(read(item, '17:01'), 'max-or-less');
  });

  it('is compared by the time of day in a condition', () => {
    const session = sessionOf(asking(time(), { ...text(), when: { item: 't', op: '>=', value: '22:00' } }));
    const shown = (): string[] => session.current.instances.map(({ key }) => key);
    session.answer('t', ['21:59']);
    assert.deepEqual(shown(), ['t']);
    session.answer('t', ['22:00']);
    assert.deepEqual(shown(), ['t', 'w']);
  });

  it('is defined with limits that are times, in order and in the same form as the answers', () => {
    assert.deepEqual(problemsOf({ ...time(), min: ['09:30'] }), ['items[0].min time']);
    assert.deepEqual(problemsOf(time({ min: '08:00', max: '09:00' })), []);
    assert.deepEqual(problemsOf(time({ min: '08:00:00', max: '09:00:30', seconds: true })), []);
    assert.deepEqual(problemsOf(time({ min: '8' })), ['items[0].min time']);
    assert.deepEqual(problemsOf(time({ min: '09:00', max: '08:00' })), ['items[0] in-order']);
    assert.deepEqual(problemsOf(time({ min: '08:00', seconds: true })), ['items[0].min written-like-the-answers']);
    assert.deepEqual(problemsOf(time({ max: '08:00:00' })), ['items[0].max written-like-the-answers']);
  });
});

describe('a text', () => {
  it('has at least `minLength` characters', () => {
    const item = text({ minLength: 3, maxLength: 5 });
    assert.equal(read(item, 'ab'), 'min-length-or-more');
    assert.deepEqual(read(item, 'abc'), ['abc']);
    assert.deepEqual(read(item, 'abcde'), ['abcde']);
    assert.equal(read(item, 'abcdef'), 'max-length-or-less');
  });

  it('with a format can be any text, also one that does not look like the format', () => {
    for (const format of ['name', 'email', 'tel', 'address-line'] as const) {
      assert.deepEqual(read(text({ format }), 'not an address'), ['not an address']);
      assert.deepEqual(problemsOf(text({ format })), []);
    }
    assert.deepEqual(problemsOf({ ...text(), format: 'url' }), ['items[0].format one-of']);
  });

  it('is defined with a minimum length that is not above the maximum', () => {
    assert.deepEqual(problemsOf(text({ minLength: 5, maxLength: 5 })), []);
    assert.deepEqual(problemsOf(text({ minLength: 6, maxLength: 5 })), ['items[0].maxLength in-order']);
  });
});

describe('a rating', () => {
  const rating = (min: number, max: number): Item => ({ id: 'r', type: 'rating', text: 'How much?', min, max, minText: 'None', maxText: 'All' });

  it('has at most 1,000 numbers', () => {
    assert.deepEqual(problemsOf(rating(0, 10)), []);
    assert.deepEqual(problemsOf(rating(1, 1000)), []);
    assert.deepEqual(problemsOf(rating(900, 1899)), []);
    assert.deepEqual(problemsOf(rating(0, 1000)), ['items[0] within-the-limit']);
  });

  it('contains a number, like a slider', () => {
    for (const item of [rating(0, 10), slider()]) assert.equal(typeOf(item).holds, 'number');
  });
});

describe('a choice of several answers', () => {
  it('has no weight', () => {
    const item: Item = { id: 'c', type: 'choice', text: 'Which?', choices: [{ code: 'a', text: 'A', value: 1 }, { code: 'b', text: 'B', value: 2 }], multiple: true };
    const weights = (instrument: Instrument) => [...weightsOf(instrument, { answers: [answered('c', 'a')] }).keys()];
    assert.deepEqual(weights(asking(item)), []);
    assert.deepEqual(weights(asking({ ...item, multiple: false })), ['c']);
  });
});

describe('the problem of a value that is written in another way', () => {
  const messageOf = (item: unknown): string => {
    const taken = defining(item);
    return taken.ok ? '' : taken.problems[0]!.message;
  };
  const common = { id: 'v', text: 'What?' };

  it('says how it is written, or how much there can be', () => {
    assert.match(messageOf({ ...common, type: 'date', min: 'today' }), /YYYY-MM-DD/);
    assert.match(messageOf({ ...common, type: 'dateTime', min: 'now' }), /in ISO 8601 with offset/);
    assert.match(messageOf({ ...common, type: 'time', min: 'noon' }), /HH:MM or HH:MM:SS/);
    assert.match(messageOf({ ...common, type: 'decimal', decimals: 21 }), /of 20 decimal places/);
    assert.match(messageOf({ ...common, type: 'rating', min: 0, max: 1000, minText: 'a', maxText: 'b' }), /of 1000 values/);
  });

  it('is about a limit of a number too', () => {
    for (const name of ['min', 'max']) assert.deepEqual(problemsOf({ ...common, type: 'decimal', [name]: '1' }), [`items[0].${name} number`]);
  });
});

describe('a slider', () => {
  it('accepts the numbers on its steps, and no others', () => {
    const steps = fc.record({ min: fc.integer({ min: -50, max: 50 }), count: fc.integer({ min: 1, max: 100 }), step: fc.constantFrom(0.1, 0.25, 0.5, 1, 2, 5) });
    fc.assert(
      fc.property(steps, fc.nat(100), ({ min, count, step }, nth) => {
        const exact = (value: number): number => +value.toFixed(6);
        const item = slider({ min, max: exact(min + count * step), step });
        assert.deepEqual(problemsOf(item), []);
        const value = exact(min + Math.min(nth, count) * step);
        assert.deepEqual(read(item, value), [value === 0 ? 0 : value]);
        assert.equal(read(item, exact(value + step / 3)), value < item.max ? 'on-a-step' : 'max-or-less');
        assert.equal(read(item, exact(min - step)), 'min-or-more');
        assert.equal(read(item, exact(item.max + step)), 'max-or-less');
      }),
    );
    for (const value of ['5', NaN, Infinity, true, undefined]) assert.equal(read(slider(), value), 'of-its-type');
    assert.deepEqual([1e-6, 0.9e-6].map((value) => read(slider(), value)), ['on-a-step', [0.9e-6]], 'rounding errors are smaller than a millionth of a step');
  });

  it('is unanswered until the person answers: the initial position of its handle is in no record', () => {
    const session = sessionOf(asking(slider()));
    assert.deepEqual(session.current.blank, ['s']);
    assert.deepEqual(session.complete().answers, []);
    session.answer('s', [5]);
    assert.deepEqual(session.current.response.answers, [answered('s', 5)]);
    session.clear('s');
    assert.deepEqual(session.current.response.answers, []);
    assert.equal(session.current.pristine, true);
  });

  it('has its number as weight, and is reversed if the item is reversed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), fc.boolean(), (value, reverse) => {
        const weight = weightsOf(asking(slider({ reverse })), { answers: [answered('s', value)] }).get('s');
        assert.deepEqual(weight, { low: 0, high: 10, weight: value, keyed: reverse ? 10 - value : value });
      }),
    );
    const scored = { ...asking(slider()), scoring: { total: { method: 'mean' as const, items: ['s'], least: 1 } } };
    const { total } = score(scored, { answers: [answered('s', 7)] });
    assert.equal(total?.status === 'scored' && total.pomp, 70);
  });

  it('shows a number with its label', () => {
    const item = slider({ labels: [{ value: 0, text: 'no pain' }] });
    assert.equal(valueText(intake, item, 0), '0, no pain');
    assert.equal(valueText(intake, item, 1), '1');
    assert.equal(valueText(intake, slider(), 0), '0');
    assert.equal(valueText(intake, slider({ unit: 'mm' }), 3), '3 mm');
    assert.deepEqual(optionsOf(intake, item), []);
  });

  it('is defined with whole steps, and labels for possible numbers', () => {
    assert.deepEqual(problemsOf(slider({ max: 1, step: 0.1 })), []);
    assert.deepEqual(problemsOf({ ...slider(), reverse: 'yes' }), ['items[0].reverse one-of']);
    assert.deepEqual(problemsOf(slider({ step: 3 })), ['items[0].max whole-steps-from-min']);
    assert.deepEqual(problemsOf(slider({ step: 0 })), ['items[0].step number']);
    assert.deepEqual(problemsOf(slider({ min: 10 })), ['items[0] in-order']);
    const labels = (...values: number[]) => slider({ labels: values.map((value) => ({ value, text: 'x' })) });
    assert.deepEqual(problemsOf(labels(0, 10)), []);
    assert.deepEqual(problemsOf(labels(-1)), ['items[0].labels[0].value a-possible-number-once']);
    assert.deepEqual(problemsOf(labels(11)), ['items[0].labels[0].value a-possible-number-once']);
    assert.deepEqual(problemsOf(labels(0.5)), ['items[0].labels[0].value a-possible-number-once']);
    assert.deepEqual(problemsOf(labels(3, 3)), ['items[0].labels[1].value a-possible-number-once']);
  });

  it('is compared between two people with its labels, without a distance in steps', () => {
    const definition = { ...intake, options: {}, items: [slider({ labels: [{ value: 0, text: 'none' }] })] };
    const record = (author: 'client' | 'therapist', value: number) => {
      const session = sessionOf(settled(definition));
      session.answer('s', [value]);
      session.setDetails({ author } as never);
      return session.complete();
    };
    const gap = perspectiveGap(definition, [record('client', 0), record('therapist', 4)]);
    assert.ok(gap.ok);
    const [line] = gap.lines;
    assert.deepEqual([line!.outcome, line!.options], ['differ', []]);
    assert.deepEqual(line!.sides.map((side) => side.text), ['0, none', '4']);
  });

  it('is described by its mean and by the shares at both ends', () => {
    const instrument = asking(slider());
    const responses = [0, 4, 10].map((value) => {
      const session = sessionOf(instrument);
      session.answer('s', [value]);
      const taken = readResponse(instrument, JSON.parse(JSON.stringify(session.complete())));
      assert.ok(taken.ok);
      return { ...taken.response, id: `r${value}` };
    });
    const statistics = itemStatistics(instrument, responses);
    assert.ok(statistics.ok);
    const [described] = statistics.items;
    assert.deepEqual(described!.distribution, []);
    assert.ok(described!.mean.ok && Math.abs(described!.mean.value - 14 / 3) < 1e-9);
    assert.ok(described!.floor.ok && Math.abs(described!.floor.value - 1 / 3) < 1e-9);
  });
});

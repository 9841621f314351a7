import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFieldValues as readValues } from '../../src/core/instrument/field-values.ts';
import { valueText } from '../../src/core/instrument/value.ts';
import type { ChoiceItem, DateTimeItem, DecimalItem, FileItem, Instrument, Item, QuantityItem, UrlItem, Value } from '../../src/core/instrument/instrument.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { limits } from '../../src/core/plain-data/limits.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import { score } from '../../src/core/scoring/score.ts';
import { answered } from './answers.ts';
import { intake } from './fixtures/intake.ts';
import { sessionOf } from './fixtures/sessions.ts';

const common = { id: 'v', text: 'What?' };
const moment = (more: Partial<DateTimeItem> = {}): DateTimeItem => ({ ...common, type: 'dateTime', ...more });
const address = (more: Partial<UrlItem> = {}): UrlItem => ({ ...common, type: 'url', ...more });
const quantity = (more: Partial<QuantityItem> = {}): QuantityItem => ({ ...common, type: 'quantity', ...more });
const file = (more: Partial<FileItem> = {}): FileItem => ({ ...common, type: 'file', ...more });
const choices = [
  { code: 'tea', text: 'Tea', value: 1 },
  { code: 'milk', text: 'Milk', value: 2 },
  { code: 'none', text: 'Nothing', value: 3, exclusive: true as const },
];
const choice = (more: Partial<ChoiceItem> = {}): ChoiceItem => ({ ...common, type: 'choice', choices, ...more });

const UCUM = 'http://unitsofmeasure.org';
const mg = { text: 'mg', system: UCUM, code: 'mg' };
const g = { text: 'g', system: UCUM, code: 'g' };
const milligrams = (value: number) => ({ value, unit: 'mg', system: UCUM, code: 'mg' });
const grams = (value: number) => ({ value, unit: 'g', system: UCUM, code: 'g' });
const letter = { name: 'letter.pdf', type: 'application/pdf', size: 1024, sha256: 'a'.repeat(64) };

const read = (item: Item, ...input: unknown[]) => readValues(intake, item, input);
const asking = (...items: Item[]): Instrument => ({ ...intake, items });
const problemsOf = (...items: unknown[]): string[] => {
  const taken = readDefinition({ ...intake, options: {}, items });
  return taken.ok ? [] : taken.problems.map(({ path, code }) => `${path} ${code}`);
};
/** Whether a second item is asked after this answer to the first. */
const asks = (item: Item, value: Value, when: { op: '=' | '!=' | '>' | '>=' | '<' | '<='; value: Value }): boolean => {
  const session = sessionOf(asking(item, { id: 'next', type: 'text', text: 'More?', when: { item: 'v', ...when } }));
  assert.ok(session.answer('v', [value]).ok);
  return session.current.instances.length > 1;
};

describe('a date with a time', () => {
  it('has an offset, and may leave out its seconds', () => {
    for (const value of ['2026-11-29T10:00:00+01:00', '2026-11-29T10:00Z', '2026-11-29T10:00:00.5-05:30']) {
      assert.deepEqual(read(moment(), value), [value]);
    }
    for (const value of ['2026-11-29', '2026-11-29T10:00', '2026-02-30T10:00Z', '2026-11-29T24:00Z', '2026-11-29 10:00Z', 5, {}]) {
      assert.equal(read(moment(), value), 'of-its-type', String(value));
    }
  });

  it('is compared with its limits, and in a condition, as an instant', () => {
    const item = moment({ min: '2026-11-29T10:00:00+01:00', max: '2026-11-29T12:00:00+01:00' });
    assert.deepEqual(read(item, '2026-11-29T09:00Z'), ['2026-11-29T09:00Z']);
    assert.equal(read(item, '2026-11-29T09:59+01:00'), 'min-or-more');
    assert.equal(read(item, '2026-11-29T11:01Z'), 'max-or-less');
    assert.equal(asks(moment(), '2026-11-29T11:00+05:00', { op: '<', value: '2026-11-29T10:00Z' }), true);
    assert.equal(asks(moment(), '2026-11-29T09:00-05:00', { op: '<', value: '2026-11-29T10:00Z' }), false);
  });

  it('can be the same instant as its limits', () => {
    const item = moment({ min: '2026-03-01T10:00:00Z', max: '2026-03-01T10:00:00Z' });
    assert.deepEqual(read(item, '2026-03-01T11:00:00+01:00'), ['2026-03-01T11:00:00+01:00']);
  });

  it('is defined with limits in order', () => {
    assert.deepEqual(problemsOf(moment({ min: '2026-11-29T10:00+05:00', max: '2026-11-29T09:00Z' })), []);
    assert.deepEqual(problemsOf(moment({ min: '2026-11-29T09:00Z', max: '2026-11-29T10:00+05:00' })), ['items[0] in-order']);
    assert.deepEqual(problemsOf(moment({ min: '2026-11-29' })), ['items[0].min moment']);
  });
});

describe('an address', () => {
  it('is absolute and has no spaces', () => {
    for (const value of ['https://example.org/a?b#c', 'urn:uuid:1', 'mailto:a@example.org']) assert.deepEqual(read(address(), value), [value]);
    for (const value of ['example.org', '//example.org', '/path', 'https://exa mple.org', 'https:', 7]) {
      assert.equal(read(address(), value), 'of-its-type', String(value));
    }
  });

  it('has the length that the item allows', () => {
    const item = address({ minLength: 10, maxLength: 12 });
    assert.equal(read(item, 'a:b'), 'min-length-or-more');
    assert.equal(read(item, 'https://abcde'), 'max-length-or-less');
    assert.deepEqual(problemsOf(address({ minLength: 3, maxLength: 2 })), ['items[0].maxLength in-order']);
  });
});

describe('a quantity', () => {
  it('has one of the units of the item', () => {
    assert.deepEqual(read(quantity({ units: [mg, g] }), grams(5)), [grams(5)]);
    assert.equal(read(quantity({ units: [mg] }), grams(5)), 'one-of-its-units');
    assert.equal(read(quantity({ units: [mg] }), { value: 5 }), 'one-of-its-units');
    assert.equal(read(quantity({ units: [mg] }), { ...milligrams(5), system: 'urn:other' }), 'one-of-its-units');
    assert.deepEqual(read(quantity({ units: [{ text: 'cups' }] }), { value: 5, unit: 'cups' }), [{ value: 5, unit: 'cups' }]);
    assert.equal(read(quantity({ units: [{ text: 'cups' }] }), { value: 5, unit: 'spoons' }), 'one-of-its-units');
  });

  it('keeps the unit that the person saw, also in another language', () => {
    const seen = { ...milligrams(5), unit: 'Milligramm' };
    assert.deepEqual(read(quantity({ units: [mg] }), seen), [seen]);
  });

  it('without units is a number alone, or has any unit that the person writes', () => {
    assert.deepEqual(read(quantity(), { value: 5 }), [{ value: 5 }]);
    assert.equal(read(quantity(), { value: 5, unit: 'cups' }), 'one-of-its-units');
    assert.deepEqual(read(quantity({ freeUnit: true }), { value: 5, unit: 'cups' }), [{ unit: 'cups', value: 5 }]);
  });

  it('is nothing else', () => {
    const inputs = [5, '5', null, [], {}, { value: NaN }, { value: '5' }, { value: 5, unit: 7 }, { value: 5, unit: '' }, { value: 5, unit: ' ' }, { value: 5, more: 1 }];
    for (const value of inputs) assert.equal(read(quantity({ freeUnit: true }), value), 'of-its-type', JSON.stringify(value));
  });

  it('is compared with its limits in the first unit only', () => {
    const item = quantity({ units: [mg, g], min: 10, max: 20, decimals: 1 });
    for (const value of [10, 20]) assert.deepEqual(read(item, milligrams(value)), [milligrams(value)]);
    assert.equal(read(item, milligrams(9.9)), 'min-or-more');
    assert.equal(read(item, milligrams(20.1)), 'max-or-less');
    assert.deepEqual(read(item, grams(1)), [grams(1)]);
    assert.equal(read(item, milligrams(10.25)), 'within-its-decimals');
  });

  it('is compared in a condition only with a quantity in the same unit', () => {
    const item = quantity({ units: [mg, g] });
    assert.equal(asks(item, milligrams(5), { op: '>', value: milligrams(4) }), true);
    assert.equal(asks(item, milligrams(5), { op: '<=', value: milligrams(4) }), false);
    for (const op of ['>', '>=', '<', '<=', '='] as const) assert.equal(asks(item, grams(5), { op, value: milligrams(5) }), false);
  });

  it('is equal to a quantity whose keys are in another order', () => {
    const value = { code: 'mg', system: UCUM, unit: 'mg', value: 5 };
    assert.equal(asks(quantity({ units: [mg] }), milligrams(5), { op: '=', value }), true);
    assert.equal(asks(quantity({ units: [mg] }), milligrams(5), { op: '!=', value }), false);
    assert.deepEqual(JSON.stringify(read(quantity({ units: [mg] }), value)), JSON.stringify(read(quantity({ units: [mg] }), milligrams(5))));
  });

  it('is written with its unit', () => {
    assert.equal(valueText(intake, quantity(), milligrams(5)), '5 mg');
    assert.equal(valueText(intake, quantity(), { value: 5 }), '5');
    assert.equal(valueText(intake, quantity(), { value: 5, system: UCUM, code: '[lb_av]' }), '5 [lb_av]');
  });

  it('is defined with different units, and either with a list of them or with any unit', () => {
    assert.deepEqual(problemsOf(quantity({ units: [mg, g], min: 0, max: 5, decimals: 2 })), []);
    assert.deepEqual(problemsOf(quantity({ units: [mg, { ...mg, text: 'milli' }] })), ['items[0].units unique']);
    assert.deepEqual(problemsOf(quantity({ units: [{ text: 'cups' }, { text: 'spoons' }] })), []);
    assert.deepEqual(problemsOf(quantity({ units: [{ text: 'cups' }, { text: 'cups' }] })), ['items[0].units unique']);
    assert.deepEqual(problemsOf(quantity({ freeUnit: true })), []);
    assert.deepEqual(problemsOf(quantity({ units: [mg], freeUnit: true })), ['items[0].freeUnit without-units']);
    assert.deepEqual(problemsOf(quantity({ units: [{ text: 'mg', code: 'mg' }] })), ['items[0].units[0].system there-with-a-code']);
    assert.deepEqual(problemsOf(quantity({ min: 5, max: 5 })), ['items[0] in-order']);
    assert.deepEqual(problemsOf(quantity({ decimals: 21 })), ['items[0].decimals within-the-limit']);
    assert.deepEqual(problemsOf(quantity({ decimals: 20 })), []);
  });

  it('counts its units as choices, in each of its repetitions', () => {
    const repeated = (count: number) =>
      quantity({ units: Array.from({ length: count }, (_, i) => ({ text: `unit ${i}` })), repeats: { min: limits.repetitions } });
    const most = limits.allChoices / limits.repetitions;
    assert.deepEqual(problemsOf(repeated(most), { ...quantity(), id: 'without' }), []);
    assert.deepEqual(problemsOf(repeated(most + 1)), ['items within-the-limit']);
  });
});

describe('a text with a pattern', () => {
  const like = (regex: string) => ({ ...common, type: 'text' as const, pattern: { regex } });

  it('matches it as a whole', () => {
    assert.deepEqual(read(like('[A-Z]{2}\\d+'), 'AB12'), ['AB12']);
    assert.equal(read(like('[A-Z]{2}\\d+'), 'AB12 '), 'like-its-pattern');
  });

  it('is not refused by a pattern that would run away', () => {
    assert.equal(read(like('(a+)+b'), 'a'.repeat(100_000)), 'like-its-pattern');
  });

  it('is defined with a pattern that can be checked', () => {
    assert.deepEqual(problemsOf(like('(?=a)b')), ['v.pattern.regex a-supported-pattern']);
  });
});

describe('a decimal number', () => {
  it('has at most the decimal places of the item', () => {
    const item: DecimalItem = { ...common, type: 'decimal', decimals: 2 };
    for (const value of [1, 1.5, 0.29, 1.005e3, -0.07]) assert.deepEqual(read(item, value), [value]);
    for (const value of [1.005, 1e-7]) assert.equal(read(item, value), 'within-its-decimals');
    assert.deepEqual(problemsOf({ ...item, decimals: 21 }), ['items[0].decimals within-the-limit']);
  });
});

describe('a file', () => {
  it('is described by its name, type, size and hash', () => {
    assert.deepEqual(read(file(), letter), [letter]);
    assert.deepEqual(read(file(), { ...letter, type: '' }), [{ ...letter, type: '' }]);
    assert.deepEqual(read(file(), { ...letter, size: 0 }), [{ ...letter, size: 0 }]);
    const hashes = ['A'.repeat(64), 'a'.repeat(65), `-${'a'.repeat(64)}`, ['a'.repeat(64)], undefined];
    for (const sha256 of hashes) assert.equal(read(file(), { ...letter, sha256 }), 'of-its-type', String(sha256));
    const wrong = [null, undefined, [], { ...letter, type: 5 }, { ...letter, size: -1 }, { ...letter, size: 1.5 }, { ...letter, name: '' }, { ...letter, data: 'x' }, 'letter.pdf'];
    for (const value of wrong) assert.equal(read(file(), value), 'of-its-type', JSON.stringify(value));
  });

  it('has a type and a size that the item allows', () => {
    for (const mimeTypes of [['application/pdf'], ['image/*', 'application/*'], ['*/*'], ['APPLICATION/PDF']]) {
      assert.deepEqual(read(file({ mimeTypes, maxSize: 1024 }), letter), [letter]);
    }
    assert.deepEqual(read(file({ mimeTypes: ['text/plain'] }), { ...letter, type: 'text/plain; charset=utf-8' }).length, 1);
    assert.deepEqual(read(file({ mimeTypes: ['text/plain'] }), { ...letter, type: 'text/plain ; charset=utf-8' }).length, 1);
    assert.equal(read(file({ mimeTypes: ['application/json'] }), letter), 'one-of-its-file-types');
    assert.equal(read(file({ mimeTypes: ['image/*'] }), letter), 'one-of-its-file-types');
    assert.equal(read(file({ mimeTypes: ['image/*'] }), { ...letter, type: '' }), 'one-of-its-file-types');
    assert.equal(read(file({ maxSize: 1023 }), letter), 'max-size-or-less');
  });

  it('is written as its name', () => assert.equal(valueText(intake, file(), letter), 'letter.pdf'));

  it('is defined with media types', () => {
    for (const type of ['image/*', 'application/pdf', 'image/svg+xml', 'application/vnd.ms-excel']) {
      assert.deepEqual(problemsOf(file({ mimeTypes: [type], maxSize: 5 })), []);
    }
    for (const type of ['.pdf', 'an image/*', 'image/png, image/gif', 'image/svg+xml x', 'image/', '/png', 5]) {
      assert.deepEqual(problemsOf({ ...file(), mimeTypes: [type] }), ['items[0].mimeTypes[0] media-type'], String(type));
    }
    const taken = readDefinition({ ...intake, options: {}, items: [{ ...file(), mimeTypes: ['.pdf'] }] });
    assert.match(taken.ok ? '' : taken.problems[0]!.message, /image\/\*/, 'with an example');
  });
});

describe('own words beside a list', () => {
  it('have the length of any answer', () => {
    const long = (length: number) => ({ words: 'x'.repeat(length) });
    assert.deepEqual(read(choice({ open: true }), long(limits.answerText)), [long(limits.answerText)]);
    assert.equal(read(choice({ open: true }), long(limits.answerText + 1)), 'max-length-or-less');
  });

  it('are possible only if the list is open', () => {
    assert.deepEqual(read(choice({ open: true }), { words: 'Juice' }), [{ words: 'Juice' }]);
    assert.deepEqual(read(choice({ open: 'Another drink' }), 'tea'), ['tea']);
    assert.equal(read(choice(), { words: 'Juice' }), 'one-of-its-choices');
    assert.equal(read(choice({ open: true }), 'juice'), 'one-of-its-choices');
    for (const value of [{ words: 5 }, { words: 'Juice', more: 1 }, { word: 'Juice' }]) {
      assert.equal(read(choice({ open: true }), value), 'one-of-its-choices');
      assert.equal(read(choice({ open: true, multiple: true }), 'tea', value), 'one-of-its-choices');
    }
  });

  it('can be a concept that the list does not have', () => {
    const juice = { words: 'Juice', coding: { system: 'urn:s', code: 'j' } };
    assert.deepEqual(read(choice({ open: true, multiple: true }), 'tea', juice), ['tea', { coding: { code: 'j', system: 'urn:s' }, words: 'Juice' }]);
    assert.equal(read(choice(), juice), 'one-of-its-choices');
    assert.equal(read(choice({ open: true }), { words: 'Juice', coding: { more: 'x' } }), 'one-of-its-choices');
  });

  it('are refused beside the choices of a scale', () => {
    const item: ChoiceItem = { ...common, type: 'choice', scale: 'drinks' };
    assert.equal(readValues({ ...intake, scales: { drinks: { choices } } }, item, [{ words: 'Juice' }]), 'one-of-its-choices');
  });

  it('can have a concept: texts of known names, none longer than an answer', () => {
    const item = choice({ dynamic: { choices: { expression: '', language: 'x' } } });
    const coding = { system: 'urn:s', version: '2', code: 'j', display: 'x'.repeat(limits.answerText) };
    const [kept] = read(item, { words: 'Juice', coding }) as unknown as [{ coding: object }];
    assert.deepEqual({ ...kept.coding }, coding);
    for (const wrong of ['j', null, { code: 5 }, { code: 'j', colour: 'red' }, { code: 'j', display: 'x'.repeat(limits.answerText + 1) }]) {
      assert.equal(read(item, { words: 'Juice', coding: wrong }), 'one-of-its-choices', JSON.stringify(wrong));
    }
  });

  it('make no wrong choice beside them right', () => {
    assert.equal(read(choice({ open: true, multiple: true }), 'coffee', { words: 'Juice' }), 'one-of-its-choices');
  });

  it('come after the choices of a list with several answers, each once', () => {
    const item = choice({ multiple: true, open: true });
    assert.deepEqual(read(item, { words: 'Juice' }, 'milk', { words: 'Beer' }, 'tea', { words: 'Juice' }), ['tea', 'milk', { words: 'Juice' }, { words: 'Beer' }]);
    assert.equal(read(choice({ multiple: true }), 'milk', { words: 'Juice' }), 'one-of-its-choices');
  });

  it('are kept as they are: a code that the person writes is no choice', () => {
    assert.deepEqual(read(choice({ open: true }), { words: 'tea' }), [{ words: 'tea' }]);
    assert.equal(asks(choice({ open: true }), { words: 'tea' }, { op: '=', value: 'tea' }), false);
    assert.equal(asks(choice({ open: true }), { words: 'tea' }, { op: '=', value: { words: 'tea' } }), true);
  });

  it('that are blank are no answer', () => {
    const session = sessionOf(asking(choice({ open: true })));
    session.answer('v', [{ words: '  ' }]);
    assert.deepEqual(session.current.blank, ['v']);
  });

  it('have no weight: the item is answered, and missing in the score', () => {
    const instrument = { ...asking(choice({ open: true })), scoring: { total: { method: 'sum' as const, items: ['v'], least: 1 } } };
    const scored = score(instrument, { answers: [answered('v', { words: 'Juice' })] });
    assert.equal(scored.status, 'insufficient');
    assert.deepEqual(scored.missing, ['v']);
  });

  it('are written as they are', () => assert.equal(valueText(intake, choice({ open: true }), { words: 'Juice' }), 'Juice'));
});

describe('an exclusive choice', () => {
  it('is never beside another answer', () => {
    const item = choice({ multiple: true, open: true });
    assert.deepEqual(read(item, 'none'), ['none']);
    assert.deepEqual(read(item, 'tea', 'milk'), ['tea', 'milk']);
    assert.equal(read(item, 'none', 'tea'), 'alone-if-exclusive');
    assert.equal(read(item, { words: 'Juice' }, 'none'), 'alone-if-exclusive');
  });
});

describe('an answer with one value', () => {
  it('has no second one, of any type', () => {
    assert.equal(read(quantity(), { value: 1 }, { value: 2 }), 'single');
    assert.equal(read(choice({ open: true }), 'tea', { words: 'Juice' }), 'single');
    assert.equal(read(choice({ open: true }), { words: 'Juice' }, { words: 'Water' }), 'single');
  });
});

describe('the number of choices', () => {
  const item = choice({ multiple: true, open: true, minChoices: 2, maxChoices: 2 });

  it('is neither below the least nor above the highest one', () => {
    assert.equal(read(item, 'tea'), 'min-choices-or-more');
    assert.deepEqual(read(item, 'tea', 'milk'), ['tea', 'milk']);
    assert.equal(read(item, 'tea', 'milk', { words: 'Juice' }), 'max-choices-or-less', 'own words count too');
  });
});

describe('how a form shows an item', () => {
  const isTaken = (more: object): boolean => !problemsOf({ ...common, ...more }).length;

  it('is one of the ways that exist', () => {
    const ways = {
      control: [choice(), ['drop-down', 'autocomplete']],
      orientation: [choice(), ['horizontal', 'vertical']],
      category: [{ type: 'display' }, ['instructions', 'security', 'help']],
      collapsible: [{ type: 'group', items: [{ ...common, id: 'w', type: 'boolean' }] }, ['open', 'closed']],
      layout: [{ type: 'group', items: [{ ...common, id: 'w', type: 'boolean' }] }, ['page', 'header', 'footer', 'matrix', 'row']],
      disabledDisplay: [choice(), ['protected']],
    } as const;
    for (const [name, [item, values]] of Object.entries(ways)) {
      for (const value of values) assert.ok(isTaken({ ...item, [name]: value }), `${name} ${value}`);
      for (const value of ['other', '', true]) assert.ok(!isTaken({ ...item, [name]: value }), `${name} ${value}`);
    }
  });

  it('is, for an open list, a label or nothing more', () => {
    for (const open of [true, 'Another drink']) assert.ok(isTaken({ ...choice(), open }));
    for (const open of [false, '', ' ', 5]) assert.ok(!isTaken({ ...choice(), open }));
  });

  it('can have a message for a text that is not like its pattern', () => {
    assert.ok(isTaken({ type: 'text', pattern: { regex: 'a', message: 'Write an a' } }));
    assert.ok(!isTaken({ type: 'text', pattern: { regex: 'a', message: 5 } }));
    assert.ok(!isTaken({ type: 'text', line: 'yes' }));
  });
});

describe('the definition of a choice', () => {
  it('counts its choices, its own or those of its scale, in each of its repetitions', () => {
    const most = limits.allChoices / limits.repetitions;
    const list = (count: number) => Array.from({ length: count }, (_, i) => ({ code: `c${i}`, text: 'C' }));
    const repeats = { min: limits.repetitions };
    const scaled = (count: number): string[] => {
      const item = { ...common, type: 'choice', scale: 'long', repeats };
      const taken = readDefinition({ ...intake, options: {}, items: [item], scales: { long: { choices: list(count) } } });
      return taken.ok ? [] : taken.problems.map(({ path, code }) => `${path} ${code}`);
    };
    for (const problems of [(count: number) => problemsOf(choice({ choices: list(count), repeats })), scaled]) {
      assert.deepEqual(problems(most), []);
      assert.deepEqual(problems(most + 1), ['items within-the-limit']);
    }
  });

  it('has a number of choices only with several answers, and the least one is not above the highest', () => {
    assert.deepEqual(problemsOf(choice({ multiple: true, minChoices: 2, maxChoices: 2 })), []);
    assert.deepEqual(problemsOf(choice({ multiple: true, maxChoices: 1 })), []);
    assert.deepEqual(problemsOf(choice({ multiple: true, minChoices: 3, maxChoices: 2 })), ['items[0] in-order']);
    assert.deepEqual(problemsOf(choice({ multiple: true, maxChoices: 0 })), ['items[0] in-order']);
    assert.deepEqual(problemsOf(choice({ minChoices: 1 })), ['items[0].multiple there']);
    assert.deepEqual(problemsOf(choice({ maxChoices: 1 })), ['items[0].multiple there']);
  });

  it('has each code once', () => {
    assert.deepEqual(problemsOf(choice({ choices: [choices[0]!, choices[0]!] })), ['items[0].choices unique']);
  });
});

describe('the definition of a moment', () => {
  it('has a least one that is before the highest', () => {
    const min = '2026-11-29T10:00:00Z';
    assert.deepEqual(problemsOf(moment({ min, max: '2026-11-29T11:00:01+01:00' })), []);
    assert.deepEqual(problemsOf(moment({ min, max: '2026-11-29T11:00:00+01:00' })), ['items[0] in-order']);
  });
});

describe('an address', () => {
  it('begins with its scheme', () => {
    for (const value of ['https://example.org', 'urn:uuid:1', 'HTTPS://example.org']) assert.deepEqual(read(address(), value), [value]);
    for (const value of ['see https://example.org', '//example.org', 'example', 'https:', '1a:b', 5]) {
      assert.equal(read(address(), value), 'of-its-type', String(value));
    }
  });
});

describe('a record', () => {
  const items: Item[] = [
    { ...moment(), id: 'a' },
    { ...address(), id: 'b' },
    { ...quantity({ units: [mg] }), id: 'c' },
    { ...choice({ multiple: true, open: true }), id: 'd' },
    { ...file(), id: 'e' },
  ];
  const values: Record<string, Value[]> = {
    a: ['2026-11-29T10:00:00+01:00'],
    b: ['https://example.org'],
    c: [milligrams(5)],
    d: ['tea', { words: 'Juice' }],
    e: [letter],
  };
  const record = () => {
    const session = sessionOf(asking(...items));
    for (const [id, given] of Object.entries(values)) assert.ok(session.answer(id, given).ok, id);
    return session.complete();
  };

  it('keeps every value, and is read back unchanged', () => {
    const made = record();
    assert.deepEqual(made.answers, Object.entries(values).map(([item, given]) => ({ item, state: 'answered', values: given })));
    const taken = readResponse(asking(...items), JSON.parse(JSON.stringify(made)));
    assert.ok(taken.ok);
    assert.equal(JSON.stringify(taken.response), JSON.stringify(made));
  });

  it('from a database that reorders keys is read as the same text', () => {
    const made = record();
    const reordered = JSON.parse(JSON.stringify(made), (_, value: unknown) =>
      value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
    ) as unknown;
    const taken = readResponse(asking(...items), reordered);
    assert.ok(taken.ok);
    assert.equal(JSON.stringify(taken.response.answers), JSON.stringify(made.answers));
  });

  it('is frozen at every depth, and the input of the host is not', () => {
    const session = sessionOf(asking(...items));
    const given = milligrams(5);
    session.answer('c', [given]);
    const [answer] = session.current.response.answers;
    assert.ok(answer?.state === 'answered' && Object.isFrozen(answer.values[0]));
    given.value = 6;
    assert.deepEqual(answer.values, [milligrams(5)]);
  });

  it('keeps a wrong value for the person to correct, as it was given', () => {
    const session = sessionOf(asking(...items));
    const given = grams(5);
    assert.equal(session.answer('c', [given]).ok, false);
    given.value = 6;
    assert.deepEqual(session.current.instances[2]!.rejected?.given, [grams(5)]);
  });

  it('with a value that breaks a rule is refused with its place', () => {
    const made = record();
    const bad = { ...made, answers: [{ item: 'c', state: 'answered', values: [grams(5)] }, { item: 'e', state: 'answered', values: [null] }] };
    const taken = readResponse(asking(...items), bad);
    assert.ok(!taken.ok);
    assert.deepEqual(taken.problems.map(({ path, code }) => `${path} ${code}`), ['answers[1].values[0] plain-value']);
    const other = readResponse(asking(...items), { ...made, answers: bad.answers.slice(0, 1) });
    assert.ok(!other.ok);
    assert.deepEqual(other.problems.map(({ path, code }) => `${path} ${code}`), ['answers[0].values one-of-its-units']);
  });
});

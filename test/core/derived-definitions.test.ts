import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { limits } from '../../src/core/plain-data/limits.ts';
import { resolveInstrument } from '../../src/core/instrument/resolve-instrument.ts';
import { broken, good, type Json } from './fixtures/every-rule.ts';
import { sessionOf } from './fixtures/sessions.ts';

/** The problems of a definition with one more item. */
const withItem = (item: Json): string[] => broken(({ items }) => items.push({ id: 'more', type: 'integer', text: 'More', ...item }));

describe('a definition may say of any question', () => {
  const accepted: Record<string, Json> = {
    'that it repeats': { repeats: { min: 0, max: 5, add: 'Add' } },
    'what it has at the start': { initial: [3] },
    'what each repetition has at the start': { repeats: { max: 2 }, initial: [3, 4] },
    'that it is read-only': { readOnly: true },
    'that it is a sum': { calculate: { sum: ['n', 'c1', 'gc'] } },
    'that it is a difference': { calculate: { difference: ['n', 'r'] } },
    'that it is a count': { calculate: { count: ['gt', 'd'] } },
    'that it is the score of a scale': { calculate: { scale: 'first' } },
    'that it is the total': { calculate: { scale: 'total' } },
    'that an expression gives its value': { calculate: { expression: 'a + b', language: 'text/fhirpath' } },
    'that it is asked if an expression holds': { when: { expression: 'a', language: 'text/fhirpath' } },
    'that it is asked if one of several answers fits': { when: { item: 'gt', op: '=', value: 'x', over: 'any' } },
    'how it is laid out, and how its answer is written': { layout: 'page', entryFormat: '00' },
    'how many choices it takes': { type: 'choice', choices: [{ code: 'a', text: 'A' }], multiple: true, minChoices: 1, maxChoices: 2 },
    'that it is asked if a quantity fits': { when: { item: 'n', op: '>', value: { value: 5, unit: 'mg', system: 'http://unitsofmeasure.org', code: 'mg' } } },
    'that it is asked if own words fit': { when: { item: 'm', op: '=', value: { words: 'Juice' } } },
    'what the answers must fulfil': {
      constraints: [{ id: 'a', severity: 'error', expression: 'a', language: 'l' }, { id: 'b', severity: 'warning', message: 'Look.', expression: 'b', language: 'l' }],
    },
    'what is before its text, and a short one': { prefix: '1.', short: 'More' },
    'what its choices are elsewhere': {
      type: 'choice', choices: [{ code: 'a', text: 'A', prefix: 'a)', coding: { system: 'http://loinc.org', version: '2.77', code: 'LA1', display: 'A' } }],
    },
    'how it looks': { markup: { format: 'xhtml', content: '<b>More</b>' }, style: ['bold', 'italic', 'underline', 'strike-through'] },
    'how it looks, in another format': { markup: { format: 'markdown', content: '**More**' } },
    'what belongs to it': {
      links: ['https://example.org/a', 'HTTP://EXAMPLE.ORG'],
      media: [{ type: 'image/png', title: 'A tree', data: 'aGk+/_-=' }, { type: 'video/x.y+z-1', url: 'http://example.org' }, { type: 'audio/mp4' }],
    },
    'a picture of the largest size': { media: [{ type: 'image/avif', data: 'a'.repeat(limits.answerText) }] },
    'that it can be closed': { type: 'group', collapsible: 'closed', items: [{ id: 'inner', type: 'integer', text: 'Inner' }] },
    'that it is asked if something is answered': { when: { item: 'n', op: 'exists', value: true } },
  };
  for (const [what, item] of Object.entries(accepted)) it(what, () => assert.deepEqual(withItem(item), []));
});

describe('a definition', () => {
  it('may say that an item is a page, or how it is laid out on one', () => {
    for (const layout of ['page', 'header', 'footer', 'matrix', 'row']) assert.deepEqual(withItem({ layout }), [], layout);
  });

  it('may say from which Questionnaire it was made', () => {
    const from = (source: Json): string[] => broken((definition) => (definition.source = { resourceType: 'Questionnaire', ...source }));
    for (const fhirVersion of ['R4', 'R4B', 'R5']) assert.deepEqual(from({ fhirVersion, url: 'https://example.org/q', version: '1' }), [], fhirVersion);
    assert.deepEqual(from({ fhirVersion: 'R3' }), ['source.fhirVersion one-of']);
  });
});

describe('a definition is refused for', () => {
  const refused: Record<string, [Json, string]> = {
    'a number of choices where there is one': [{ type: 'choice', choices: [{ code: 'a', text: 'A' }], maxChoices: 1 }, 'items[13].multiple there'],
    'a least number of choices above the highest': [
      { type: 'choice', choices: [{ code: 'a', text: 'A' }], multiple: true, minChoices: 2, maxChoices: 1 },
      'items[13] in-order',
    ],
    'repetitions of a text to read': [{ type: 'display', repeats: {} }, 'items[13].repeats for-groups-and-questions'],
    'more values at the start than repetitions': [{ repeats: { max: 1 }, initial: [1, 2] }, 'more.initial within-the-repetitions'],
    'an impossible value at the start': [{ initial: [0.5] }, 'more.initial of-its-type'],
    'two values at the start of one answer': [{ initial: [1, 2] }, 'more.initial single'],
    'a value at the start of a group': [{ type: 'group', items: [], initial: [1] }, 'more.initial for-questions'],
    'a calculated group': [{ type: 'group', items: [], calculate: { count: ['n'] } }, 'more.calculate for-questions'],
    'a calculated date': [{ type: 'date', calculate: { count: ['n'] } }, 'more.calculate for-an-item-that-can-be-a-number'],
    'a sum of texts': [{ calculate: { sum: ['n', 'gt'] } }, 'more.calculate.sum[1] number-or-weighted-item'],
    'a count of a group': [{ calculate: { count: ['g'] } }, 'more.calculate.count[0] question'],
    'an unknown item': [{ calculate: { sum: ['nowhere'] } }, 'items[13].calculate.sum[0] item'],
    'an unknown scale': [{ calculate: { scale: 'nowhere' } }, 'more.calculate.scale scoring-scale'],
    'a value that follows from itself': [{ calculate: { sum: ['more'] } }, 'items[13].calculate.sum[0] free-of-itself'],
    'an unknown `over`': [{ when: { item: 'n', is: 'answered', over: 'most' } }, 'items[13].when.over one-of'],
    'an `exists` that is not yes or no': [{ when: { item: 'n', op: 'exists', value: 1 } }, 'items[13].when.value one-of'],
    'a difference of three': [{ calculate: { difference: ['n', 'r', 'c1'] } }, 'items[13].calculate.difference within-the-limit'],
    'a sum of what has no number': [{ calculate: { sum: ['d'] } }, 'more.calculate.sum[0] number-or-weighted-item'],
    'a comparison with a quantity that is none': [{ when: { item: 'n', op: '>', value: { value: 'x' } } }, 'items[13].when.value.value number'],
    'a comparison with something more': [{ when: { item: 'n', op: '>', value: { value: 1, more: 1 } } }, 'items[13].when.value.more known-key'],
    'a comparison with own words that are none': [{ when: { item: 'm', op: '=', value: { words: 5 } } }, 'items[13].when.value.words text'],
    'an unknown key of a coding': [{ type: 'choice', choices: [{ code: 'a', text: 'A', coding: { id: 'a' } }] }, 'items[13].choices[0].coding.id known-key'],
    'an unknown layout': [{ layout: 'column' }, 'items[13].layout one-of'],
    'an unknown severity': [{ constraints: [{ id: 'a', severity: 'fatal', expression: 'a', language: 'l' }] }, 'items[13].constraints[0].severity one-of'],
    'a medium in a list': [{ media: [{ type: 'image/png', data: ['aGk='] }] }, 'items[13].media[0].data base64'],
    'markup in an unknown format': [{ markup: { format: 'html', content: 'x' } }, 'items[13].markup.format one-of'],
    'markup without a format': [{ markup: { content: 'x' } }, 'items[13].markup.format there'],
    'an unknown style': [{ style: ['blink'] }, 'items[13].style[0] one-of'],
    'a link that could run a script': [{ links: ['javascript:alert(1)//https://x.y'] }, 'items[13].links[0] web-address'],
    'a link with a space': [{ links: ['https://example.org a'] }, 'items[13].links[0] web-address'],
    'a link to nowhere': [{ links: ['https://'] }, 'items[13].links[0] web-address'],
    'a picture that could run a script': [{ media: [{ type: 'image/svg+xml' }] }, 'items[13].media[0].type media-type'],
    'another medium': [{ media: [{ type: 'x video/mp4' }] }, 'items[13].media[0].type media-type'],
    'a medium with parameters': [{ media: [{ type: 'video/mp4; x' }] }, 'items[13].media[0].type media-type'],
    'a medium that is not in base64': [{ media: [{ type: 'image/png', data: 'a b' }] }, 'items[13].media[0].data base64'],
    'a medium that is not a text': [{ media: [{ type: 'image/png', data: 5 }] }, 'items[13].media[0].data base64'],
    'a medium that begins or ends otherwise': [{ media: [{ type: 'image/png', data: '!a' }, { type: 'image/png', data: 'a!' }] }, 'items[13].media[0].data base64'],
    'a medium without a type': [{ media: [{ url: 'https://example.org' }] }, 'items[13].media[0].type there'],
    'a medium of more characters than an answer': [{ media: [{ type: 'image/png', data: 'a'.repeat(limits.answerText + 1) }] }, 'items[13].media[0].data base64'],
    'two calculations in one': [{ calculate: { sum: ['n'], count: ['n'] } }, 'items[13].calculate.count known-key'],
  };
  for (const [what, [item, problem]] of Object.entries(refused)) it(what, () => assert.equal(withItem(item)[0], problem));

  it('a score that follows from itself', () => {
    assert.deepEqual(broken(({ items }) => (items[3].calculate = { scale: 'heavy' })).filter((problem) => problem.startsWith('items[3]')), ['items[3].calculate.scale free-of-itself']);
  });

  it('a value at the start of a group, and nothing else about it', () => {
    assert.deepEqual(withItem({ type: 'group', items: [], initial: [1] }), ['more.initial for-questions']);
  });

  it('what belongs to it, and says what would do', () => {
    const { options: _, ...definition } = good();
    definition.items[0].links = ['ftp://example.org'];
    definition.items[0].media = [{ type: 'text/html' }];
    const read = readDefinition({ ...definition, options: {} });
    assert.deepEqual(read.ok ? [] : read.problems.filter(({ path }) => path.startsWith('items[0].')).map(({ message }) => message), [
      'Must be web address as https://example.org',
      'Must be media type of a picture, a sound or a video',
    ]);
  });

  for (const [length, names] of [[5, 'i0, i1, i2, i3, i4'], [6, 'i0, i1, i2, i3, i4, ...']] as const) {
    it(`a circle of ${length} items, and names at most five of them`, () => {
      const definition = good();
      for (let i = 0; i < length; i++) definition.items.push({ id: `i${i}`, type: 'integer', text: 'I', calculate: { sum: [`i${(i + 1) % length}`] } });
      const read = readDefinition(definition);
      assert.equal(read.ok || read.problems[0]!.message, `Must be free of itself (through ${names})`);
    });
  }

  it('an unknown comparison, and says which there are', () => {
    const definition = good();
    definition.items[0].when = { item: 'n', op: '~', value: 1 };
    const read = readDefinition(definition);
    assert.equal(read.ok || read.problems[0]!.message, 'Must be one of exists, =, !=, >, >=, <, <=');
  });

  it('a circle through calculations and conditions, and says through which items', () => {
    const definition = good();
    definition.items.push(
      { id: 'p', type: 'integer', text: 'P', calculate: { sum: ['q'] } },
      { id: 'q', type: 'integer', text: 'Q', when: { item: 'part', is: 'answered' } },
      { id: 'whole', type: 'group', text: 'Whole', when: { item: 'p', op: '>', value: 1 }, items: [{ id: 'part', type: 'text', text: 'Part' }] },
    );
    const read = readDefinition(definition);
    const found = read.ok ? [] : read.problems.map(({ path, message }) => `${path}: ${message}`);
    const through = 'Must be free of itself (through p, q, whole, part)';
    assert.deepEqual(found, [`items[13].calculate.sum[0]: ${through}`, `items[14].when.item: ${through}`, `items[15].when.item: ${through}`]);
  });
});

describe('a hostile definition', () => {
  it('with thousands of totals over thousands of items is refused at once', () => {
    const definition = good();
    const ids = Array.from({ length: 5_000 }, (_, i) => `i${i}`);
    definition.items = ids.map((id) => ({ id, type: 'integer', text: id, min: 0, max: 1, calculate: { scale: 'total' } }));
    definition.scoring = { total: { method: 'sum', items: ids, least: 1 } };
    const read = readDefinition(definition);
    assert.deepEqual(read.ok || read.problems.map(({ path, code }) => `${path} ${code}`), ['items within-the-limit']);
  });

  it('with a long chain of calculations is read, and calculated in one go', () => {
    const { options: _, scoring: __, result: ___, ...definition } = good();
    const ids = Array.from({ length: 10_000 }, (_, i) => `i${i}`);
    const items = ids.map((id, i) => ({ id, type: 'integer', text: id, ...(i && { readOnly: true, calculate: { sum: [ids[i - 1]] } }) }));
    const plain = { ...definition, title: 'Long', normed: false, items: items.reverse() };
    const read = readDefinition(plain);
    assert.ok(read.ok, JSON.stringify(read));
    const resolved = resolveInstrument(read.definition);
    assert.ok(resolved.ok);
    const session = sessionOf(resolved.instrument);
    session.answer('i0', [7]);
    assert.deepEqual(session.current.response.answers[0], { item: 'i9999', state: 'answered', values: [7] });
  });
});

describe('the options of an instrument', () => {
  it('remove items from calculations, and no value at the start', () => {
    const definition = good();
    definition.items.push({ id: 'sum', type: 'integer', text: 'Sum', calculate: { sum: ['c1', 'c2'] } }, { id: 'w', type: 'text', text: 'W', initial: ['c2'] });
    const read = readDefinition(definition);
    assert.ok(read.ok, JSON.stringify(read));
    const resolved = resolveInstrument(read.definition, { mode: 'phone' });
    assert.ok(resolved.ok);
    const [sum, words] = resolved.instrument.items.slice(-2);
    assert.deepEqual([sum?.calculate, words?.initial], [{ sum: ['c1'] }, ['c2']]);
  });
});

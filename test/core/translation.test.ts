import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { readTranslation, readTranslationForm } from '../../src/core/instrument/read-translation.ts';
import { resolveInstrument } from '../../src/core/instrument/resolve-instrument.ts';
import { isTranslatedText, translateDefinition, type Translation } from '../../src/core/instrument/translation.ts';
import { sourceTexts, wordingHash } from '../../src/core/instrument/wording.ts';
import { listInstruments } from '../../src/instruments/index.ts';
import { settled } from './answers.ts';
import { inGerman, reviewedInGerman, validatedInGerman, visit } from './fixtures/visit-in-german.ts';

const { texts } = inGerman;
const problemsOf = (data: unknown, definition: InstrumentDefinition = visit): string[] => {
  const read = readTranslation(definition, data);
  return read.ok ? [] : read.problems.map(({ path, code }) => `${path} ${code}`);
};
const withTexts = (more: object): object => ({ ...inGerman, texts: { ...texts, ...more } });
const withItems = (more: object): object => withTexts({ items: { ...texts.items, ...more } });

describe('a translation', () => {
  it('is read as a frozen copy', () => {
    const read = readTranslation(visit, inGerman);
    assert.ok(read.ok, JSON.stringify(read));
    assert.deepEqual(read.translation, inGerman);
    assert.deepEqual(read.issues, []);
    assert.ok(Object.isFrozen(read.translation.texts.items));
    assert.notEqual(read.translation, inGerman);
  });

  it('needs every text of the source, and has no other', () => {
    const { declined: _, ...noAbsent } = texts.absent;
    const { unit: _unit, ...noUnit } = texts.items.weight;
    assert.deepEqual(problemsOf(withTexts({ absent: noAbsent })), ['texts.absent.declined there']);
    assert.deepEqual(problemsOf(withItems({ weight: noUnit })), ['texts.items.weight.unit there']);
    assert.deepEqual(problemsOf(withItems({ calm: undefined, other: 'Mehr' })), ['texts.items.calm there', 'texts.items.other known-key']);
    assert.deepEqual(problemsOf(withItems({ who: { ...texts.items.who, choices: { nobody: 'Niemand' } } })), ['texts.items.who.choices.nurse there']);
    assert.deepEqual(problemsOf(withItems({ heard: 'Ich wurde gehört.' })), ['texts.items.heard object']);
    assert.deepEqual(problemsOf(withTexts({ intro: ' ' })), ['texts.intro filled']);
    assert.deepEqual(problemsOf(withItems({ calm: 5 })), ['texts.items.calm text', 'texts.items.calm filled']);
    assert.deepEqual(problemsOf(withTexts({ title: { by: 'when', is: { before: ' ', after: 'Nach dem Besuch' } } })), ['texts.title.is.before filled']);
    assert.deepEqual(problemsOf(withTexts({ scoring: undefined })), ['texts.scoring there']);
    assert.deepEqual(problemsOf(withTexts({ words: { ...texts.words, by: 'x', is: {} } })).length > 0, true);
  });

  it('may write a text that stands alone in its entry as an object', () => {
    assert.deepEqual(problemsOf(withItems({ calm: { text: 'Ich war ruhig.' } })), []);
  });

  it('has the text of each value where the source depends on an option, and may depend on one elsewhere', () => {
    assert.deepEqual(problemsOf(withTexts({ title: 'Besuch' })), ['texts.title split-by']);
    assert.deepEqual(problemsOf(withTexts({ title: { by: 'topics', is: { room: 'a', staff: 'b' } } })), ['texts.title split-by']);
    assert.deepEqual(problemsOf(withTexts({ title: { by: 'when', is: { before: 'Vor' } } })), ['texts.title.is.after there']);
    assert.deepEqual(problemsOf(withItems({ calm: { by: 'when', is: { before: 'Ich bin ruhig.', after: 'Ich war ruhig.' } } })), []);
    assert.deepEqual(problemsOf(withItems({ calm: { by: 'topics', is: { room: 'a', staff: 'b' } } })), ['texts.items.calm.by single-option']);
    assert.deepEqual(problemsOf(withItems({ calm: { by: 'other', is: {} } })), ['texts.items.calm.by single-option']);
  });

  it('has the placeholders of the source in every text', () => {
    const { more } = texts.items;
    const wrong = (why: string): string[] => problemsOf(withItems({ more: { ...more, items: { ...more.items, why } } }));
    assert.deepEqual(wrong('Warum?'), ['texts.items.more.items.why with-the-placeholders-of-the-source']);
    assert.deepEqual(wrong('{wunsch} Warum?'), ['texts.items.more.items.why with-the-placeholders-of-the-source']);
    assert.deepEqual(wrong('Warum {wish} und nochmals {wish}?'), []);
    assert.deepEqual(problemsOf(withTexts({ intro: '{name}' })), ['texts.intro with-the-placeholders-of-the-source']);
  });

  it('keeps what its standing promises', () => {
    assert.deepEqual(problemsOf({ ...inGerman, standing: 'reviewed' }), ['people with-people-and-method']);
    assert.deepEqual(problemsOf({ ...reviewedInGerman, method: ' ' }), ['people with-people-and-method']);
    assert.deepEqual(problemsOf({ ...reviewedInGerman, standing: 'validated' }), ['evidence there']);
    assert.deepEqual(problemsOf({ ...reviewedInGerman, covers: ['bands'] }), ['covers with-validated-only']);
    for (const good of [reviewedInGerman, validatedInGerman, { ...validatedInGerman, covers: ['bands'] }]) assert.deepEqual(problemsOf(good), []);
  });

  it('is of another language and of this instrument', () => {
    assert.deepEqual(problemsOf({ ...inGerman, language: 'en' }), ['language another-language-than-the-source']);
    assert.deepEqual(problemsOf({ ...inGerman, instrument: 'other' }), ['instrument one-of']);
    assert.deepEqual(problemsOf({ ...inGerman, revision: 0, sourceHash: 'x' }), ['revision whole-number', 'sourceHash hash']);
  });

  it('is made of texts and numbers in their form', () => {
    const forms: Record<string, [wrong: unknown[], right: unknown[]]> = {
      schema: [[2], [1]],
      version: [['1.0', 'x1.0.0', '1.0.0x', '1.0.', 1, ['1.0.0']], ['1.0.0', '10.20.30']],
      language: [['de_AT', '', 5], ['de-AT']],
      direction: [['up'], ['ltr', 'rtl']],
      revision: [[0, 100_001, 1.5, '1'], [1, 100_000]],
      standing: [['good'], ['draft']],
      method: [[5], ['']],
      people: [[{}, [{ name: 'Ann' }], [{ name: 'Ann', role: 5 }], [{ name: 'Ann', role: '', more: '' }]], [[], [{ name: 'Ann', role: 'translator' }]]],
      evidence: [[[{ url: 'https://example.org' }], [{ source: 'A', url: 'example.org' }], [{ source: 'A', url: 'https://a b' }], [{ source: 'A', url: ' https://a' }], [{ source: 'A', url: ['https://a'] }]], [[], [{ source: 'A' }], [{ source: 'A', url: 'doi:10.0000/1' }, { source: 'B', url: 'HTTPS://example.org' }]]],
      covers: [['bands', ['total']], []],
      sourceHash: [['1234567', '123456789', 'x12345678', '1234567g', '1234567A', 12345678], [inGerman.sourceHash]],
    };
    for (const [name, [wrong, right]] of Object.entries(forms)) {
      for (const value of wrong) assert.ok(problemsOf({ ...inGerman, [name]: value }).some((problem) => problem.startsWith(name)), `${name} ${JSON.stringify(value)}`);
      for (const value of right) assert.deepEqual(problemsOf({ ...inGerman, [name]: value }), [], `${name} ${JSON.stringify(value)}`);
    }
    for (const name of Object.keys(forms)) {
      const { [name as 'method']: _, ...rest } = inGerman;
      assert.deepEqual(problemsOf(rest), ['direction', 'covers'].includes(name) ? [] : [`${name} there`]);
    }
    assert.deepEqual(problemsOf({ ...inGerman, more: 1 }), ['more known-key']);
  });

  it('is told which values are allowed', () => {
    const told = (more: object): string[] => {
      const read = readTranslation(visit, { ...inGerman, ...more });
      return read.ok ? read.issues.map(({ message }) => message) : read.problems.map(({ path, message }) => `${path}: ${message}`);
    };
    assert.deepEqual(told({ version: '1' }), ['version: Must be version']);
    assert.deepEqual(told({ revision: 0, sourceHash: 'x', evidence: [{ source: 'A', url: 'a' }], texts: { ...texts, intro: '' } }), [
      'revision: Must be whole number from 1 to 100000',
      'evidence[0].url: Must be full address as https://example.org',
      'sourceHash: Must be hash of 8 hexadecimal digits',
      'texts.intro: Must be filled with text',
    ]);
    const { more } = texts.items;
    assert.deepEqual(told({ texts: { ...texts, intro: 'Hallo {name}', items: { ...texts.items, more: { ...more, items: { ...more.items, why: 'Warum {a} {wish}?' } } } } }), [
      'texts.intro: Must be with the placeholders of the source (none)',
      'texts.items.more.items.why: Must be with the placeholders of the source {wish}',
    ]);
    assert.deepEqual(told({ standing: 'validated' }), ['people: Must be with people and method for validated', 'evidence: Must be there for validated']);
    assert.deepEqual(told({ texts: { ...texts, title: 'Besuch' } }), ['texts.title: Must be split by when']);
    assert.deepEqual(told({ version: '2.0.0', sourceHash: '00000000' }), ['Must be the version of the instrument 1.0.0', `Must be the hash of the source wording ${wordingHash(visit)}`]);
  });

  it('names who made it, and how, from the review on', () => {
    const signed = (more: object): string[] => problemsOf({ ...reviewedInGerman, ...more });
    const ann = { name: 'Ann', role: 'native reviewer' };
    assert.deepEqual(signed({ people: [ann] }), []);
    for (const people of [[], [ann, { name: ' ', role: 'translator' }], [ann, { name: 'Bo', role: ' ' }]]) assert.deepEqual(signed({ people }), ['people with-people-and-method']);
    // A review of the host stands for the people and the method of the translation.
    const review = { people: [ann], method: 'read aloud' };
    assert.deepEqual(signed({ people: [], method: '', review }), []);
    assert.deepEqual(signed({ review: { ...review, method: ' ' } }), ['review with-people-and-method']);
    assert.deepEqual(signed({ review: { people: [], method: 'x' } }), ['review.people list']);
    assert.deepEqual(problemsOf({ ...validatedInGerman, evidence: [{ source: ' ' }] }), ['evidence there']);
  });

  it('counts as a draft once the source has changed, and says so', () => {
    const changed = { ...visit, intro: 'Some questions.' };
    const read = readTranslation(changed, validatedInGerman);
    assert.ok(read.ok);
    assert.equal(read.translation.standing, 'draft');
    assert.deepEqual(read.issues.map(({ path }) => path), ['sourceHash']);
    const later = readTranslation({ ...visit, version: '1.1.0' }, { ...validatedInGerman, covers: ['norms'] });
    assert.ok(later.ok);
    assert.equal(later.translation.standing, 'draft');
    assert.equal(later.translation.covers, undefined);
    assert.deepEqual(later.issues.map(({ path }) => path), ['version']);
  });

  it('keeps its standing as long as the source is the same', () => {
    const read = readTranslation(visit, { ...validatedInGerman, covers: ['norms'] });
    assert.deepEqual(read, { ok: true, translation: { ...validatedInGerman, covers: ['norms'] }, issues: [] });
  });

  it('needs no text for a value for which the source has none', () => {
    const title = { by: 'when', is: { before: 'Before your visit' } };
    assert.deepEqual(problemsOf(withTexts({ title: { by: 'when', is: { before: 'Vorher', after: '' } } }), { ...visit, title } as never), []);
  });

  it('may leave blank what is blank in the source', () => {
    const blank = { ...visit, words: { note: ' ' } };
    const { words: _, ...rest } = texts;
    assert.deepEqual(problemsOf({ ...inGerman, texts: { ...rest, words: { note: '' } } }, blank), []);
  });

  it('leaves the notes of the back-translation in its file', () => {
    const read = readTranslation(visit, { ...inGerman, backTranslation: [{ item: 'calm', text: 'I was quiet.' }] });
    assert.ok(read.ok);
    assert.equal('backTranslation' in read.translation, false);
  });

  it('never throws, whatever it is made of', () => {
    const thrower = { get texts(): never { throw new Error('no'); } };
    const circular: Record<string, unknown> = { ...inGerman };
    circular.texts = circular;
    for (const data of [null, 1, '', [], {}, thrower, circular, { ...inGerman, texts: { items: [] } }, withItems({ calm: { by: { toString: 1 }, is: {} } })]) {
      assert.equal(readTranslation(visit, data).ok, false);
      assert.equal(readTranslationForm(data).ok, data === undefined);
    }
    assert.equal(readTranslation(visit, withTexts({ intro: 'x'.repeat(5_000_001) })).ok, false);
    fc.assert(fc.property(fc.anything(), (data) => {
      assert.equal(readTranslation(visit, { ...inGerman, texts: data }).ok, false);
    }));
  });

  it('can be read without its instrument, then only its form is checked', () => {
    const { intro: _, ...some } = texts;
    const read = readTranslationForm({ ...inGerman, texts: some, source: {}, backTranslation: [] });
    assert.deepEqual(read, { ok: true, translation: { ...inGerman, texts: some }, issues: [] });
    assert.ok(read.ok && Object.isFrozen(read.translation));
    assert.equal(readTranslationForm({ ...inGerman, standing: 'reviewed' }).ok, false);
    assert.equal(readTranslationForm({ ...inGerman, texts: { intro: 1 } }).ok, false);
  });
});

describe('the hash of the wording', () => {
  it('changes with each text, and with nothing else', () => {
    const hash = wordingHash(visit);
    assert.match(hash, /^[\da-f]{8}$/);
    const { title, items, ...rest } = visit;
    assert.equal(wordingHash({ ...rest, items: [...items].reverse(), title }), hash);
    assert.equal(wordingHash({ ...visit, version: '2.0.0', scoring: { scales: { peace: { ...visit.scoring.scales.peace, least: 2 } } } }), hash);
    const [first, ...others] = items;
    assert.notEqual(wordingHash({ ...visit, items: [{ ...first!, text: 'I was calm' } as never, ...others] }), hash);
    assert.notEqual(wordingHash({ ...visit, words: { note: 'For all.' } }), hash);
  });

  it('is the same in every version of this package, because translations contain it', () => {
    assert.equal(wordingHash(visit), '6837f635');
    assert.equal(wordingHash({ ...visit, words: undefined } as never), wordingHash((({ words: _, ...rest }) => rest)(visit)));
  });

  it('is the same for a definition from a host', () => {
    for (const definition of [visit, ...listInstruments()]) {
      const read = readDefinition(JSON.parse(JSON.stringify(definition)));
      assert.ok(read.ok);
      assert.equal(wordingHash(read.definition), wordingHash(definition));
    }
  });
});

describe('the wording of a definition', () => {
  const { title: _title, intro: _intro, items: _items, scales: _scales, absent: _absent, result: _result, words: _words, scoring: _scoring, ...rest } = visit;
  const bare = { ...rest, title: 'Form', scales: {}, absent: {} };
  const textsOf = (...items: object[]): unknown => sourceTexts({ ...bare, items } as unknown as InstrumentDefinition).items;

  it('has the texts of units, patterns and rules. A unit without a code has none', () => {
    const units = [{ text: 'kilogram', code: 'kg' }, { text: 'stone' }];
    const rule = { id: 'r', severity: 'error', expression: 'a', language: 'l', message: 'Too much.' };
    assert.deepEqual(textsOf({ id: 'a', type: 'quantity', text: 'A', units }, { id: 'b', type: 'text', text: 'B', pattern: { regex: 'b', message: 'Write b.' } }, { id: 'c', type: 'integer', text: 'C', constraints: [rule] }), {
      a: { text: 'A', units: { kg: 'kilogram' } },
      b: { text: 'B', pattern: { message: 'Write b.' } },
      c: { text: 'C', constraints: { r: { message: 'Too much.' } } },
    });
    const scoring = { total: { title: 'All', method: 'sum', items: ['a'], least: 1 } };
    assert.deepEqual(sourceTexts({ ...bare, items: [], scoring } as unknown as InstrumentDefinition), { title: 'Form', scoring: { total: { title: 'All' } } });
  });

  it('has no empty texts, also none that is empty under every option, and no entry without a text', () => {
    const empty = { by: 'when', is: { before: '', after: '' } };
    assert.deepEqual(textsOf({ id: 'a', type: 'text', text: '' }, { id: 'b', type: 'text', text: empty }, { id: 'c', type: 'text', text: 'C', help: '' }), { c: 'C' });
    assert.deepEqual(textsOf({ id: 'a', type: 'text', text: { by: 'when', is: { before: '', after: 'Now' } } }), { a: { by: 'when', is: { before: '', after: 'Now' } } });
  });

  it('is a text, or one for each value of an option', () => {
    assert.deepEqual(['a', { by: 'when', is: { before: 'A' } }].map(isTranslatedText), [true, true]);
    assert.deepEqual([{ by: 'when' }, { is: {} }, { by: 'By whom', is: 'Is it?' }, { by: {}, is: {} }, {}, null, 5].map(isTranslatedText), Array(7).fill(false));
  });
});

const MARK = '#';

/** Texts of a translation in which every text is the same mark. */
const marked = (texts: unknown): unknown =>
  typeof texts === 'string'
    ? MARK
    : Object.fromEntries(Object.entries(texts as object).map(([name, part]) => [name, name === 'by' ? part : marked(part)]));

/** The places where two definitions differ, each with the new value. */
function differences(before: unknown, after: unknown, path = ''): [path: string, value: unknown][] {
  if (typeof before !== 'object' || !before || typeof after !== 'object' || !after) return Object.is(before, after) ? [] : [[path, after]];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => differences(before[name as never], after[name as never], `${path}/${name}`));
}

describe('a translated definition', () => {
  const german = translateDefinition(visit, inGerman);

  it('has the texts, the language and the standing of the translation', () => {
    const instrument = settled(german, { when: 'after' });
    assert.equal(instrument.title, 'Nach dem Besuch');
    assert.equal(instrument.intro, 'Einige Fragen danach.');
    assert.equal(instrument.language, 'de');
    assert.equal(instrument.direction, 'ltr');
    assert.deepEqual(instrument.translation, { language: 'de', revision: 2, standing: 'draft' });
    assert.deepEqual(instrument.scales.often!.choices.map(({ text }) => text), ['Nein', 'Ja']);
    assert.equal(instrument.scoring!.scales!.peace!.title, 'Ruhe');
    const [calm, heard, who, pain] = instrument.items as unknown as Record<string, unknown>[];
    assert.deepEqual([calm!.text, heard!.text, heard!.help], ['Ich war ruhig.', 'Ich wurde gehört.', 'Von irgendwem.']);
    assert.deepEqual(who!.choices, [{ code: 'nobody', text: 'Niemand' }, { code: 'nurse', text: 'Pflege' }]);
    assert.deepEqual(pain!.labels, [{ value: 0, text: 'kein Schmerz' }, { value: 5, text: 'etwas' }]);
    assert.equal(sourceTexts(german).intro, texts.intro);
    assert.deepEqual(sourceTexts(german), texts);
    assert.equal(translateDefinition(visit, { ...inGerman, direction: 'rtl' }).direction, 'rtl');
  });

  it('is frozen, and is a valid definition', () => {
    assert.ok(Object.isFrozen(german) && Object.isFrozen(german.items));
    const read = readDefinition(german);
    assert.ok(read.ok, JSON.stringify(read));
    assert.deepEqual(read.definition, german);
  });

  it('has the structure and the scoring of the source, whatever texts it gets', () => {
    const head = ['/language', '/direction', '/translation'];
    for (const definition of [visit, ...listInstruments()]) {
      const { id: instrument, version } = definition;
      const given = { ...inGerman, instrument, version, sourceHash: wordingHash(definition), texts: sourceTexts(definition) };
      const read = readTranslation(definition, given);
      assert.ok(read.ok, JSON.stringify(read));
      const same = differences(definition, translateDefinition(definition, read.translation));
      assert.deepEqual(same.filter(([path]) => !head.includes(path)), [], 'the texts of the source give the source');
      const texts = marked(given.texts) as Translation['texts'];
      const changed = differences(definition, translateDefinition(definition, { ...read.translation, texts })).filter(([path]) => !head.includes(path));
      assert.deepEqual(changed.filter(([, value]) => value !== MARK), []);
      const isText = /\/(title|stem|intro|note|text|help|unit|add|minText|maxText|unknown|(result\/\w+)|((absent|words)\/[\w-]+))(\/is\/[\w-]+)?$/;
      assert.deepEqual(changed.filter(([path]) => !isText.test(path)), []);
      assert.ok(changed.length > 5);
    }
    const anyTexts = fc.dictionary(fc.constantFrom('title', 'items', 'scales', 'calm', 'id', 'code', 'scoring', 'by', 'is', '__proto__', 'constructor'), fc.anything());
    fc.assert(fc.property(anyTexts, (data) => {
      const read = readTranslation(visit, { ...inGerman, texts: { ...texts, ...data } });
      if (read.ok) assert.ok(resolveInstrument(translateDefinition(visit, read.translation)).ok);
    }));
  });
});

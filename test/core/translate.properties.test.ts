import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Session } from '../../src/core/answering/session.ts';
import type { Instance } from '../../src/core/answering/snapshot.ts';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import type { AbsentReason, Instrument, Value } from '../../src/core/instrument/instrument.ts';
import { withOverlay } from '../../src/core/instrument/overlay.ts';
import { sourceTexts } from '../../src/core/instrument/wording.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import { eachText } from '../elements/fixtures/pseudo-language.ts';
import { settled } from './answers.ts';
import { ownLicence } from './fixtures/own-licence.ts';
import { sessionOf } from './fixtures/sessions.ts';

type Items = InstrumentDefinition['items'];

/** Ten items of each kind: of every type, with a condition, in a group, and in a group that repeats. */
const block = (n: number): Items => [
  { id: `choice-${n}`, type: 'choice', scale: 'often', text: `Do you sleep well? ${n}` },
  { id: `many-${n}`, type: 'choice', multiple: true, text: `What helps? ${n}`, choices: [{ code: 'talk', text: 'To talk' }, { code: 'walk', text: 'To walk' }] },
  { id: `alone-${n}`, type: 'boolean', text: `Do you live alone? ${n}` },
  { id: `people-${n}`, type: 'integer', text: `With how many? ${n}`, min: 1, max: 20, when: { item: `alone-${n}`, op: '=', value: false } },
  { id: `hours-${n}`, type: 'decimal', text: `Hours of sleep ${n}`, min: 0, max: 24 },
  { id: `mood-${n}`, type: 'rating', text: `How is your mood? ${n}`, min: 0, max: 10, minText: 'Bad', maxText: 'Good' },
  { id: `since-${n}`, type: 'date', text: `Since when? ${n}` },
  { id: `wake-${n}`, type: 'time', text: `When do you get up? ${n}` },
  {
    id: `person-${n}`, type: 'group', text: `Someone you trust ${n}`, repeats: { min: 1, max: 3, add: 'Add a person' },
    items: [{ id: `who-${n}`, type: 'text', maxLength: 10, text: `Who is it? ${n}` }],
  },
];

/** 1,000 items. */
const long: InstrumentDefinition = {
  schema: 1,
  id: 'long',
  version: '1.0.0',
  language: 'en',
  title: 'A long form',
  audience: 'client',
  licence: ownLicence,
  normed: false,
  absent: { declined: 'Skip this one', unknown: 'Cannot say' },
  scales: { often: { choices: [{ code: 'no', text: 'No', value: 0 }, { code: 'yes', text: 'Yes', value: 1 }], unknown: 'Not sure' } },
  items: [...Array(100).keys()].flatMap(block),
};
const count = (items: Items): number => items.reduce((sum, { items: inner }) => sum + 1 + (inner ? count(inner) : 0), 0);

const LANGUAGES = ['en', 'de', 'es', 'fr', 'pt', 'ar', 'he', 'tr'];
const inLanguage = (language: string): Instrument => {
  if (language === 'en') return settled(long);
  const head = { language, direction: /ar|he/.test(language) ? 'rtl' : 'ltr', translation: { language, revision: 1, standing: 'draft' } } as const;
  return settled(withOverlay(long, { head, texts: eachText(sourceTexts(long), (text) => `${language}: ${text}`) }));
};
const translated = new Map(LANGUAGES.map((language) => [language, inLanguage(language)]));

type Step =
  | { do: 'answer'; pick: number; values: Value[] }
  | { do: 'leave out'; pick: number; reason: AbsentReason }
  | { do: 'add' | 'remove'; pick: number }
  | { do: 'go to'; pick: number };

const pick = fc.nat(2000);
const values = fc.constantFrom<Value[]>(['yes'], ['talk', 'walk'], [true], [false], [3], [7.5], ['Ann'], ['2026-03-01'], ['07:30'], ['far too long a name'], [99], ['§'], []);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: fc.constant('answer' as const), pick, values }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave out' as const), pick, reason: fc.constantFrom<AbsentReason>('declined', 'unknown', 'not-applicable') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('add', 'remove'), pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('go to' as const), pick }) },
);

const flat = (instances: readonly Instance[]): Instance[] => instances.flatMap((one) => [one, ...flat(one.children)]);

function run(session: Session, step: Step): void {
  const { instances, pages } = session.current;
  if (step.do === 'go to') return void session.goTo((step.pick % pages.length) + 1);
  const all = flat(instances);
  const chosen = step.do === 'add' || step.do === 'remove' ? all.filter(({ canAdd }) => canAdd !== undefined) : all.filter(({ item }) => item.type !== 'group');
  const { item, at } = chosen[step.pick % chosen.length]!;
  if (step.do === 'answer') session.answer(item.id, step.values, at);
  else if (step.do === 'leave out') session.leaveOut(item.id, step.reason, at);
  else if (step.do === 'add') session.add(item.id, at.slice(0, -1));
  else session.remove(item.id, at);
}

/** Everything that is known of the answers, without the wording. */
const answersOf = ({ current }: Session): unknown => {
  const { response, instances, pages, ...rest } = current;
  const { instrument, ...record } = response;
  return {
    ...rest,
    record,
    instrument: [instrument.id, instrument.version, instrument.options],
    shown: flat(instances).map(({ key, answer, rejected, canAdd, canRemove }) => ({ key, answer, rejected, canAdd, canRemove })),
    pages: pages.map((page) => page.map(({ key }) => key)),
  };
};

describe('a half-filled form of 1,000 items', () => {
  it('has 1,000 items', () => assert.equal(count(long.items), 1000));

  it('keeps each answer when its language changes, through every language, and the record names the language', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30, size: 'max' }), fc.shuffledSubarray(LANGUAGES, { minLength: 1 }), (steps, languages) => {
        const session = sessionOf(translated.get('en')!);
        for (const one of steps) run(session, one);
        for (const language of [...languages, 'en']) {
          const before = answersOf(session);
          session.translate(translated.get(language)!);
          assert.deepEqual(answersOf(session), before);
          const { instrument } = session.current.response;
          assert.equal(instrument.language, language);
          assert.deepEqual(instrument.translation, language === 'en' ? undefined : { language, revision: 1, standing: 'draft' });
        }
      }),
      // Each run is as long as many runs of other properties.
      { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 200) / 16) },
    );
  });

  it('shows each text in the new language, also in parts that appear later', () => {
    const session = sessionOf(translated.get('en')!);
    session.answer('alone-0', [true]);
    session.translate(translated.get('de')!);
    session.answer('alone-0', [false]);
    session.add('person-0');
    const texts = flat(session.current.instances).map(({ item }) => String(item.text));
    assert.ok(texts.includes('de: With how many? 0'));
    assert.deepEqual(texts.filter((text) => !text.startsWith('de: ')), []);
  });

  it('keeps an answer to an item that is not asked at the moment', () => {
    const session = sessionOf(translated.get('en')!);
    session.answer('alone-3', [false]);
    session.answer('people-3', [4]);
    session.answer('alone-3', [true]);
    for (const language of LANGUAGES) session.translate(translated.get(language)!);
    session.answer('alone-3', [false]);
    const found = flat(session.current.instances).find(({ key }) => key === 'people-3');
    assert.deepEqual(found?.answer, { item: 'people-3', state: 'answered', values: [4] });
  });

  it('gives a record that is read and completed in any of the languages', () => {
    const session = sessionOf(translated.get('en')!);
    session.answer('choice-0', ['yes']);
    session.answer('who-0', ['Ann'], [0]);
    for (const language of LANGUAGES) {
      session.translate(translated.get(language)!);
      const record = session.complete();
      assert.equal(record.instrument.language, language);
      const read = readResponse(settled(long), record);
      assert.ok(read.ok, JSON.stringify(read));
    }
  });

  it('does not change the language of a record that was sent', () => {
    const session = sessionOf(translated.get('de')!);
    session.answer('choice-0', ['yes']);
    const record = session.complete();
    session.markSent(record);
    session.translate(translated.get('ar')!);
    assert.equal(session.current.response, record);
    session.answer('choice-0', ['no']);
    assert.equal(session.current.response.instrument.language, 'ar');
    assert.equal(session.current.response.replaces, record.id);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createSession, readDefinition, readResponse, readTranslation, resolveInstrument, score, series } from '../../src/core/index.ts';
import type { Instrument } from '../../src/core/instrument/instrument.ts';
import { fromQuestionnaire, fromQuestionnaireResponse, toQuestionnaire } from '../../src/fhir/index.ts';
import { readForm, renderFallback } from '../../src/html/index.ts';
import { getInstrument, listInstruments, registerInstrument } from '../../src/instruments/index.ts';
import { intake } from '../core/fixtures/intake.ts';

const NOW = '2026-11-30T10:00:00+00:00';
const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

/** Data in which some objects have a key that others copy onto every object, and some texts are such a key. */
const polluted = (data: unknown): fc.Arbitrary<unknown> =>
  fc.infiniteStream(fc.nat(9)).map((stream) => {
    const chance = (): number => stream.next().value as number;
    const copy = (value: unknown): unknown => {
      if (typeof value === 'string') return chance() === 0 ? KEYS[chance() % KEYS.length] : value;
      if (Array.isArray(value)) return value.map(copy);
      if (typeof value !== 'object' || !value) return value;
      const entries = Object.entries(value).map(([key, one]): [string, unknown] => [chance() === 0 ? KEYS[chance() % KEYS.length]! : key, copy(one)]);
      const more: [string, unknown][] = chance() < 4 ? [['__proto__', { isHit: true }], ['constructor', { prototype: { isHit: true } }]] : [];
      return Object.fromEntries([...entries, ...more]);
    };
    return copy(data);
  });

const found = getInstrument('trust-12');
assert.ok(found.ok);
const trust = found.instrument;
let ids = 0;
const sessionOf = (instrument: Instrument): ReturnType<typeof createSession> =>
  createSession(instrument, { newId: () => `id-${++ids}`, now: () => NOW, locale: 'en', software: { name: 'attune-elements', version: '0.1.0' } });
const session = sessionOf(trust);
for (const { item, key } of session.current.instances) if (item.type === 'choice') session.answer(key, [trust.scales[item.scale!]!.choices[0]!.code]);
const record = session.current.response;
const translation = { schema: 1, instrument: 'trust-12', version: trust.version, language: 'de', revision: 1, standing: 'draft', method: 'm', people: [], evidence: [], sourceHash: 'x', texts: { title: 'T', items: { t1: { text: 'x' } } } };
const questionnaire = toQuestionnaire(intake, { release: 'R4' } as never).resource as unknown;

const entries: [string, string][] = [
  ['n.instrument', intake.id], ['n.version', intake.version], ['n.mood', 'low'], ['n.alone', 'true'],
  ['__proto__', 'true'], ['n.__proto__', 'true'], ['n.__proto__.isHit', 'true'], ['n.constructor.prototype.isHit', 'true'], ['n.option.__proto__', 'true'],
];
const formOptions = { name: 'n', now: NOW, id: 'a', find: () => ({ ok: true as const, instrument: intake }) };

/** Everything that reads data from outside. */
const gates: Record<string, { from: unknown; read: (data: unknown) => unknown }> = {
  'a definition': { from: listInstruments()[0], read: (data) => [readDefinition(data), registerInstrument(data)] },
  'the options of an instrument': { from: { variant: 'session', keying: 'mixed' }, read: (data) => [getInstrument('trust-12', data as never), resolveInstrument(listInstruments()[0]!, data as never)] },
  // Scores and series are for records that this gate has read.
  'a record': {
    from: record,
    read: (data) => {
      const given = readResponse(trust, data);
      return given.ok && [score(trust, given.response), series([{ response: given.response, score: score(trust, given.response) }] as never)];
    },
  },
  'a translation': { from: translation, read: (data) => readTranslation(listInstruments()[0]!, data) },
  'a Questionnaire': { from: questionnaire, read: (data) => fromQuestionnaire(data as never) },
  'a QuestionnaireResponse': { from: { resourceType: 'QuestionnaireResponse', status: 'completed', item: [{ linkId: 'mood', answer: [{ valueString: 'x' }] }] }, read: (data) => fromQuestionnaireResponse(intake, data as never) },
  'the entries of a form': { from: entries, read: (data) => readForm(data as never, formOptions) },
  'the options of a form': { from: { id: 'a', action: '/send', strings: { send: 'Go' }, fields: { a: 'b' } }, read: (data) => renderFallback(intake, data as never) },
};

const state = (): string => JSON.stringify([Object, Array, Function, String, Map].map(({ prototype }) => Reflect.ownKeys(prototype as object).map(String)));

describe('keys that would change every object', () => {
  it('are tried in data that is accepted without them', () => {
    assert.deepEqual(readResponse(trust, record), { ok: true, response: record });
    assert.ok(readDefinition(listInstruments()[0]).ok);
    assert.ok(fromQuestionnaire(questionnaire as never).instrument);
        assert.equal(readForm(entries.filter(([name]) => name.startsWith('n.') && !/proto/.test(name)), formOptions).state, 'completed');
  });

  for (const [what, { from, read }] of Object.entries(gates)) {
    it(`change nothing in ${what}`, () => {
      const before = state();
      fc.assert(
        fc.property(polluted(from), (data) => {
          read(data);
          assert.equal(({} as { isHit?: boolean }).isHit, undefined);
          assert.equal(state(), before);
        }),
      );
    });
  }
});

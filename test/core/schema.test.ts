import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import type { Response } from '../../src/core/record/response.ts';
import { createSession } from '../../src/core/answering/session.ts';
import { completed } from './fixtures/sessions.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { score } from '../../src/core/scoring/score.ts';
import { listInstruments } from '../../src/instruments/index.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import { generateSchemas } from '../../tools/schema.mjs';
import { byWeight, settled } from './answers.ts';
import { inGerman, validatedInGerman, visit } from './fixtures/visit-in-german.ts';
import { translateDefinition } from '../../src/core/instrument/translation.ts';
import * as published from './fixtures/published.ts';

const read = (name: string): string => readFileSync(new URL(`../../src/schema/${name}`, import.meta.url), 'utf8');
const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
const compile = (name: string) => ajv.compile(JSON.parse(read(name)) as object);

const instrumentFits = compile('instrument.json');
const responseFits = compile('response.json');
const scoreFits = compile('score.json');
const translationFits = compile('translation.json');

const asJson = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

const instrument = settled(trust12);
const lines = instrument.scoring!.total!.items;
const filledIn = (...weights: (number | undefined)[]): Response => {
  const session = createSession(instrument, {
    newId: () => 'c3a5',
    now: () => '2026-05-04T10:00:00+02:00',
    locale: 'en',
    software: { name: 'test', version: '1.0.0' },
  });
  for (const answer of byWeight(instrument, lines, weights).answers) {
    if (answer.state === 'answered') session.answer(answer.item, answer.values);
  }
  session.leaveOut('t-now', 'declined');
  return completed(session, { disclosure: 'Your therapist will see this.', subject: 's1', author: 'client' });
};

describe('the JSON Schemas', () => {
  for (const [name, text] of Object.entries(generateSchemas())) {
    it(`${name} is up to date`, () => assert.equal(read(name), text, 'run npm run schema'));
  }

  for (const definition of listInstruments()) {
    it(`accept the definition of ${definition.id}`, () => {
      assert.ok(instrumentFits(asJson(definition)), ajv.errorsText(instrumentFits.errors));
    });
  }

  for (const [name, definition] of Object.entries(published)) {
    it(`accept the rules of a published scale: ${name}`, () => {
      assert.ok(instrumentFits(asJson(definition)), ajv.errorsText(instrumentFits.errors));
    });
  }

  it('accept a translation, and a definition with its texts', () => {
    for (const translation of [inGerman, { ...validatedInGerman, covers: ['bands'], backTranslation: [{ item: 'calm', text: 'I was quiet.' }] }]) {
      assert.ok(translationFits(asJson(translation)), ajv.errorsText(translationFits.errors));
    }
    assert.equal(translationFits(asJson({ ...inGerman, standing: 'good' })), false);
    assert.equal(translationFits(asJson({ ...inGerman, texts: { intro: 5 } })), false);
    const sameAcrossLanguages = [{ languages: ['en', 'de'], source: 'Someone 2026', url: 'https://doi.org/10.0000/0' }];
    const german = { ...translateDefinition(visit, inGerman), sameAcrossLanguages };
    assert.ok(instrumentFits(asJson(german)), ajv.errorsText(instrumentFits.errors));
    assert.ok(readDefinition(german).ok);
    assert.equal(readDefinition({ ...german, sameAcrossLanguages: [{ languages: ['en', 'de'] }] }).ok, false);
  });

  it('accept a licence and a source that depend on an option', () => {
    const one = (text: string) => ({ by: 'variant', is: { intake: text, session: text } });
    const { licence, scoring } = trust12;
    const varied = {
      ...trust12,
      licence: { ...licence, copyright: one('(c)'), licenceHolder: one('Someone'), licenceUrl: one('https://a.example') },
      scoring: { ...scoring, source: one('Someone'), url: one('https://a.example') },
    };
    assert.ok(instrumentFits(asJson(varied)), ajv.errorsText(instrumentFits.errors));
    assert.ok(readDefinition(varied).ok);
  });

  it('refuse a definition with a wrong part', () => {
    const { licence, scoring } = trust12;
    const { total } = scoring;
    const wrong: object[] = [
      { ...trust12, licence: undefined },
      { ...trust12, licence: { ...licence, licenceConfirmed: false } },
      { ...trust12, licence: { ...licence, copyright: undefined } },
      { ...trust12, licence: { ...licence, text: 'MIT' } },
      { ...trust12, scoring: { ...scoring, total: { ...total, method: 'median' } } },
      { ...trust12, scoring: { ...scoring, total: { ...total, method: { by: 'variant', is: { intake: 'sum', session: 'mean' } } } } },
      { ...trust12, scoring: { ...scoring, total: { ...total, missing: 'skip' } } },
      { ...trust12, scoring: { ...scoring, total: { ...total, norms: { sd: 1, reliability: 0.8 } } } },
      { ...trust12, scoring: { ...scoring, total: { ...total, bands: { ...total.bands, of: 'percentile' } } } },
      { ...trust12, title: undefined },
      { ...trust12, colour: 'red' },
      { ...trust12, audience: 'patient' },
      { ...trust12, title: { by: 'variant' } },
      { ...trust12, items: [{ id: 'a', type: 'dial', text: '' }] },
      { ...trust12, items: [{ id: 'a', type: 'text', text: '', only: 'mixed' }] },
      { ...trust12, options: { variant: { values: [], default: 'x' } } },
    ];
    for (const definition of wrong) assert.equal(instrumentFits(asJson(definition)), false);
  });

  it('accept a record of a session', () => {
    assert.ok(responseFits(asJson(filledIn(1, 2, 3, undefined, 5))), ajv.errorsText(responseFits.errors));
  });

  it('refuse a record with a wrong part', () => {
    const record = filledIn(1, 2, 3);
    const wrong: object[] = [
      { ...record, schema: 2 },
      { ...record, id: 5 },
      { ...record, status: 'done' },
      { ...record, extra: true },
      { ...record, answers: [{ item: 't01', state: 'answered' }] },
      { ...record, answers: [{ item: 't01', state: 'declined', values: ['agree'] }] },
      { ...record, answers: [{ item: 't01', state: 'bored' }] },
    ];
    for (const response of wrong) assert.equal(responseFits(asJson(response)), false);
  });

  it('accept complete, prorated, insufficient and missing scores', () => {
    const full = [4, 4, 3, 2, 5, 2, 4, 3, 1, 4, 2];
    const scores = [
      score(instrument, filledIn(...full, 5)),
      score(instrument, filledIn(...full)),
      score(instrument, filledIn(1)),
    ];
    assert.deepEqual(
      scores.map(({ status }) => status),
      ['complete', 'prorated', 'insufficient'],
    );
    const { scoring: _, ...plain } = instrument;
    const banded = { ...instrument, scoring: { scales: { trust: instrument.scoring!.total! } } };
    for (const record of [filledIn(...full, 5), filledIn(5, 5), filledIn(...lines.map(() => 5))]) {
      scores.push(score(banded, record));
    }
    for (const scored of [...scores, score(plain, filledIn(1))]) {
      assert.ok(scoreFits(asJson(scored)), ajv.errorsText(scoreFits.errors));
    }
  });

  it('refuse a score with a wrong part', () => {
    const scored = score(instrument, filledIn(1));
    for (const wrong of [
      { ...scored, total: null },
      { ...scored, status: 'good' },
      { ...scored, total: { status: 'scored', raw: 1 } },
    ]) {
      assert.equal(scoreFits(asJson(wrong)), false);
    }
  });
});

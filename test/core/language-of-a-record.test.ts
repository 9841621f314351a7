import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { isSameForm, keyOfForm, series, type Form } from '../../src/core/change/series.ts';
import { createSession } from '../../src/core/answering/session.ts';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import type { Instrument } from '../../src/core/instrument/instrument.ts';
import { translateDefinition, type Translation } from '../../src/core/instrument/translation.ts';
import { readRecord } from '../../src/core/record/read-record.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import type { Response } from '../../src/core/record/response.ts';
import { leanings, resultWords } from '../../src/core/scoring/result-words.ts';
import { score } from '../../src/core/scoring/score.ts';
import { getInstrument } from '../../src/instruments/index.ts';
import { itemStatistics } from '../../src/statistics/index.ts';
import { answered, settled } from './answers.ts';
import { inGerman, reviewedInGerman, validatedInGerman, visit } from './fixtures/visit-in-german.ts';
import { completed } from './fixtures/sessions.ts';

/** Records as the first package wrote them, before they stated their language. */
const stored = JSON.parse(readFileSync(new URL('./fixtures/records-without-language.json', import.meta.url), 'utf8')) as Response[];

const source = settled(visit);
const inLanguage = (translation: Translation): Instrument => settled(translateDefinition(visit, translation));

/** The record of a person who says yes to both scored items, or answers as given. */
function filledIn(instrument: Instrument, calm = 'yes', heard = 'no'): Response {
  let ids = 0;
  const session = createSession(instrument, {
    newId: () => `${instrument.language}${++ids}`,
    now: () => '2026-12-01T10:00:00+01:00',
    locale: 'en',
    software: { name: 'test', version: '1.0.0' },
  });
  session.answer('calm', [calm]);
  session.answer('heard', [heard]);
  return completed(session, {});
}
const problemsOf = (data: unknown, instrument = source): string[] => {
  const read = readResponse(instrument, data);
  return read.ok ? [] : read.problems.map(({ path, code }) => `${path} ${code}`);
};

describe('a record', () => {
  it('states the language of the wording, apart from the language of the interface', () => {
    const { instrument, locale } = filledIn(source);
    assert.deepEqual(instrument, { id: 'visit', version: '1.0.0', options: { when: 'before', topics: 'room staff' }, language: 'en' });
    assert.equal(locale, 'en');
  });

  it('states which translation was on screen', () => {
    const { instrument } = filledIn(inLanguage(reviewedInGerman));
    assert.equal(instrument.language, 'de');
    assert.deepEqual(instrument.translation, { language: 'de', revision: 2, standing: 'reviewed' });
  });

  it('carries the review of the host', () => {
    const review = { people: [{ name: 'B. Muster', role: 'clinician' }], method: 'Read aloud.', changes: { items: { calm: 'Ich war gelassen.' } } };
    const record = filledIn(inLanguage({ ...reviewedInGerman, review }));
    assert.deepEqual(record.instrument.translation?.review, review);
    const read = readResponse(source, record);
    assert.ok(read.ok);
    assert.deepEqual(read.response, record);
    assert.ok(Object.isFrozen(read.response.instrument.translation!.review!.changes));
  });

  it('is read without the translation that was on screen', () => {
    for (const translation of [inGerman, reviewedInGerman, { ...validatedInGerman, covers: ['bands' as const] }]) {
      const record = filledIn(inLanguage(translation));
      assert.deepEqual(problemsOf(record), []);
      assert.deepEqual(problemsOf(filledIn(source), inLanguage(translation)), [], 'and the other way round');
    }
  });

  it('is refused if it contradicts itself', () => {
    const record = filledIn(inLanguage(inGerman));
    const asked = (more: object): unknown => ({ ...record, instrument: { ...record.instrument, ...more } });
    assert.deepEqual(problemsOf(asked({ language: 'fr' })), ['instrument.language one-of']);
    assert.deepEqual(problemsOf(asked({ language: undefined })), ['instrument.language one-of']);
    const read = readRecord(() => ({ ok: true, instrument: source }), asked({ language: 'fr' }));
    assert.deepEqual(!read.ok && read.problems.map(({ path }) => path), ['instrument.language']);
    assert.deepEqual(problemsOf(asked({ language: 'not a tag' })), ['instrument.language language-tag']);
    assert.deepEqual(problemsOf(asked({ translation: { language: 'de', revision: 2, standing: 'good' } })), ['instrument.translation.standing one-of']);
    assert.deepEqual(problemsOf(asked({ translation: { ...record.instrument.translation, review: { people: [{ name: 'B', role: 'C' }], method: 'x', changes: 5 } } })), ['instrument.translation.review.changes text']);
  });

  it('keeps its id and answers when it goes on in another language, and states the later one', () => {
    const record = filledIn(source);
    const draft = { ...record, status: 'in-progress' as const, completedAt: undefined };
    const { completedAt: _, ...restore } = draft;
    const session = createSession(inLanguage(inGerman), { newId: () => 'new', now: () => '2026-12-01T10:00:00+01:00', locale: 'de', software: record.software, restore });
    const { id, answers, instrument } = session.current.response;
    assert.equal(id, record.id);
    assert.deepEqual(answers, record.answers);
    assert.equal(instrument.language, 'de');
  });
});

describe('records of the first package, which do not state their language', () => {
  it('are read as they are', () => {
    for (const record of stored) {
      const read = readRecord(getInstrument, record);
      assert.ok(read.ok, JSON.stringify(read));
      assert.deepEqual(read.response, record);
      assert.equal(score(read.instrument, read.response).provenance.language, 'en');
    }
    const fits = new Ajv({ strict: true, allowUnionTypes: true }).compile(
      JSON.parse(readFileSync(new URL('../../src/schema/response.json', import.meta.url), 'utf8')) as object,
    );
    assert.ok(stored.every((record) => fits(record)));
  });

  it('belong to the records in the language of the source', () => {
    const [session, , other] = stored as [Response, Response, Response];
    const now = (language: string, translation?: Form['translation']): Response => ({
      ...session,
      instrument: { ...session.instrument, language, ...(translation && { translation }) },
    });
    const german = now('de', { language: 'de', revision: 1, standing: 'validated' });
    const english = now('en');
    assert.deepEqual(series([...stored, german, english]).map(({ records }) => records.map(({ instrument }) => instrument.language ?? '')), [['', '', 'en'], [''], ['de']]);
    assert.deepEqual(series([german, session]).length, 2, 'never to a translation');
    // A host has two definitions of one id and version, in two languages. Nobody knows which of them was on screen.
    const ownGerman = now('de');
    assert.deepEqual(series([english, ownGerman, session, other]).map(({ records }) => records.length), [1, 1, 2]);
    const definition = { id: 'trust-12', version: '1.0.0', language: 'en' };
    assert.deepEqual(series([english, ownGerman, session, other], [definition]).map(({ records }) => records.length), [3, 1]);
  });

  it('can have a score of today, and the other way round', () => {
    const [{ instrument }] = stored as [Response];
    assert.ok(isSameForm({ ...instrument, language: 'en' }, instrument));
    assert.ok(isSameForm(instrument, instrument));
    assert.ok(!isSameForm({ ...instrument, language: 'en' }, { ...instrument, language: 'de' }));
    assert.ok(!isSameForm({ ...instrument, version: '2.0.0' }, instrument));
  });
});

describe('the language joins the form', () => {
  const of = (language: string, translation: Translation = { ...reviewedInGerman, language }): Form => settled(translateDefinition(visit, translation));

  it('so that scores of two languages are not joined', () => {
    assert.notEqual(keyOfForm(source), keyOfForm(of('de')));
    assert.notEqual(keyOfForm(of('de')), keyOfForm(of('de-AT')));
    assert.equal(keyOfForm(of('de-AT')), keyOfForm(of('DE-at')));
    assert.equal(keyOfForm(of('de')), keyOfForm(of('de', { ...validatedInGerman, revision: 3 })), 'a revision is the same form');
  });

  it('unless the definition declares it with its evidence', () => {
    const records = ['en', 'de', 'fr', 'de'].map((language) => ({ instrument: language === 'en' ? source : of(language) }));
    const joined = (...languages: string[]): InstrumentDefinition => ({ ...visit, sameAcrossLanguages: [{ languages, source: 'Muster 2027' }] });
    const lengths = (definition: InstrumentDefinition): number[] => series(records, [definition]).map((one) => one.records.length);
    assert.deepEqual(lengths(visit), [1, 2, 1]);
    assert.deepEqual(lengths(joined('de', 'fr')), [1, 3]);
    assert.deepEqual(lengths(joined('en', 'DE')), [3, 1]);
    assert.deepEqual(lengths({ ...joined('en', 'de'), version: '2.0.0' }), [1, 2, 1], 'of another version');
  });

  it('so that statistics refuse records of two languages', () => {
    const both = itemStatistics(source, [filledIn(source), filledIn(of('de') as Instrument)]);
    assert.deepEqual(!both.ok && both.problems.map(({ path }) => path), ['responses[1].instrument.language']);
    assert.ok(itemStatistics(source, [filledIn(of('de') as Instrument)]).ok);
  });
});

describe('the score of a translation', () => {
  const scored = (translation: Translation, ...said: string[]) => score(source, filledIn(inLanguage(translation), ...said));
  const full = score(source, filledIn(source));

  it('has a band in the language of the source', () => {
    assert.equal(full.band, 'high');
    assert.equal(full.provenance.language, 'en');
    assert.equal(full.provenance.translation, undefined);
  });

  it('does not exist for a draft', () => {
    const record = filledIn(inLanguage(inGerman));
    const draft = score(source, record);
    assert.equal(draft.status, 'unscored');
    assert.equal(draft.total, undefined);
    assert.deepEqual(draft.scales, {});
    assert.equal(draft.band ?? draft.bandWithheld, undefined);
    assert.equal(draft.provenance.method, 'not scored');
    assert.equal(draft.provenance.language, 'de');
    assert.equal(draft.provenance.translation?.standing, 'draft');
    assert.deepEqual(resultWords(inLanguage(inGerman), record), { kind: 'none' });
  });

  it('of a reviewed one has raw scores and words, and no band or norms', () => {
    const reviewed = scored(reviewedInGerman);
    assert.deepEqual(reviewed.total, full.total);
    assert.deepEqual(reviewed.scales, full.scales);
    assert.equal(reviewed.status, full.status);
    assert.equal(reviewed.band, undefined);
    assert.equal(reviewed.bandWithheld, 'translation');
    const german = inLanguage(reviewedInGerman);
    const words = resultWords(german, filledIn(german, 'yes', 'yes'));
    assert.deepEqual(words.kind === 'summary' && [words.counts, words.talkAbout], ['1 ja, 0 dazwischen, 1 nein.', ['Ich wurde gehört.']]);
    assert.deepEqual(leanings(source, filledIn(german)).away, []);
  });

  it('of a validated one is as in the source where the evidence covers it', () => {
    assert.equal(scored(validatedInGerman).bandWithheld, 'translation');
    assert.equal(scored({ ...validatedInGerman, covers: ['norms'] }).bandWithheld, 'translation');
    const { provenance, ...rest } = scored({ ...validatedInGerman, covers: ['bands'] });
    const { provenance: before, ...same } = full;
    assert.deepEqual(rest, same);
    assert.deepEqual(provenance, { ...before, language: 'de', translation: { language: 'de', revision: 2, standing: 'validated', covers: ['bands'] } });
  });

  it('has norms only where the evidence covers them', () => {
    const { total } = visit.scoring;
    const normed = { ...source, normed: true, scoring: { total: { ...total, norms: { sd: 1, reliability: 0.8, source: 'Someone' } } } } as Instrument;
    const isNormed = (translation?: Translation): boolean =>
      score(normed, filledIn(translation ? inLanguage(translation) : source)).provenance.normed;
    assert.ok(isNormed());
    assert.ok(!isNormed(reviewedInGerman));
    assert.ok(!isNormed({ ...validatedInGerman, covers: ['bands'] }));
    assert.ok(isNormed({ ...validatedInGerman, covers: ['norms'] }));
  });

  it('keeps the other reasons for no band', () => {
    const { total } = visit.scoring;
    const uniform = { ...total, bands: { ...total.bands, uniformExcept: [] } };
    const definition: InstrumentDefinition = { ...visit, scoring: { total: uniform } };
    const german = settled(translateDefinition(definition, reviewedInGerman));
    const record = filledIn(german, 'yes', 'yes');
    assert.equal(score(german, record).bandWithheld, 'uniform');
    assert.equal(resultWords(german, record).kind, 'one-sided');
    assert.equal(resultWords(german, filledIn(german)).kind, 'summary');
  });

  it('follows the record, not the instrument at hand', () => {
    const record = filledIn(source);
    assert.equal(score(inLanguage(inGerman), record).band, 'high');
    assert.equal(score(inLanguage(inGerman), { answers: record.answers }).status, 'unscored');
    assert.equal(score(inLanguage({ ...validatedInGerman, covers: ['bands'] }), filledIn(inLanguage(inGerman))).status, 'unscored');
    assert.equal(score(source, { answers: [answered('calm', 'yes')] }).provenance.language, 'en');
  });
});

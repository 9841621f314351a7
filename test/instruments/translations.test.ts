import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { overlayFor, SHELF, type Shelf } from '../../src/instruments/translation-shelf.ts';
import { includeTranslations } from '../../src/instruments/add-translations.ts';
import { sourceTexts, wordingHash } from '../../src/core/instrument/wording.ts';
import type { Translation } from '../../src/core/instrument/translation.ts';
import { readRecord } from '../../src/core/record/read-record.ts';
import { score } from '../../src/core/scoring/score.ts';
import { getInstrument, listTranslations, registerInstrument, registerTranslation, reviewTranslation, trust12 } from '../../src/instruments/index.ts';
import { onRegistered } from '../../src/instruments/registry.ts';
import { trust12Form } from '../../src/instruments/trust-12.ts';
import { trustForms } from '../../src/instruments/trust-forms.ts';
import { withOverlay } from '../../src/core/instrument/overlay.ts';
import { inGerman, reviewedInGerman, validatedInGerman, visit } from '../core/fixtures/visit-in-german.ts';
import { answered, settled } from '../core/answers.ts';
import { record } from '../core/records.ts';

const page = globalThis as { [SHELF]?: Shelf };
beforeEach(() => {
  delete page[SHELF];
  assert.ok(registerInstrument(visit).ok);
});

type Wanted = Parameters<typeof getInstrument>[2];

/** The introduction of the instrument before a visit. */
const intro = (wanted?: Wanted): string | undefined => {
  const got = getInstrument('visit', {}, wanted);
  assert.ok(got.ok);
  return got.instrument.intro;
};
const saying = (base: Translation, intro: string, more: Partial<Translation> = {}): Translation => ({ ...base, ...more, texts: { ...base.texts, intro } });

describe('a registered translation', () => {
  it('is found by its language, or by a more special one', () => {
    assert.ok(registerTranslation(saying(reviewedInGerman, 'Deutsch')).ok);
    assert.equal(intro({ language: 'de' }), 'Deutsch');
    assert.equal(intro({ language: 'de-AT' }), 'Deutsch');
    assert.equal(intro({ language: 'DE-ch-1996' }), 'Deutsch');
    for (const language of ['en', 'en-GB', 'fr', '', 'd', 'not a tag']) assert.equal(intro({ language }), 'A few questions.', language);
    assert.equal(intro(), 'A few questions.');
  });

  it('in exactly the wanted language comes first', () => {
    registerTranslation(saying(validatedInGerman, 'Deutsch'));
    registerTranslation(saying(reviewedInGerman, 'Österreichisch', { language: 'de-AT' }));
    registerTranslation(saying(inGerman, 'Schweizerisch', { language: 'de-CH' }));
    assert.equal(intro({ language: 'de-at' }), 'Österreichisch');
    assert.equal(intro({ language: 'de-CH' }), 'Deutsch');
    assert.equal(intro({ language: 'de-CH', translations: 'draft' }), 'Schweizerisch');
  });

  it('is not used if the source has a language that is closer', () => {
    registerInstrument({ ...visit, language: 'de-AT' });
    registerTranslation(saying(reviewedInGerman, 'Deutsch'));
    assert.equal(intro({ language: 'de-AT' }), 'A few questions.');
    assert.equal(intro({ language: 'de' }), 'Deutsch');
  });

  it('as a draft is shown only if drafts are wanted', () => {
    registerTranslation(saying(inGerman, 'Entwurf'));
    assert.equal(intro({ language: 'de' }), 'A few questions.');
    assert.equal(intro({ language: 'de', translations: 'draft' }), 'Entwurf');
    registerTranslation(saying(reviewedInGerman, 'Geprüft'));
    assert.equal(intro({ language: 'de', translations: 'draft' }), 'Geprüft');
    registerTranslation(saying(inGerman, 'Neuer Entwurf', { revision: 9 }));
    assert.equal(intro({ language: 'de', translations: 'draft' }), 'Geprüft', 'the standing comes before the revision');
    registerTranslation(saying(reviewedInGerman, 'Neu geprüft', { revision: 9 }));
    assert.equal(intro({ language: 'de' }), 'Neu geprüft');
  });

  it('replaces one with the same revision and standing', () => {
    registerTranslation(saying(reviewedInGerman, 'Eins'));
    registerTranslation(saying(reviewedInGerman, 'Zwei'));
    assert.equal(intro({ language: 'de' }), 'Zwei');
    assert.equal(listTranslations('visit').length, 1);
  });

  it('is refused if a text is missing, and the earlier one stays', () => {
    registerTranslation(saying(reviewedInGerman, 'Gut'));
    const { intro: _, ...texts } = inGerman.texts;
    const read = registerTranslation({ ...reviewedInGerman, revision: 3, texts });
    assert.deepEqual(!read.ok && read.problems.map(({ path }) => path), ['texts.intro']);
    assert.equal(intro({ language: 'de' }), 'Gut');
    for (const data of [null, 5, {}, { get texts(): never { throw new Error('no'); } }]) assert.equal(registerTranslation(data).ok, false);
  });

  it('counts as a draft once the source has changed, and is listed so', () => {
    registerTranslation(saying(reviewedInGerman, 'Deutsch'));
    registerInstrument({ ...visit, note: undefined, intro: 'Some questions.' });
    assert.equal(intro({ language: 'de' }), 'Some questions.');
    assert.equal(intro({ language: 'de', translations: 'draft' }), 'Deutsch');
    assert.deepEqual(listTranslations('visit').map(({ standing }) => standing), ['draft']);
    const read = registerTranslation(saying(validatedInGerman, 'Deutsch'));
    assert.deepEqual(read.ok && read.issues.map(({ path }) => path), ['sourceHash']);
    registerInstrument({ ...visit, version: '1.1.0' });
    assert.equal(intro({ language: 'de' }), 'A few questions.');
    assert.equal(intro({ language: 'de', translations: 'draft' }), 'Deutsch');
  });

  it('is not shown if its instrument now has other texts', () => {
    registerTranslation(saying(reviewedInGerman, 'Deutsch'));
    registerInstrument({ ...visit, note: 'More.' });
    assert.equal(intro({ language: 'de', translations: 'draft' }), 'A few questions.');
    assert.deepEqual(listTranslations('visit'), []);
  });

  it('may come before its instrument', () => {
    const later = { ...visit, id: 'later' };
    const given = { ...saying(reviewedInGerman, 'Deutsch'), instrument: 'later' };
    assert.ok(registerTranslation(given).ok);
    assert.equal(overlayFor(later, 'de'), undefined);
    assert.deepEqual(listTranslations('later'), []);
    registerInstrument(later);
    const got = getInstrument('later', {}, { language: 'de' });
    assert.equal(got.ok && got.instrument.intro, 'Deutsch');
    assert.equal(listTranslations('later').length, 1);
  });

  it('tells those who wait for a registration', () => {
    let calls = 0;
    const stop = onRegistered(() => calls++);
    registerTranslation(reviewedInGerman);
    assert.equal(calls, 1);
    registerTranslation({});
    assert.equal(calls, 1);
    stop();
  });

  it('is the same object until a better one is added', () => {
    registerTranslation(reviewedInGerman);
    const first = overlayFor(visit, 'de');
    registerTranslation(reviewedInGerman);
    registerTranslation(saying(inGerman, 'Entwurf', { language: 'fr' }));
    registerInstrument(visit);
    assert.ok(first);
    assert.equal(overlayFor(visit, 'de-AT'), first);
    assert.ok(Object.isFrozen(first.texts));
    registerTranslation(saying(reviewedInGerman, 'Besser', { revision: 3 }));
    assert.notEqual(overlayFor(visit, 'de'), first);
  });

  it('leads to a record that a server reads and scores without it', () => {
    registerTranslation(reviewedInGerman);
    const got = getInstrument('visit', { when: 'after' }, { language: 'de' });
    assert.ok(got.ok);
    const { instrument } = got;
    const said = record(instrument, { answers: [answered('calm', 'yes'), answered('heard', 'no')] });
    const sent = { ...said, instrument: { ...said.instrument, language: instrument.language, translation: instrument.translation } };
    delete page[SHELF];
    const read = readRecord(getInstrument, sent);
    assert.ok(read.ok, JSON.stringify(read));
    assert.equal(score(read.instrument, read.response).bandWithheld, 'translation');
    assert.equal(getInstrument('nothing', {}, { language: 'de' }).ok, false);
  });
});

describe("a host's review", () => {
  const review = { people: [{ name: 'B. Muster', role: 'clinician, native speaker' }], method: 'Read aloud with two patients.' };

  it('raises a draft, and travels with it, with the texts under the options of the record', () => {
    registerTranslation(inGerman);
    const changes = { title: { by: 'when', is: { before: 'Davor', after: 'Danach' } }, items: { calm: 'Ich war gelassen.', heard: 'Man hörte mich.', who: { choices: { nurse: 'Jemand von der Pflege' } } } };
    const read = reviewTranslation('visit', 'de', { ...review, changes, revision: 2 });
    assert.ok(read.ok, JSON.stringify(read));
    const got = getInstrument('visit', {}, { language: 'de' });
    assert.ok(got.ok);
    const { instrument } = got;
    assert.deepEqual(instrument.translation, { language: 'de', revision: 2, standing: 'reviewed', review: { ...review, changes: { ...changes, title: 'Davor' } } });
    assert.equal(instrument.title, 'Davor');
    const [calm, heard, who] = instrument.items as unknown as { text: string; help?: string; choices?: { text: string }[] }[];
    assert.equal(calm!.text, 'Ich war gelassen.');
    assert.deepEqual([heard!.text, heard!.help], ['Man hörte mich.', 'Von irgendwem.']);
    assert.deepEqual(who!.choices!.map(({ text }) => text), ['Niemand', 'Jemand von der Pflege']);
    assert.deepEqual(listTranslations('visit').map(({ standing }) => standing), ['draft', 'reviewed']);
  });

  it('can be repeated, and is not lost when the draft is registered again', () => {
    registerTranslation(inGerman);
    assert.ok(reviewTranslation('visit', 'DE', { ...review, changes: { intro: 'Eins' } }).ok);
    assert.ok(reviewTranslation('visit', 'de', { ...review, changes: { intro: 'Zwei' } }).ok);
    includeTranslations(inGerman, reviewedInGerman);
    assert.equal(intro({ language: 'de' }), 'Zwei');
  });

  it('is refused without people, a method, a draft, its revision, or with a text that does not fit', () => {
    const problems = (...given: Parameters<typeof reviewTranslation>): string => {
      const read = reviewTranslation(...given);
      return read.ok ? '' : read.problems.map(({ path }) => path).join(' ');
    };
    assert.equal(problems('visit', 'de', review), 'language');
    registerTranslation(inGerman);
    assert.equal(problems('none', 'de', review), 'id');
    assert.equal(problems('visit', 'fr', review), 'language');
    assert.equal(problems('visit', 'de', { ...review, revision: 1 }), 'revision');
    assert.equal(problems('visit', 'de', { ...review, people: [] }), 'review.people');
    assert.equal(problems('visit', 'de', { ...review, method: '' }), 'review');
    assert.equal(problems('visit', 'de', { ...review, changes: { items: { other: 'Mehr' } } }), 'texts.items.other');
    assert.equal(problems('visit', 'de', { ...review, changes: { items: { constructor: 'Mehr' } } }), 'texts.items.constructor');
    assert.equal(problems('visit', 'de', { ...review, changes: { intro: '{name}' } }), 'texts.intro');
    assert.equal(intro({ language: 'de' }), 'A few questions.');
    registerTranslation(saying(inGerman, 'Neu', { revision: 3 }));
    assert.equal(problems('visit', 'de', { ...review, revision: 2 }), 'revision');
  });
});

describe('translations of this package', () => {
  /** A translation that only repeats the source. */
  const copyOf = (definition: typeof trust12, language: string): Translation => ({
    ...reviewedInGerman,
    instrument: definition.id,
    version: definition.version,
    language,
    sourceHash: wordingHash(definition),
    texts: { ...sourceTexts(definition), title: { by: 'variant', is: { intake: 'Vorher', session: 'Nachher' } } },
  });

  it('are laid over a definition that has less wording, without adding to it', () => {
    includeTranslations(copyOf(trust12, 'de'));
    const overlay = overlayFor(trust12Form, 'de')!;
    const form = withOverlay(trust12Form, overlay);
    assert.equal('words' in form, false);
    assert.equal(settled(form).title, 'Nachher');
    for (const bare of trustForms.filter(({ id }) => id === 'trust-12')) {
      assert.deepEqual(Object.keys(withOverlay(bare, overlay)).sort(), [...Object.keys(bare), 'direction', 'translation'].sort());
    }
  });

  it('are checked once more if a host has registered another wording under the same id and version', () => {
    registerInstrument({ ...trust12, title: 'Ours' });
    includeTranslations(copyOf(trust12, 'de'));
    const got = getInstrument('trust-12', {}, { language: 'de', translations: 'draft' });
    assert.equal(got.ok && got.instrument.translation?.standing, 'draft');
    registerInstrument(trust12);
    const again = getInstrument('trust-12', {}, { language: 'de' });
    assert.equal(again.ok && again.instrument.translation?.standing, 'reviewed');
  });

  it('reach the other files on a page through data only', () => {
    includeTranslations(copyOf(trust12, 'de'));
    const text = JSON.stringify(page[SHELF]);
    assert.deepEqual(JSON.parse(text), page[SHELF]);
    assert.ok(Object.isFrozen(page[SHELF]!.all[0]));
  });

  it('announce themselves to the page', () => {
    const heard: string[] = [];
    const events = globalThis as { dispatchEvent?: unknown };
    events.dispatchEvent = ({ type }: Event) => heard.push(type);
    try {
      includeTranslations(copyOf(trust12, 'de'), copyOf(trust12, 'fr'));
    } finally {
      delete events.dispatchEvent;
    }
    assert.deepEqual(heard, ['attune-language']);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { translateDefinition } from '../../../src/core/instrument/translation.ts';
import { readTranslation } from '../../../src/core/instrument/read-translation.ts';
import { fromQuestionnaire, fromQuestionnaireExpanded, toQuestionnaire } from '../../../src/fhir/index.ts';
import { ext, form, type Json, read, sdc } from './read.ts';

const one = [{ linkId: '1', text: 'Question', type: 'string' }];

describe('a Questionnaire', () => {
  it('keeps its canonical, its version and its release', () => {
    const { instrument } = read(form(one));
    const { elements: _, ...source } = instrument.source!;
    assert.deepEqual(source, {
      resourceType: 'Questionnaire', url: 'https://clinic.example/Questionnaire/intake', version: '2.1', fhirVersion: 'R4',
    });
    assert.deepEqual([instrument.id, instrument.version, instrument.title, instrument.language], ['intake', '2.1.0', 'Intake', 'en']);
  });

  it('has a version of three numbers, another one for each version', () => {
    const versionOf = (version?: string): string => read(form(one, { version })).instrument.version;
    assert.equal(versionOf(), '1.0.0');
    assert.equal(versionOf('3'), '3.0.0');
    const odd = ['4.0.0-ballot', '4.0.0-ballot2', 'draft', '2024-05-01', '1.2.3.4'].map(versionOf);
    assert.equal(new Set(odd).size, odd.length);
    for (const version of odd) assert.match(version, /^\d+\.\d+\.\d+$/);
  });

  it('says who has the rights, and where the terms are', () => {
    const copyright = 'Copyright (c) Owner. See https://owner.example/terms.';
    assert.deepEqual(read(form(one, { copyright })).instrument.licence, {
      copyright, licenceHolder: 'The clinic', licenceUrl: 'https://owner.example/terms', licenceConfirmed: true,
    });
    const contact = [{ telecom: [{ system: 'email', value: 'forms@clinic.example' }] }];
    assert.equal(read(form(one, { contact })).instrument.licence.licenceUrl, 'mailto:forms@clinic.example');
    assert.equal(read(form(one)).instrument.licence.licenceUrl, 'https://clinic.example/Questionnaire/intake');
    // A canonical that is no address does not prevent the form.
    for (const [url, address] of [['my intake', 'urn:my%20intake'], ['intake:', 'urn:intake:'], ['urn:uuid:1', 'urn:uuid:1']]) {
      assert.equal(read(form(one, { url })).instrument.licence.licenceUrl, address);
    }
  });

  it('of which nobody has confirmed the rights is refused', () => {
    const { instrument, issues } = fromQuestionnaire(form(one), { licence: { licenceConfirmed: false } });
    assert.equal(instrument, undefined);
    assert.match(issues[0]!.message, /confirmed/);
  });

  it('without any owner is reported, and the host can say it', () => {
    const nobody = { publisher: undefined, copyright: undefined };
    assert.deepEqual(read(form(one, nobody)).issues, ['copyright licence-unknown']);
    const licence = { copyright: '(c) Me', licenceHolder: 'Me', licenceUrl: 'https://me.example' };
    assert.deepEqual(read(form(one, nobody), { licence }).issues, []);
  });

  it('has no language unless the resource or the host says it', () => {
    assert.equal(read(form(one, { language: undefined })).instrument.language, 'und');
    assert.equal(read(form(one, { language: undefined }), { language: 'de' }).instrument.language, 'de');
  });

  it('has its order of answering, and keeps it when it is written again', () => {
    const mode = (valueCode: string): Json => sdc('entryMode', { valueCode });
    for (const order of ['sequential', 'prior-edit']) {
      const { instrument, issues } = read(form(one, { extension: [mode(order)] }));
      assert.deepEqual([instrument.entryMode, issues], [order, []]);
      assert.deepEqual(toQuestionnaire(instrument, { fhirVersion: 'R4' }).resource.extension, [mode(order)]);
    }
    const free = read(form(one, { extension: [mode('random')] }));
    assert.deepEqual([free.instrument.entryMode, free.issues], [undefined, []]);
    const unknown = read(form(one, { extension: [mode('backwards')] }));
    assert.deepEqual([unknown.instrument.entryMode, unknown.issues], [undefined, ['extension type-wrong']]);
  });

  it('with an element that FHIR does not have, of the wrong type, or with rules of its own is reported', () => {
    assert.deepEqual(read(form(one, { colour: 'red', _hint: {} })).issues, [' element-unknown', ' element-unknown']);
    assert.deepEqual(read(form(one, { purpose: 5, subjectType: ['Patient', 5], code: 'x', derivedFrom: 'urn:a' })).issues, [' type-wrong', ' type-wrong', ' type-wrong', ' type-wrong']);
    assert.deepEqual(read(form(one, { implicitRules: 'urn:rules' })).issues, [' modifier-not-known']);
  });

  it('without items is refused with a reason', () => {
    const { instrument, issues } = fromQuestionnaire(form([]));
    assert.equal(instrument, undefined);
    assert.deepEqual(issues.map(({ code, severity }) => [code, severity]), [['no-items', 'invalid']]);
  });
});

describe('the release of FHIR', () => {
  const releaseOf = (item: Json, more: Json = {}): string => fromQuestionnaire(form([{ ...one[0], ...item }], more)).fhirVersion;

  it('is found in the types and elements', () => {
    assert.equal(releaseOf({ type: 'choice' }), 'R4');
    assert.equal(releaseOf({ type: 'coding' }), 'R5');
    assert.equal(releaseOf({ answerConstraint: 'optionsOnly' }), 'R5');
    assert.equal(releaseOf({ disabledDisplay: 'hidden' }), 'R5');
    assert.equal(releaseOf({ type: 'group', item: [{ linkId: '2', type: 'coding' }] }), 'R5');
    assert.equal(releaseOf({}, { copyrightLabel: '(c) 2026' }), 'R5');
    assert.equal(releaseOf({}), 'R4');
  });

  it('is found in a profile', () => {
    for (const [profile, release] of [
      ['http://hl7.org/fhir/4.3/StructureDefinition/Questionnaire', 'R4B'],
      ['http://hl7.org/fhir/StructureDefinition/Questionnaire|5.0.0', 'R5'],
      ['http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire|5.0.0', 'R4'],
    ]) {
      assert.equal(releaseOf({}, { meta: { profile: [profile] } }), release);
    }
  });

  it('is what the host says', () => {
    assert.equal(fromQuestionnaire(form(one), { fhirVersion: 'R4B' }).fhirVersion, 'R4B');
  });
});

describe('translations in a Questionnaire', () => {
  const inGerman = (content: string): Json => ({
    extension: [ext('translation', { extension: [{ url: 'lang', valueCode: 'de' }, { url: 'content', valueString: content }] })],
  });
  const item = [
    {
      linkId: '1', text: 'Sleep?', _text: inGerman('Schlaf?'), type: 'choice',
      answerOption: [{ valueCoding: { code: 'a', display: 'Good', _display: inGerman('Gut') } }, { valueCoding: { code: 'b', display: 'Bad' } }],
    },
  ];

  it('become a draft in that language, which the definition accepts', () => {
    const { definition, translations } = read(form(item, { _title: inGerman('Aufnahme') }));
    const [german] = translations;
    assert.deepEqual([german?.language, german?.standing], ['de', 'draft']);
    const accepted = readTranslation(definition, german);
    assert.ok(accepted.ok, JSON.stringify(accepted));
    const { title, items } = translateDefinition(definition, accepted.translation) as unknown as { title: string; items: { text: string; choices: { text: string }[] }[] };
    assert.deepEqual([title, items[0]!.text, items[0]!.choices.map(({ text }) => text)], ['Aufnahme', 'Schlaf?', ['Gut', 'Bad']]);
  });

  it('that are not complete are reported', () => {
    const { issues, incomplete } = read(form(item));
    assert.deepEqual(issues, ['translation translation-incomplete']);
    assert.deepEqual(incomplete, ['de']);
  });

  it('are complete without prefixes, with the labels that a question takes from around it, and with its button', () => {
    const inner = { linkId: '1.1', type: 'string', repeats: true };
    const openLabel = sdc('openLabel', { valueString: 'Something else', _valueString: inGerman('Etwas anderes') });
    const open = { linkId: '2', type: 'open-choice', text: 'Tea?', _text: inGerman('Tee?'), extension: [openLabel], answerOption: [{ valueString: 'Mint', _valueString: inGerman('Minze') }] };
    const { translations, incomplete } = read(
      form([{ linkId: '1', type: 'group', prefix: 'A', text: 'Names', _text: inGerman('Namen'), item: [inner] }, open], { _title: inGerman('Aufnahme') }),
    );
    assert.deepEqual(incomplete, []);
    assert.deepEqual(translations[0]!.texts, {
      title: 'Aufnahme',
      items: {
        1: { text: 'Namen', prefix: 'A', items: { 1.1: { text: 'Namen', repeats: { add: '+ Namen' } } } },
        2: { text: 'Tee?', open: 'Etwas anderes', choices: { Mint: 'Minze' } },
      },
    });
  });

  it('of a value set are its designations', () => {
    const concept = [{ code: 'a', display: 'Good', designation: [{ language: 'de', value: 'Gut' }] }];
    const contained = [{ resourceType: 'ValueSet', id: 'v', compose: { include: [{ system: 'urn:s', concept }] } }];
    const { translations } = read(form([{ linkId: '1', text: 'Q', type: 'choice', answerValueSet: '#v' }], { contained }));
    assert.match(JSON.stringify(translations[0]!.texts), /Gut/);
  });
});

describe('value sets of a server', () => {
  const url = 'http://x.example/ValueSet/v';
  const item = [1, 2].map((number) => ({ linkId: String(number), text: 'Q', type: 'choice', answerValueSet: url }));
  const valueSet = { resourceType: 'ValueSet', expansion: { contains: [{ system: 'urn:s', code: 'a', display: 'A' }] } };

  it('are requested once, and their concepts are offered', async () => {
    const requested: string[] = [];
    const { instrument, issues } = await fromQuestionnaireExpanded(form(item), {
      expandValueSet: async (canonical) => {
        requested.push(canonical);
        return valueSet;
      },
    });
    assert.deepEqual(requested, [url]);
    assert.deepEqual(instrument?.items.map(({ type }) => type), ['choice', 'choice']);
    assert.deepEqual(issues, []);
  });

  it('that cannot be had are reported for each item', async () => {
    for (const expandValueSet of [() => Promise.reject(new Error('down')), () => Promise.resolve(undefined), () => Promise.resolve({ resourceType: 'OperationOutcome' })]) {
      const { issues } = await fromQuestionnaireExpanded(form(item), { expandValueSet });
      assert.deepEqual(issues.map(({ path, code }) => `${path} ${code}`), ['1 value-set-not-expanded', '2 value-set-not-expanded']);
    }
  });

  it('can be given', () => {
    const { instrument, issues } = read(form(item), { valueSets: { [url]: valueSet } });
    assert.equal(instrument.items[0]!.type, 'choice');
    assert.deepEqual(issues, []);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolveInstrument } from '../../../src/core/instrument/resolve-instrument.ts';
import { translateDefinition } from '../../../src/core/instrument/translation.ts';
import type { Instrument } from '../../../src/core/instrument/instrument.ts';
import { fromQuestionnaireResponse, toQuestionnaire, toQuestionnaireResponse } from '../../../src/fhir/index.ts';
import { ext, form, type Json, read } from './read.ts';

const response = (answer: readonly Json[]): Json => ({
  resourceType: 'QuestionnaireResponse',
  id: 'r1',
  status: 'completed',
  authored: '2026-01-02T10:00:00+01:00',
  item: [{ linkId: '1', text: 'Q', answer }],
});

/** The answers after they were read with one form and written with another one. */
function answersAgain(answer: readonly Json[], reading: Instrument, writing = reading): unknown {
  const { response: record, unmatched, issues } = fromQuestionnaireResponse(response(answer), reading);
  assert.deepEqual([unmatched, issues], [[], []]);
  const { resource, issues: told } = toQuestionnaireResponse(record!, writing, { fhirVersion: 'R4' });
  assert.deepEqual(told.map(({ code }) => code).filter((code) => code !== 'not-its-form'), []);
  return resource.item![0]!.answer;
}

const optionsAgain = (instrument: Instrument): unknown => toQuestionnaire(instrument, { fhirVersion: 'R4' }).resource.item![0]!.answerOption;

describe('the options of a question', () => {
  const lists: Record<string, Json[]> = {
    numbers: [{ valueInteger: 0 }, { valueInteger: 5 }, { valueInteger: 10 }],
    days: [{ valueDate: '2026-01-01' }, { valueDate: '2026-02' }],
    times: [{ valueTime: '08:00:00' }, { valueTime: '20:00:00' }],
    texts: [{ valueString: 'Very  often' }, { valueString: 'declined' }, { valueString: '7' }],
    'resources with a reference': [{ valueReference: { reference: 'Practitioner/1', display: 'Dr A' } }, { valueReference: { reference: 'Practitioner/2' } }],
    'resources without a reference': [
      { valueReference: { display: 'Dr A' } },
      { valueReference: { type: 'Practitioner', identifier: { system: 'urn:staff', value: '7' }, display: 'Dr B' } },
    ],
    'several types': [
      { valueInteger: 1 },
      { valueString: '1' },
      { valueDate: '2026-01-01' },
      { valueTime: '08:00:00' },
      { valueReference: { reference: 'Group/1', display: '1' } },
      { valueCoding: { system: 'urn:s', code: '1', display: 'One' } },
      { valueString: '__proto__' },
    ],
  };
  for (const [name, answerOption] of Object.entries(lists)) {
    it(`are answered as they are, if they are ${name}`, () => {
      for (const type of ['choice', 'open-choice']) {
        const { instrument } = read(form([{ linkId: '1', text: 'Q', type, repeats: true, answerOption }]));
        assert.deepEqual(answersAgain(answerOption, instrument), answerOption);
        assert.deepEqual(optionsAgain(instrument), answerOption);
      }
    });
  }

  it('are answered as they are, if the type of the question says theirs', () => {
    const byType: Record<string, Json[]> = {
      integer: [{ valueInteger: 5 }, { valueInteger: 10 }],
      string: [{ valueString: 'One two' }],
      reference: [{ valueReference: { reference: 'Practitioner/1', display: 'Dr A' } }],
    };
    for (const [type, answerOption] of Object.entries(byType)) {
      const { instrument } = read(form([{ linkId: '1', text: 'Q', type, repeats: true, answerOption }]));
      assert.deepEqual(answersAgain(answerOption, instrument), answerOption);
    }
  });

  it('are the same options in a condition', () => {
    const enableWhen = [{ question: '1', operator: '=', answerReference: { reference: 'Practitioner/1', display: 'Dr A' } }];
    const { instrument } = read(form([
      { linkId: '1', text: 'Q', type: 'choice', answerOption: [{ valueReference: { reference: 'Practitioner/1', display: 'Dr A' } }, { valueReference: { reference: 'Practitioner/2', display: 'Dr A' } }] },
      { linkId: '2', text: 'Q', type: 'date', enableWhen },
      { linkId: '3', text: 'Q', type: 'choice', answerOption: [{ valueString: '1' }, { valueInteger: 1 }] },
      { linkId: '4', text: 'Q', type: 'date', enableWhen: [{ question: '3', operator: '=', answerInteger: 1 }] },
    ]));
    const { item } = toQuestionnaire(instrument, { fhirVersion: 'R4' }).resource;
    assert.deepEqual([item![1]!.enableWhen, item![3]!.enableWhen], [enableWhen, [{ question: '3', operator: '=', answerInteger: 1 }]]);
  });

  it('can be so many and so long that the definition has no room for a second copy of them', () => {
    const answerOption = Array.from({ length: 60 }, (_, i) => ({ valueString: `${'long '.repeat(500)}${i}` }));
    const { instrument } = read(form([{ linkId: '1', text: 'Q', type: 'choice', answerOption }]));
    assert.deepEqual(answersAgain([answerOption[7]!], instrument), [answerOption[7]]);
  });

  it('are answered as texts, if the host has written something else into the tag', () => {
    const { instrument } = read(form([{ linkId: '1', text: 'Q', type: 'string', answerOption: [{ valueString: 'One two' }] }]));
    for (const options of ['{', '7', '{"One-two":7}']) {
      const [item] = instrument.items;
      const changed = { ...instrument, items: [{ ...item!, tags: { ...item!.tags, options } }] };
      assert.deepEqual(answersAgain([{ valueString: 'One two' }], changed), [{ valueString: 'One two' }]);
    }
  });
});

describe('options that are translated', () => {
  const inGerman = (text: string): Json => ({ extension: [ext('translation', { extension: [{ url: 'lang', valueCode: 'de' }, { url: 'content', valueString: text }] })] });
  const answerOption = [
    { valueString: 'Dark red', _valueString: inGerman('Dunkelrot') },
    { valueReference: { display: 'Dr A', _display: inGerman('Dr. A') } },
  ];
  const { definition, instrument, translations } = read(form([{ linkId: '1', text: 'Q', _text: inGerman('F'), type: 'choice', repeats: true, answerOption }], { _title: inGerman('Aufnahme') }));
  const resolved = resolveInstrument(translateDefinition(definition, translations[0]!));
  assert.ok(resolved.ok);
  const german = resolved.instrument;

  it('are shown in that language, and the answer is the option of the form', () => {
    assert.deepEqual((german.items[0] as { choices: { text: string }[] }).choices.map(({ text }) => text), ['Dunkelrot', 'Dr. A']);
    const answer = [{ valueString: 'Dark red' }, { valueReference: { display: 'Dr A' } }];
    for (const reading of [instrument, german]) {
      for (const writing of [instrument, german]) assert.deepEqual(answersAgain(answer, reading, writing), answer);
    }
  });

  it('keep their translations in the Questionnaire', () => {
    const { resource } = toQuestionnaire(instrument, { fhirVersion: 'R4', translations: [german] });
    assert.deepEqual(resource.item![0]!.answerOption![0], answerOption[0]);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolveInstrument } from '../../../src/core/instrument/resolve-instrument.ts';
import { translateDefinition } from '../../../src/core/instrument/translation.ts';
import { readDefinition } from '../../../src/core/instrument/read-definition.ts';
import type { InstrumentDefinition } from '../../../src/core/instrument/definition.ts';
import { fromQuestionnaireExpanded, toQuestionnaire, type FhirVersion } from '../../../src/fhir/index.ts';
import { control, ext, form, type Json, read, sdc } from './read.ts';

const ABOUT = ['id', 'meta', 'text', 'name', 'status'];

/** A resource without what is not kept: its id, its narrative. The name is made up if there is none. */
const kept = (resource: Json): Json => Object.fromEntries(Object.entries(resource).filter(([name]) => !ABOUT.includes(name)));

const again = (questionnaire: Json, fhirVersion?: FhirVersion): Json => {
  const { instrument, fhirVersion: own } = read(questionnaire);
  return toQuestionnaire(instrument, { fhirVersion: fhirVersion ?? own }).resource as unknown as Json;
};

const isSame = (item: readonly Json[], more?: Json): void => assert.deepEqual(kept(again(form(item, more))), kept(form(item, more)));

const coding = (code: string): Json => ({ system: 'urn:s', code, display: code.toUpperCase() });
const options = { answerOption: [{ valueCoding: coding('a') }, { valueCoding: coding('b') }] };
const expression = (text: string, name?: string): Json => ({ valueExpression: { ...(name && { name }), language: 'text/fhirpath', expression: text } });
const concept = (system: string, code: string, display: string): Json => ({ valueCodeableConcept: { coding: [{ system: `http://hl7.org/fhir/${system}`, code, display }], text: display } });
const picture = { valueAttachment: { contentType: 'image/png', url: 'https://clinic.example/a.png', title: 'A', creation: '2026' } };

/** One extension of an item for each that is in use, with the rest of the item. */
const EXTENSIONS: [name: string, extension: Json[], item?: Json][] = [
  ['choiceOrientation', [ext('questionnaire-choiceOrientation', { valueCode: 'horizontal' })], { type: 'choice', ...options }],
  ['hidden', [ext('questionnaire-hidden', { valueBoolean: true })]],
  ['hidden that is false', [ext('questionnaire-hidden', { valueBoolean: false })]],
  ['minValue and maxValue', [ext('minValue', { valueInteger: 1 }), ext('maxValue', { valueInteger: 5 })], { type: 'integer' }],
  ['minValue of another type', [ext('minValue', { valueDate: '2026-01-01' })], { type: 'integer' }],
  ['minValue of a year', [ext('minValue', { valueDate: '2026' })], { type: 'date' }],
  ['minLength', [ext('minLength', { valueInteger: 3 })], { type: 'string' }],
  ['maxDecimalPlaces', [ext('maxDecimalPlaces', { valueInteger: 2 })], { type: 'decimal' }],
  ['maxDecimalPlaces of a whole number', [ext('maxDecimalPlaces', { valueInteger: 2 })], { type: 'integer' }],
  ['mimeType and maxSize', [ext('mimeType', { valueCode: 'image/png' }), ext('maxSize', { valueDecimal: 2.5 })], { type: 'attachment' }],
  ['minOccurs and maxOccurs', [ext('questionnaire-minOccurs', { valueInteger: 1 }), ext('questionnaire-maxOccurs', { valueInteger: 4 })], { repeats: true }],
  ['regex', [ext('regex', { valueString: '[a-z]+' })], { type: 'string' }],
  ['regex that is no pattern', [ext('regex', { valueString: '(?=a)' })], { type: 'string' }],
  ['entryFormat', [ext('entryFormat', { valueString: 'DD.MM.YYYY' })]],
  ['sliderStepValue', [control('slider'), ext('minValue', { valueInteger: 0 }), ext('maxValue', { valueInteger: 4 }), ext('questionnaire-sliderStepValue', { valueInteger: 2 })], { type: 'integer' }],
  ['a slider without a step', [control('slider'), ext('minValue', { valueInteger: 0 }), ext('maxValue', { valueInteger: 4 })], { type: 'integer' }],
  ['unit', [ext('questionnaire-unit', { valueCoding: { ...coding('kg'), version: '1' } })], { type: 'decimal' }],
  ['unitOption', [ext('questionnaire-unitOption', { valueCoding: coding('kg') }), ext('questionnaire-unitOption', { valueCoding: coding('g') })], { type: 'quantity' }],
  ['unitValueSet', [ext('questionnaire-unitValueSet', { valueCanonical: 'https://x.example/units' })], { type: 'quantity' }],
  ['minQuantity', [sdc('minQuantity', { valueQuantity: { value: 1, unit: 'kg' } })], { type: 'quantity' }],
  ['shortText', [sdc('shortText', { valueString: 'Short' })]],
  ['openLabel', [sdc('openLabel', { valueString: 'Other' })], { type: 'open-choice', ...options }],
  ['displayCategory', [ext('questionnaire-displayCategory', concept('questionnaire-display-category', 'instructions', 'Instructions'))], { type: 'display' }],
  ['displayCategory of our own', [ext('questionnaire-displayCategory', { valueCodeableConcept: { text: 'Ours' } })], { type: 'display' }],
  ['supportLink', [ext('questionnaire-supportLink', { valueUri: 'https://clinic.example/a' }), ext('questionnaire-supportLink', { valueUri: 'urn:a' })]],
  ['itemMedia', [sdc('itemMedia', picture)], { type: 'display' }],
  ['usageMode', [ext('questionnaire-usageMode', { valueCode: 'display' })]],
  ['usageMode that asks', [ext('questionnaire-usageMode', { valueCode: 'capture' })]],
  ['collapsible', [sdc('collapsible', { valueCode: 'default-open' })], { type: 'group', item: [{ linkId: 'in', text: 'In', type: 'date' }] }],
  ['collapsible of a question', [sdc('collapsible', { valueCode: 'default-open' })]],
  ['preferredTerminologyServer', [sdc('preferredTerminologyServer', { valueUrl: 'https://tx.example' })], { type: 'choice', answerValueSet: 'https://x.example/v' }],
  ['variable', [ext('variable', expression('1', 'a')), ext('variable', expression('%a + 1', 'b'))]],
  ['calculatedExpression', [sdc('calculatedExpression', expression('1 + 1', 'sum'))], { type: 'integer' }],
  ['initialExpression', [sdc('initialExpression', expression('%patient.birthDate'))]],
  ['enableWhenExpression', [sdc('enableWhenExpression', expression('%resource.item.exists()'))]],
  ['enableWhenExpression in CQL', [sdc('enableWhenExpression', { valueExpression: { language: 'text/cql', expression: 'A' } })]],
  ['answerExpression', [sdc('answerExpression', expression("'a' | 'b'"))], { type: 'choice' }],
  ['answerOptionsToggleExpression', [sdc('answerOptionsToggleExpression', { extension: [{ url: 'option', valueCoding: coding('a') }, { url: 'expression', ...expression('true') }] })], { type: 'choice', ...options }],
  ['constraint', [ext('questionnaire-constraint', { extension: [{ url: 'key', valueId: 'c-1' }, { url: 'requirements', valueString: 'Why' }, { url: 'severity', valueCode: 'warning' }, { url: 'expression', valueString: 'true' }, { url: 'human', valueString: 'Human' }] })]],
  ['candidateExpression', [sdc('candidateExpression', expression('1'))]],
  ['columnCount', [sdc('columnCount', { valuePositiveInt: 2 })], { type: 'group', item: [{ linkId: 'in', text: 'In', type: 'date' }] }],
  ['signatureRequired', [ext('questionnaire-signatureRequired', concept('signature', 'author', 'Author'))]],
  ['an extension of nobody here', [{ url: 'https://x.example/e', extension: [{ url: 'a', valueString: 'A' }] }]],
];

const OF_OPTIONS: [name: string, option: Json][] = [
  ['ordinalValue', { extension: [ext('ordinalValue', { valueDecimal: 2 })], valueCoding: coding('a') }],
  ['ordinalValue in the Coding', { valueCoding: { ...coding('a'), extension: [ext('ordinalValue', { valueDecimal: 2 })] } }],
  ['optionExclusive', { extension: [ext('questionnaire-optionExclusive', { valueBoolean: true })], valueCoding: coding('a') }],
  ['optionPrefix', { extension: [ext('questionnaire-optionPrefix', { valueString: 'a)' })], valueCoding: coding('a') }],
  ['itemAnswerMedia', { extension: [sdc('itemAnswerMedia', picture)], valueCoding: coding('a') }],
  ['translation', { valueCoding: { ...coding('a'), _display: { extension: [translation('de', 'Ah')] } } }],
  ['rendering-xhtml', { valueCoding: { ...coding('a'), _display: { extension: [ext('rendering-xhtml', { valueString: '<b>A</b>' })] } } }],
  ['rendering-style', { valueString: 'A', _valueString: { extension: [ext('rendering-style', { valueString: 'color: red; font-weight: bold' })] } }],
  ['an extension of nobody here', { extension: [{ url: 'https://x.example/e', valueInteger: 1 }], valueCoding: { ...coding('a'), id: 'one', userSelected: true } }],
];

function translation(lang: string, content: string): Json {
  return ext('translation', { extension: [{ url: 'lang', valueCode: lang }, { url: 'content', valueString: content }] });
}

/** The types of items at which each control has its place, and one at which it has none. */
const CONTROLS: Record<string, string[]> = {
  'radio-button': ['choice', 'boolean', 'group'], 'check-box': ['choice', 'date'], 'drop-down': ['choice', 'group'], autocomplete: ['choice', 'string'], lookup: ['choice', 'string'],
  slider: ['integer', 'choice'], spinner: ['integer', 'decimal', 'quantity', 'date'], 'text-box': ['string', 'text', 'integer', 'date'],
  list: ['group'], table: ['group', 'date'], gtable: ['group', 'date'], htable: ['group', 'date'], atable: ['group'], grid: ['group'], likert: ['choice', 'group'], page: ['group', 'date'],
  'tab-container': ['group', 'date'], header: ['group', 'display', 'date'], footer: ['group', 'display', 'date'], inline: ['display'], prompt: ['display', 'date'], unit: ['display', 'date'],
  lower: ['display', 'date'], upper: ['display', 'date'], flyover: ['display'], help: ['display', 'group'], legal: ['display'], security: ['display'], 'one-of-ours': ['choice', 'group', 'display', 'date'],
};

const ofType = (type: string): Json => ({
  type,
  ...(type === 'choice' && options),
  ...(type === 'group' && { item: [{ linkId: 'in', text: 'In', type: 'date' }] }),
});

describe('a Questionnaire that is read and written again is the same', () => {
  for (const [name, extension, item = { type: 'date' }] of EXTENSIONS) {
    it(`with ${name}`, () => isSame([{ linkId: '1', text: 'Q', type: 'date', ...item, extension }]));
  }

  for (const [name, option] of OF_OPTIONS) {
    it(`with ${name} at an option`, () => isSame([{ linkId: '1', text: 'Q', type: 'choice', answerOption: [option, { valueCoding: coding('b') }] }]));
  }

  for (const [code, types] of Object.entries(CONTROLS)) {
    it(`with the control ${code}`, () => {
      const extension = [ext('questionnaire-itemControl', concept('questionnaire-item-control', code, code.toUpperCase()))];
      for (const type of types) {
        isSame([{ linkId: '1', text: 'Q', extension, ...ofType(type) }]);
        isSame([{ linkId: '0', text: 'Q', type: 'integer', item: [{ linkId: '1', text: 'T', extension, ...ofType(type) }] }]);
      }
    });
  }

  it('with markup, styles, translations and expressions beside its texts', () => {
    const beside = (...extension: Json[]): Json => ({ extension });
    for (const one of [
      ext('rendering-xhtml', { valueString: '<b>Q</b> <img src="#face" alt="A face">' }), ext('rendering-markdown', { valueMarkdown: '*Q*' }), ext('rendering-style', { valueString: 'color: red' }),
      translation('de', 'F'), ext('cqf-expression', expression("'Q'")),
    ]) {
      isSame([{ linkId: '1', prefix: '1)', _prefix: beside(one), text: 'Q', _text: beside(one, { url: 'https://x.example/e', valueString: 'e' }), type: 'date' }]);
    }
  });

  it('with what it says about itself, and what it contains', () => {
    const valueSet = { resourceType: 'ValueSet', id: 'v', status: 'active', compose: { include: [{ system: 'urn:s', concept: [{ code: 'a', display: 'A' }] }] } };
    isSame([{ linkId: '1', text: 'Q', type: 'choice', answerValueSet: '#v' }, { linkId: '2', text: 'Q', type: 'choice', answerValueSet: 'https://x.example/v' }], {
      extension: [
        sdc('launchContext', { extension: [{ url: 'name', valueCoding: { code: 'patient' } }, { url: 'type', valueCode: 'Patient' }] }), ext('variable', expression('1', 'a')),
        sdc('preferredTerminologyServer', { valueUrl: 'https://tx.example' }), ext('rendering-styleSensitive', { valueBoolean: true }),
        ext('questionnaire-constraint', { extension: [{ url: 'key', valueId: 'c' }, { url: 'severity', valueCode: 'error' }, { url: 'expression', valueString: 'true' }, { url: 'human', valueString: 'Human' }] }),
        sdc('entryMode', { valueCode: 'sequential' }), { url: 'https://x.example/e', valueString: 'e' },
      ],
      modifierExtension: [{ url: 'https://x.example/m', valueBoolean: true }], _title: { extension: [translation('de', 'Aufnahme')] }, contained: [valueSet],
    });
  });

  it('with codes, conditions, start values and limits as they are', () => {
    isSame([
      { id: 'x', linkId: 'n', code: [{ ...coding('a'), extension: [{ url: 'https://x.example/e', valueString: 'e' }] }], text: 'N', type: 'integer', maxLength: 3, readOnly: false, required: false },
      {
        linkId: 'w', text: 'W', type: 'choice', ...options, initial: [{ valueCoding: coding('a') }], enableBehavior: 'any',
        enableWhen: [{ question: 'n', operator: '=', answerInteger: 3, id: 'e' }],
      },
      { linkId: 'o', text: 'O', type: 'choice', ...options, enableWhen: [{ question: 'w', operator: '=', answerCoding: coding('a') }, { question: 'n', operator: 'exists', answerBoolean: true }], enableBehavior: 'all' },
      { linkId: 'g', type: 'group', readOnly: true, item: [{ linkId: 'd', text: 'D', type: 'dateTime', initial: [{ valueDateTime: '2026-01-01T10:00:00Z' }] }, { linkId: 'h', text: 'Help', type: 'display', extension: [control('help')] }] },
    ]);
  });

  it('also from R5', () => {
    const given = form([
      { linkId: '1', text: 'Q', type: 'coding', answerConstraint: 'optionsOrType', answerOption: [{ valueCoding: coding('a'), extension: [ext('itemWeight', { valueDecimal: 2 })] }] },
      { linkId: '2', text: 'Q', type: 'date', disabledDisplay: 'hidden', enableWhen: [{ question: '1', operator: 'exists', answerBoolean: true }] },
      { linkId: '3', text: 'Q', type: 'integer', answerConstraint: 'optionsOnly', answerOption: [{ valueInteger: 1 }, { valueInteger: 2 }] },
    ], { copyrightLabel: '(c)' });
    assert.deepEqual(kept(again(given)), kept(given));
  });

  it('with the value sets that a server has expanded', async () => {
    const given = form([{ linkId: '1', text: 'Q', type: 'choice', answerValueSet: 'https://x.example/v', initial: [{ valueCoding: coding('a') }] }]);
    const { instrument } = await fromQuestionnaireExpanded(given, { expandValueSet: async () => ({ resourceType: 'ValueSet', expansion: { contains: [coding('a')] } }) });
    const resolved = resolveInstrument(instrument!);
    assert.ok(resolved.ok);
    assert.equal((resolved.instrument.items[0] as unknown as Json & { choices: unknown[] }).choices.length, 1);
    assert.deepEqual(kept(toQuestionnaire(resolved.instrument, { fhirVersion: 'R4' }).resource as unknown as Json), kept(given));
  });

  it('but for what breaks a rule of FHIR', () => {
    const extension = [sdc('initialExpression', expression('1'))];
    const [group, text] = again(form([{ linkId: '1', text: 'A group of nothing', type: 'group', extension }, { linkId: '2', text: 'T', type: 'display', required: true, extension }])).item as Json[];
    assert.deepEqual(group, { linkId: '1', text: 'A group of nothing', type: 'display', extension });
    assert.deepEqual(text, { linkId: '2', text: 'T', type: 'display', extension });
  });

  it('with nothing that it does not say', () => {
    const bare = { resourceType: 'Questionnaire', url: 'urn:q', version: '1', status: 'active', item: [{ linkId: '1', text: 'Q', type: 'boolean' }] };
    assert.deepEqual(kept(again(bare)), kept(bare));
    const { instrument } = read(bare, { language: 'en', licence: { copyright: '(c) The clinic', licenceHolder: 'The clinic' } });
    const { language, copyright, publisher } = toQuestionnaire(instrument, { fhirVersion: 'R4' }).resource;
    assert.deepEqual([language, copyright, publisher], ['en', '(c) The clinic. urn:q', 'The clinic']);
  });
});

describe('an instrument that was made from a Questionnaire and then changed', () => {
  const given = form([
    {
      linkId: '1', text: 'Q', _text: { extension: [ext('rendering-xhtml', { valueString: '<b>Q</b>' }), translation('de', 'F')] }, type: 'integer',
      extension: [ext('minValue', { valueInteger: 1 }), sdc('initialExpression', expression('1')), ext('questionnaire-usageMode', { valueCode: 'display' })],
    },
    { linkId: '2', text: 'R', type: 'date', extension: [ext('questionnaire-signatureRequired', concept('signature', 'author', 'Author'))] },
  ]);
  const written = (change: (item: Json) => Json): Json[] => {
    const { definition } = read(given);
    const changed = readDefinition({ ...definition, items: definition.items.map((item, i) => (i ? item : change(item as unknown as Json))) });
    assert.ok(changed.ok);
    const resolved = resolveInstrument(changed.definition);
    assert.ok(resolved.ok);
    return toQuestionnaire(resolved.instrument, { fhirVersion: 'R4' }).resource.item as unknown as Json[];
  };
  const urls = ({ extension }: Json): string[] => (extension as { url: string }[]).map(({ url }) => url.split(/[/-]/).at(-1)!).sort();

  it('says what it has now, and keeps what it has no field for', () => {
    const [first, second] = written(({ min: _, markup: _markup, ...item }) => ({ ...item, text: 'Another', max: 9 }));
    assert.equal(first!.text, 'Another');
    assert.equal(first!._text, undefined);
    assert.deepEqual(urls(first!), ['initialExpression', 'maxValue', 'usageMode']);
    assert.deepEqual(second, (given.item as Json[])[1]);
  });

  it('says in another language only what was translated', () => {
    const { definition, translations } = read(given);
    const resolved = resolveInstrument(translateDefinition(definition, translations[0]!));
    assert.ok(resolved.ok);
    const [first] = toQuestionnaire(resolved.instrument, { fhirVersion: 'R4' }).resource.item as unknown as Json[];
    assert.equal(first!.text, 'F');
    assert.deepEqual(urls(first!), ['initialExpression', 'minValue', 'usageMode']);
  });

  it('keeps what it has no field for in another release', () => {
    const [first, second] = again(given, 'R5').item as Json[];
    assert.deepEqual(urls(first!), ['initialExpression', 'minValue', 'usageMode']);
    assert.deepEqual(urls(second!), ['signatureRequired']);
  });

  it('is a definition that can be stored', () => {
    const { definition } = read(given);
    const stored = readDefinition(JSON.parse(JSON.stringify(definition)) as InstrumentDefinition);
    assert.ok(stored.ok);
    const resolved = resolveInstrument(stored.definition);
    assert.ok(resolved.ok);
    assert.deepEqual(kept(toQuestionnaire(resolved.instrument, { fhirVersion: 'R4' }).resource as unknown as Json), kept(given));
  });
});

it('an instrument whose source is no longer what was read is written from its fields', () => {
  const { instrument } = read(form([{ linkId: '1', text: 'Q', type: 'date' }]));
  const { hash } = (instrument.source!.elements!.item as Record<string, { hash: number }>)['']!;
  const damaged = ['x', null, { hash, elements: 'x', order: 1 }, { hash: 0, elements: { extension: [null, 'x', { url: 1 }, { url: 'urn:e', valueCode: 1 }] } }];
  for (const one of damaged) {
    const source = { ...instrument.source!, elements: { item: { '': one, 1: one } } };
    assert.equal(toQuestionnaire({ ...instrument, source }, { fhirVersion: 'R4' }).resource.item![0]!.text, 'Q');
  }
  assert.ok(toQuestionnaire({ ...instrument, source: { ...instrument.source!, elements: { item: 'x' } } }, { fhirVersion: 'R4' }).resource.item);
});

it('a linkId can have the name of a field of every object', () => {
  const extension = [ext('questionnaire-signatureRequired', { valueBoolean: true })];
  for (const linkId of ['__proto__', 'constructor', 'toString']) isSame([{ linkId, text: 'Q', type: 'date', extension }]);
});

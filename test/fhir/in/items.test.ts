import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toQuestionnaire } from '../../../src/fhir/index.ts';
import { control, ext, form, type Json, read, readItem, sdc } from './read.ts';

/** The fields of an item that are not in every item. */
const fieldsOf = (item: Json, ...others: Json[]): Json => {
  const { id: _, text: _text, tags: _tags, ...fields } = readItem({ linkId: '1', text: 'Question', ...item }, ...others).item;
  return fields;
};
const issuesOf = (item: Json): string[] => readItem({ linkId: '1', text: 'Question', ...item }).issues;

const coding = (code: string, display?: string, more: Json = {}): Json => ({
  valueCoding: { system: 'http://loinc.org', code, ...(display && { display }), ...more },
});

describe('an item of a Questionnaire', () => {
  it('keeps its linkId, text and prefix, and is required, read only or hidden', () => {
    const { item, issues } = readItem({
      linkId: '/54126-8',
      prefix: '1.a',
      text: 'Your <b>name</b>',
      type: 'string',
      required: true,
      readOnly: true,
      extension: [ext('questionnaire-hidden', { valueBoolean: true }), sdc('shortText', { valueString: 'Name' })],
    });
    const { id, prefix, text, required, readOnly, hidden, short } = item;
    assert.deepEqual({ id, prefix, text, required, readOnly, hidden, short }, {
      id: '/54126-8', prefix: '1.a', text: 'Your <b>name</b>', required: true, readOnly: true, hidden: true, short: 'Name',
    });
    assert.deepEqual(issues, []);
  });

  it('keeps its codes and its definition as tags', () => {
    const { item } = readItem({
      linkId: '1',
      text: 'Weight',
      type: 'decimal',
      definition: 'http://hl7.org/fhir/Observation#value',
      code: [{ system: 'http://loinc.org', code: '29463-7', display: 'Body weight' }, { code: 'own' }],
    });
    assert.deepEqual(item.tags, { codes: 'http://loinc.org\t29463-7\tBody weight\n\town', definition: 'http://hl7.org/fhir/Observation#value' });
  });

  const plain: [type: string, fields: Json][] = [
    ['boolean', { type: 'boolean' }],
    ['integer', { type: 'integer' }],
    ['decimal', { type: 'decimal' }],
    ['date', { type: 'date' }],
    ['dateTime', { type: 'dateTime' }],
    ['time', { type: 'time' }],
    ['string', { type: 'text', line: true }],
    ['text', { type: 'text' }],
    ['url', { type: 'url' }],
    ['quantity', { type: 'quantity', freeUnit: true }],
    ['attachment', { type: 'file' }],
    ['display', { type: 'display' }],
  ];
  for (const [type, fields] of plain) {
    it(`of the type ${type}`, () => {
      assert.deepEqual(fieldsOf({ type }), fields);
      assert.deepEqual(issuesOf({ type }), []);
    });
  }

  it('that refers to a resource is answered in words, and that is reported', () => {
    const { item, issues } = readItem({ linkId: '1', text: 'Your doctor', type: 'reference' });
    assert.equal(item.type, 'text');
    assert.deepEqual(item.tags, { fhirType: 'reference' });
    assert.deepEqual(issues, ['1 reference-answered-in-words']);
  });

  it('without a type that FHIR knows is still shown', () => {
    assert.deepEqual(issuesOf({ type: 'colour' }), ['1 type-unknown']);
    assert.equal(fieldsOf({ type: 'colour' }).type, 'text');
    assert.equal(fieldsOf({ type: 'question', answerOption: [coding('a', 'A')] }).type, 'choice');
  });

  it('without a text has the label of its code, or the one around it', () => {
    const { item, issues } = readItem({ linkId: '1', type: 'date', code: [{ code: 'x', display: 'Day of birth' }] });
    assert.equal(item.text, 'Day of birth');
    assert.deepEqual(issues, ['1 label-added']);
    assert.deepEqual(readItem({ linkId: '1', type: 'date' }).issues, ['1 text-missing'], 'nothing says what is asked');
    const group = { linkId: 'g', text: 'Your birth', type: 'group', item: [{ linkId: '1', type: 'date' }] };
    assert.equal(readItem(group).item.items![0]!.text, 'Your birth');
  });

  it('with the id of an item in braces is shown as it is written', () => {
    const { item, issues } = readItem({ linkId: 'name', text: 'Hello {name}, {other}', type: 'string' });
    assert.equal(item.text.replace('\u2060', ''), 'Hello {name}, {other}');
    assert.notEqual(item.text, 'Hello {name}, {other}', 'no answer is put in its place');
    assert.deepEqual(issues, ['name name-in-braces']);
  });
});

describe('limits of an item', () => {
  it('numbers, days and times have a lowest and a highest value', () => {
    const bounds = (type: string, min: unknown, max: unknown): Json => ({
      type,
      extension: [ext('minValue', { [`value${type[0]!.toUpperCase()}${type.slice(1)}`]: min }), ext('maxValue', { [`value${type[0]!.toUpperCase()}${type.slice(1)}`]: max })],
    });
    assert.deepEqual(fieldsOf(bounds('integer', 0, 120)), { type: 'integer', min: 0, max: 120 });
    assert.deepEqual(fieldsOf(bounds('decimal', -1.5, 2.5)), { type: 'decimal', min: -1.5, max: 2.5 });
    assert.deepEqual(fieldsOf(bounds('date', '2020-01-01', '2020-12-31')), { type: 'date', min: '2020-01-01', max: '2020-12-31' });
    assert.deepEqual(fieldsOf(bounds('time', '08:00:00', '17:30:00')), { type: 'time', min: '08:00', max: '17:30' });
  });

  it('a day without a month is the first or the last one of its year', () => {
    const extension = [ext('minValue', { valueDate: '2020' }), ext('maxValue', { valueDate: '2024-02' })];
    assert.deepEqual(fieldsOf({ type: 'date', extension }), { type: 'date', min: '2020-01-01', max: '2024-02-29' });
  });

  it('a limit that does not fit is reported, not applied', () => {
    for (const extension of [
      [ext('minValue', { valueString: 'low' })],
      [ext('minValue', { valueDecimal: 1e12 })],
      [ext('minValue', { valueInteger: 5 }), ext('maxValue', { valueInteger: 5 })],
    ]) {
      assert.deepEqual(issuesOf({ type: 'integer', extension }), ['1 limit-not-applied']);
    }
  });

  it('a time has seconds if a limit or a start value has them', () => {
    const extension = [ext('minValue', { valueTime: '08:00:30' }), ext('maxValue', { valueTime: '09:00:00' })];
    assert.deepEqual(fieldsOf({ type: 'time', extension }), { type: 'time', min: '08:00:30', max: '09:00:00', seconds: true });
    assert.deepEqual(fieldsOf({ type: 'time', initial: [{ valueTime: '08:00:30' }] }), { type: 'time', seconds: true, initial: ['08:00:30'] });
    assert.deepEqual(issuesOf({ type: 'time', extension: [ext('minValue', { valueTime: '25:00:00' })] }), ['1 limit-not-applied']);
  });

  it('texts have a length, a pattern, a format in words and a keyboard', () => {
    const extension = [
      ext('minLength', { valueInteger: 2 }),
      ext('regex', { valueString: '[A-Z]+' }),
      ext('entryFormat', { valueString: 'Capital letters' }),
      sdc('keyboard', { valueCode: 'email' }),
    ];
    const { issues, item } = readItem({ linkId: '1', text: 'Q', type: 'string', maxLength: 9, extension });
    const { minLength, maxLength, pattern, entryFormat, format } = item;
    assert.deepEqual({ minLength, maxLength, pattern, entryFormat, format }, {
      minLength: 2, maxLength: 9, pattern: { regex: '[A-Z]+' }, entryFormat: 'Capital letters', format: 'email',
    });
    assert.deepEqual(issues, []);
    assert.deepEqual(issuesOf({ type: 'date', maxLength: 3 }), ['1 limit-not-applied']);
  });

  it('a decimal and a quantity have a number of decimal places', () => {
    const extension = [ext('maxDecimalPlaces', { valueInteger: 1 })];
    assert.equal(fieldsOf({ type: 'decimal', extension }).decimals, 1);
    assert.equal(fieldsOf({ type: 'quantity', extension }).decimals, 1);
  });

  it('a file has types and a size, which FHIR gives in megabytes', () => {
    const extension = [ext('mimeType', { valueCode: 'image/png' }), ext('mimeType', { valueCode: 'image/jpeg' }), ext('maxSize', { valueDecimal: 1.5 })];
    assert.deepEqual(fieldsOf({ type: 'attachment', extension }), { type: 'file', mimeTypes: ['image/png', 'image/jpeg'], maxSize: 1500000 });
  });
});

describe('limits that a definition does not have', () => {
  const cases: [name: string, item: Json][] = [
    ['a media type without a slash', { type: 'attachment', extension: [ext('mimeType', { valueCode: 'pdf' })] }],
    ['a size below 0', { type: 'attachment', extension: [ext('maxSize', { valueDecimal: -1 })] }],
    ['a least length above the highest', { type: 'string', maxLength: 3, extension: [ext('minLength', { valueInteger: 5 })] }],
    ['a weight that is too large', { type: 'choice', answerOption: [{ ...coding('a', 'A'), extension: [ext('ordinalValue', { valueDecimal: 1e12 })] }] }],
    ['a quantity in another unit', { type: 'quantity', extension: [ext('questionnaire-unit', { valueCoding: { system: 'urn:u', code: 'kg' } }), sdc('minQuantity', { valueQuantity: { value: 1, code: 'g' } })] }],
  ];
  for (const [name, item] of cases) {
    it(`${name} is reported`, () => assert.deepEqual(issuesOf(item), ['1 limit-not-applied']));
  }

  it('several units of a number are one, and that is reported', () => {
    const unit = (code: string): Json => ext('questionnaire-unitOption', { valueCoding: { code } });
    assert.deepEqual(issuesOf({ type: 'decimal', extension: [unit('kg'), unit('g')] }), ['1 unit-written-by-the-person']);
  });
});

describe('units', () => {
  const ucum = 'http://unitsofmeasure.org';
  const unit = (name: string, code: string, display: string): Json => ext(name, { valueCoding: { system: ucum, code, display } });

  it('a number has the text of its unit; its code is a tag', () => {
    const { item } = readItem({ linkId: '1', text: 'Weight', type: 'decimal', extension: [unit('questionnaire-unit', 'kg', 'kilograms')] });
    assert.equal(item.unit, 'kilograms');
    assert.deepEqual(item.tags, { unitSystem: ucum, unitCode: 'kg' });
  });

  it('a quantity has one unit, or a choice of units, and limits in the first one', () => {
    const { item } = readItem({
      linkId: '1',
      text: 'Weight',
      type: 'quantity',
      extension: [
        unit('questionnaire-unitOption', 'kg', 'kg'),
        unit('questionnaire-unitOption', '[lb_av]', 'pounds'),
        sdc('maxQuantity', { valueQuantity: { value: 300, system: ucum, code: 'kg' } }),
      ],
    });
    assert.deepEqual(item.units, [{ text: 'kg', system: ucum, code: 'kg' }, { text: 'pounds', system: ucum, code: '[lb_av]' }]);
    assert.equal(item.max, 300);
  });

  it('a contained value set has the units', () => {
    const contained = [{ resourceType: 'ValueSet', id: 'w', compose: { include: [{ system: ucum, concept: [{ code: 'kg' }, { code: 'g', display: 'gram' }] }] } }];
    const item = { linkId: '1', text: 'Weight', type: 'quantity', extension: [ext('questionnaire-unitValueSet', { valueCanonical: '#w' })] };
    const { instrument } = read(form([item], { contained }));
    assert.deepEqual((instrument.items[0] as unknown as Json).units, [{ text: 'kg', system: ucum, code: 'kg' }, { text: 'gram', system: ucum, code: 'g' }]);
  });

  it('a code without a system names no unit', () => {
    assert.deepEqual(fieldsOf({ type: 'quantity', extension: [ext('questionnaire-unit', { valueCoding: { code: 'kg' } })] }).units, [{ text: 'kg' }]);
  });

  it('a value set of units that is not known lets the person write the unit', () => {
    const extension = [ext('questionnaire-unitValueSet', { valueCanonical: 'http://x.example/units' })];
    assert.equal(fieldsOf({ type: 'quantity', extension }).freeUnit, true);
    assert.deepEqual(issuesOf({ type: 'quantity', extension }), ['1 unit-written-by-the-person']);
  });
});

describe('controls', () => {
  const integer = (...more: Json[]): Json => ({
    linkId: '1', text: 'Pain', type: 'integer',
    extension: [control('slider'), ext('minValue', { valueInteger: 0 }), ext('maxValue', { valueInteger: 10 }), ...more],
  });

  it('a slider has limits, a step and texts at its ends, which keep their linkIds', () => {
    const ends = [
      { linkId: '1.l', text: 'None', type: 'display', extension: [control('lower')] },
      { linkId: '1.u', text: 'Worst', type: 'display', extension: [control('upper')] },
    ];
    const { item, issues } = readItem({ ...integer(ext('questionnaire-sliderStepValue', { valueInteger: 2 })), item: ends });
    assert.deepEqual(item, {
      id: '1', text: 'Pain', type: 'slider', min: 0, max: 10, step: 2, minText: 'None', maxText: 'Worst', tags: { lowerId: '1.l', upperId: '1.u' },
    });
    assert.deepEqual(issues, []);
  });

  it('a slider without limits is a number field', () => {
    const { item, issues } = readItem({ linkId: '1', text: 'Pain', type: 'integer', extension: [control('slider')] });
    assert.equal(item.type, 'integer');
    assert.ok(issues.includes('1 control-not-offered'));
  });

  it('a list is radios, a drop-down or a filtered list, in a row or in a column', () => {
    const answerOption = [coding('a', 'A'), coding('b', 'B')];
    const choice = (...extension: Json[]): Json => fieldsOf({ type: 'choice', answerOption, extension });
    assert.equal(choice(control('radio-button')).control, undefined);
    assert.equal(choice(control('drop-down')).control, 'drop-down');
    assert.equal(choice(control('autocomplete')).control, 'autocomplete');
    assert.equal(choice(control('likert')).orientation, 'horizontal');
    assert.equal(choice(ext('questionnaire-choiceOrientation', { valueCode: 'vertical' })).orientation, 'vertical');
  });

  it('a group is a table, a page, a header or a footer, or can be closed', () => {
    const inner = { linkId: '1', text: 'Q', type: 'choice', answerOption: [coding('a', 'A'), coding('b', 'B')] };
    const group = (code: string, item: Json = inner) => {
      const { item: read, issues } = readItem({ linkId: 'g', text: 'Group', type: 'group', extension: [control(code)], item: [item] });
      assert.deepEqual(issues, [], code);
      assert.equal(read.tags!.control, code);
      return [read.layout, read.items![0]!.layout];
    };
    for (const code of ['table', 'htable', 'likert']) assert.deepEqual(group(code), [undefined, 'matrix'], code);
    assert.deepEqual(group('gtable'), ['row', undefined]);
    for (const code of ['page', 'header', 'footer']) assert.deepEqual(group(code), [code, undefined], code);
    const member = { linkId: 'm', text: 'Member', type: 'group', item: [inner] };
    assert.deepEqual(group('tab-container', member), [undefined, 'page']);
    assert.deepEqual(group('grid', member), [undefined, 'row']);
    const closed = readItem({ ...member, extension: [sdc('collapsible', { valueCode: 'default-closed' })] });
    assert.equal(closed.item.collapsible, 'closed');
    assert.deepEqual(closed.issues, []);
  });

  it('a group with a control that nobody knows is a list, and that is reported', () => {
    const group = { linkId: 'g', text: 'Group', type: 'group', extension: [control('wheel')], item: [{ linkId: '1', text: 'Q', type: 'date' }] };
    assert.deepEqual(readItem(group).issues, ['g shown-as-list']);
  });

  it('several answers have a least and a highest number', () => {
    const occurs = (min: number, max: number): Json[] => [ext('questionnaire-minOccurs', { valueInteger: min }), ext('questionnaire-maxOccurs', { valueInteger: max })];
    const several = (extension: Json[]) => readItem({ linkId: '1', text: 'Q', type: 'choice', repeats: true, answerOption: [coding('a', 'A')], extension });
    const { item, issues } = several(occurs(1, 2));
    assert.deepEqual([item.minChoices, item.maxChoices, issues], [1, 2, []]);
    assert.deepEqual(several(occurs(3, 2)).issues, ['1 limit-not-applied']);
  });

  it('help is a part of its question; a second help stays a text below it', () => {
    const help = (linkId: string, code: string): Json => ({ linkId, text: linkId, type: 'display', extension: [control(code)] });
    const { item, issues } = readItem({ linkId: '1', text: 'Q', type: 'date', item: [help('1.h', 'flyover'), help('1.p', 'prompt')] });
    assert.equal(item.help, '1.h');
    assert.deepEqual(item.tags, { helpId: '1.h', helpControl: 'flyover' });
    assert.deepEqual(item.items!.map(({ id }) => id), ['1.p']);
    assert.deepEqual(issues, ['1.p help-shown-below']);
  });
});

describe('choices', () => {
  it('keep their coding, weight, prefix and whether they are exclusive', () => {
    const weight = ext('ordinalValue', { valueDecimal: 3 });
    const answerOption = [
      coding('LA6568-5', 'Not at all', { version: '2.7', extension: [weight] }),
      { ...coding('none of these', 'None'), extension: [ext('questionnaire-optionExclusive', { valueBoolean: true }), ext('questionnaire-optionPrefix', { valueString: 'b)' }), ext('itemWeight', { valueDecimal: 0 })] },
    ];
    const { item, issues } = readItem({ linkId: '1', text: 'Q', type: 'choice', repeats: true, answerOption });
    assert.deepEqual(item, {
      id: '1', text: 'Q', type: 'choice', multiple: true,
      choices: [
        { code: 'LA6568-5', text: 'Not at all', value: 3, coding: { system: 'http://loinc.org', version: '2.7', code: 'LA6568-5', display: 'Not at all' } },
        { code: 'none-of-these', text: 'None', value: 0, coding: { system: 'http://loinc.org', code: 'none of these', display: 'None' }, exclusive: true, prefix: 'b)' },
      ],
    });
    assert.deepEqual(issues, []);
  });

  it('have different codes in the record, and never that of a reason', () => {
    const answerOption = [coding('a', 'A'), { valueCoding: { system: 'urn:other', code: 'a', display: 'Other A' } }, coding('unknown', 'Unknown')];
    assert.deepEqual((fieldsOf({ type: 'choice', answerOption }).choices as Json[]).map(({ code }) => code), ['a', 'a-2', 'unknown_']);
  });

  it('without a text have their code, and that is reported', () => {
    assert.deepEqual(issuesOf({ type: 'choice', answerOption: [coding('a')] }), ['1 option-without-text']);
  });

  it('can be open, with a label', () => {
    const answerOption = [coding('a', 'A')];
    assert.equal(fieldsOf({ type: 'open-choice', answerOption }).open, true);
    assert.equal(fieldsOf({ type: 'coding', answerOption, answerConstraint: 'optionsOrString' }).open, true);
    assert.equal(fieldsOf({ type: 'open-choice', answerOption, extension: [sdc('openLabel', { valueString: 'Another' })] }).open, 'Another');
  });

  it('whole numbers in a row are a rating, reversed if their weights fall', () => {
    const numbers = (...weights: number[]): Json[] => weights.map((weight, i) => ({ valueInteger: i, extension: [ext('ordinalValue', { valueDecimal: weight })] }));
    assert.deepEqual(fieldsOf({ type: 'integer', answerOption: numbers(0, 1, 2) }), { type: 'rating', min: 0, max: 2, minText: '', maxText: '' });
    assert.equal(fieldsOf({ type: 'integer', answerOption: numbers(2, 1, 0) }).reverse, true);
    assert.equal(fieldsOf({ type: 'integer', answerOption: numbers(5, 1, 0) }).type, 'choice');
  });

  it('whose list of other answers takes any value of the type is reported, because they are words', () => {
    const item = { type: 'integer', answerOption: [{ valueInteger: 5 }, { valueInteger: 9 }], answerConstraint: 'optionsOrString' };
    assert.deepEqual(issuesOf(item), []);
    assert.deepEqual(issuesOf({ ...item, type: 'string', answerOption: [{ valueString: 'a' }] }), []);
  });

  it('of an expansion that is not whole is reported', () => {
    const expanded = (total: number): Json => ({ resourceType: 'ValueSet', id: 'e', expansion: { total, contains: [{ abstract: true, code: 'top', contains: [{ code: 'a', display: 'A' }] }] } });
    const issues = (total: number): string[] => read(form([{ linkId: '1', text: 'Q', type: 'choice', answerValueSet: '#e' }], { contained: [expanded(total)] })).issues;
    assert.deepEqual(issues(2), []);
    assert.deepEqual(issues(900), ['#e value-set-not-whole']);
  });

  it('whole numbers are a list if a rating cannot show what they have', () => {
    const numbers = (more: Json): Json => ({ type: 'integer', answerOption: [{ valueInteger: 0, ...more }, { valueInteger: 1 }] });
    const first = (more: Json): Json => (fieldsOf(numbers(more)).choices as Json[])[0]!;
    assert.equal(first({ extension: [ext('questionnaire-optionPrefix', { valueString: 'a)' })] }).prefix, 'a)');
    assert.equal(first({ extension: [ext('questionnaire-optionExclusive', { valueBoolean: true })] }).exclusive, true);
    assert.deepEqual(first({ _valueInteger: { extension: [ext('rendering-style', { valueString: 'font-weight: bold' })] } }).style, ['bold']);
    const translated = { extension: [ext('translation', { extension: [{ url: 'lang', valueCode: 'ar' }, { url: 'content', valueString: '٠' }] })] };
    const { translations } = read(form([{ linkId: '1', text: 'Q', ...numbers({ _valueInteger: translated }) }]));
    assert.match(JSON.stringify(translations), /٠/);
    for (const extension of [[control('drop-down')], [ext('questionnaire-choiceOrientation', { valueCode: 'vertical' })]]) {
      assert.equal(fieldsOf({ ...numbers({}), extension }).type, 'choice');
      assert.deepEqual(issuesOf({ ...numbers({}), extension }), []);
    }
    assert.equal(fieldsOf({ ...numbers({}), extension: [ext('questionnaire-choiceOrientation', { valueCode: 'horizontal' })] }).type, 'rating');
  });

  it('texts, numbers, days and times of another type are choices that remember their type', () => {
    const { item } = readItem({ linkId: '1', text: 'Q', type: 'string', answerOption: [{ valueString: 'Rarely ever' }, { valueString: 'Often' }] });
    assert.deepEqual(item.tags, { fhirType: 'string', options: '{"Rarely-ever":{"valueString":"Rarely ever"},"Often":{"valueString":"Often"}}' });
    assert.deepEqual((item as unknown as Json).choices, [{ code: 'Rarely-ever', text: 'Rarely ever' }, { code: 'Often', text: 'Often' }]);
  });

  it('of a contained value set: its expansion, or its lists without what it excludes', () => {
    const system = 'http://loinc.org';
    const expanded = { resourceType: 'ValueSet', id: 'e', expansion: { contains: [{ abstract: true, code: 'top', contains: [{ system, code: 'a', display: 'A' }] }] } };
    const composed = {
      resourceType: 'ValueSet', id: 'c', url: 'http://x.example/c',
      compose: { include: [{ system, concept: [{ code: 'a', display: 'A' }, { code: 'b', display: 'B' }] }], exclude: [{ system, concept: [{ code: 'b' }] }] },
    };
    const named = { resourceType: 'ValueSet', id: 'n', compose: { include: [{ system: 'urn:own' }] } };
    const codes = { resourceType: 'CodeSystem', id: 's', url: 'urn:own', concept: [{ code: 'x', display: 'X', concept: [{ code: 'y', display: 'Y' }] }] };
    const contained = [expanded, composed, named, codes];
    const choicesIn = (answerValueSet: string): unknown => {
      const { instrument, issues } = read(form([{ linkId: '1', text: 'Q', type: 'choice', answerValueSet }], { contained }));
      assert.deepEqual(issues, []);
      return (instrument.items[0] as unknown as { choices: Json[] }).choices.map(({ code }) => code);
    };
    assert.deepEqual(choicesIn('#e'), ['a']);
    assert.deepEqual(choicesIn('#c'), ['a']);
    assert.deepEqual(choicesIn('http://x.example/c|1.0'), ['a']);
    assert.deepEqual(choicesIn('#n'), ['x', 'y']);
  });

  it('of a value set that is not known are replaced by a text field, and that is reported', () => {
    const item = { type: 'choice', answerValueSet: 'http://x.example/all' };
    assert.deepEqual(issuesOf(item), ['1 value-set-not-expanded']);
    assert.equal(fieldsOf(item).type, 'text');
  });
});

describe('items in items', () => {
  it('a group repeats, with a least and a highest number', () => {
    const extension = [ext('questionnaire-minOccurs', { valueInteger: 1 }), ext('questionnaire-maxOccurs', { valueInteger: 3 })];
    const group = { linkId: 'g', text: 'Medication', type: 'group', repeats: true, extension, item: [{ linkId: '1', text: 'Q', type: 'date' }] };
    assert.deepEqual((readItem(group).item as Json).repeats, { min: 1, max: 3, add: '+ Medication' });
  });

  it('a question repeats', () => {
    assert.deepEqual(fieldsOf({ type: 'string', repeats: true }).repeats, { max: 1000, add: '+ Question' });
  });

  it('an item in a question is asked once it has an answer', () => {
    const { item } = readItem({ linkId: '1', text: 'Q', type: 'boolean', item: [{ linkId: '1.1', text: 'Since when?', type: 'date' }] });
    assert.deepEqual(item.items, [{ id: '1.1', text: 'Since when?', type: 'date', when: { item: '1', is: 'answered' } }]);
  });

  it('a group without items is its text', () => {
    const { item, issues } = readItem({ linkId: 'g', text: 'Nothing here', type: 'group' });
    assert.equal(item.type, 'display');
    assert.deepEqual(issues, ['g group-without-items']);
  });

  it('a display item without a text shows nothing, and is reported', () => {
    assert.deepEqual(readItem({ linkId: 'd', type: 'display' }).issues, ['d display-without-text']);
    const markup = { extension: [ext('rendering-markdown', { valueMarkdown: '**Read** this' })] };
    assert.deepEqual(readItem({ linkId: 'd', type: 'display', _text: markup }).issues, []);
  });
});

describe('start values', () => {
  it('are those of the item, or the options that are selected', () => {
    assert.deepEqual(fieldsOf({ type: 'integer', initial: [{ valueInteger: 50 }] }).initial, [50]);
    assert.deepEqual(fieldsOf({ type: 'choice', answerOption: [coding('a', 'A'), coding('b', 'B')], initial: [coding('b')] }).initial, ['b']);
    assert.deepEqual(fieldsOf({ type: 'choice', answerOption: [coding('a', 'A'), { ...coding('b', 'B'), initialSelected: true }] }).initial, ['b']);
  });

  it('that do not fit are reported', () => {
    assert.deepEqual(issuesOf({ type: 'integer', initial: [{ valueString: 'five' }] }), ['1 value-does-not-fit']);
  });
});

describe('what is beside the text of an item', () => {
  it('are pictures, links, a category, a style and markup', () => {
    const { item, issues } = readItem({
      linkId: '1', text: 'Read this', type: 'display',
      _text: { extension: [ext('rendering-xhtml', { valueString: '<b>Read</b> this' }), ext('rendering-style', { valueString: 'font-weight: bold; color: green' })] },
      extension: [
        sdc('itemMedia', { valueAttachment: { contentType: 'image/png', data: 'iVBO\nRw0K', title: 'A house' } }),
        ext('questionnaire-supportLink', { valueUri: 'https://x.example/more' }),
        ext('questionnaire-displayCategory', { valueCodeableConcept: { coding: [{ code: 'security' }] } }),
      ],
    });
    assert.deepEqual(item, {
      id: '1', text: 'Read this', type: 'display', links: ['https://x.example/more'], category: 'security',
      media: [{ type: 'image/png', title: 'A house', data: 'iVBORw0K' }], markup: { format: 'xhtml', content: '<b>Read</b> this' }, style: ['bold'],
    });
    assert.deepEqual(issues, ['1 layout-not-followed'], 'a colour is that of the page');
  });

  it('a style with a meaning is reported', () => {
    const _text = { extension: [ext('rendering-style', { valueString: 'color:red' })] };
    assert.deepEqual(issuesOf({ type: 'date', _text, extension: [ext('rendering-styleSensitive', { valueBoolean: true })] }), ['1 style-not-shown']);
  });

  it('choices have markup with the pictures that the form contains, and their own; those elsewhere are links at the item', () => {
    const xhtml = (valueString: string): Json => ({ extension: [ext('rendering-xhtml', { valueString })] });
    const picture = (value: Json): Json => ({ extension: [sdc('itemAnswerMedia', { valueAttachment: { contentType: 'image/png', ...value } })] });
    const answerOption = [
      { valueCoding: { code: 'a', display: 'Well', _display: xhtml('<img src="#well">') } },
      { valueCoding: { code: 'b', display: 'Badly' }, ...picture({ data: 'AAAA' }) },
      { valueCoding: { code: 'c', display: 'Other' }, ...picture({ url: 'https://x.example/c.png' }) },
    ];
    const contained = [{ resourceType: 'Binary', id: 'well', contentType: 'image/png', data: 'BBBB' }];
    const { instrument, issues } = read(form([{ linkId: '1', text: 'How?', type: 'choice', answerOption }], { contained }));
    const { choices, media } = instrument.items[0] as unknown as { choices: Json[]; media: Json[] };
    assert.deepEqual(choices.map(({ markup, media: own }) => markup ?? own), [
      { format: 'xhtml', content: '<img src="data:image/png;base64,BBBB">' },
      { type: 'image/png', data: 'AAAA' },
      undefined,
    ]);
    assert.deepEqual(media, [{ type: 'image/png', title: 'Other', url: 'https://x.example/c.png' }]);
    assert.deepEqual(issues, ['1 media-linked']);
  });
});

/** Says that an extension must not be ignored. */
const critical = (valueCanonical: string): Json => ({
  url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-rendering-criticalExtension',
  valueCanonical,
});

describe('disabledDisplay', () => {
  it('is read as the element of R5 and as the extension of R4, and written again', () => {
    const one = { linkId: '1', text: 'Q', type: 'date' };
    const extension = { url: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.item.disabledDisplay', valueCode: 'protected' };
    const { instrument, issues } = read(form([{ ...one, disabledDisplay: 'protected' }, { ...one, linkId: '2', extension: [extension] }, { ...one, linkId: '3', disabledDisplay: 'hidden' }]));
    assert.deepEqual([instrument.items.map(({ disabledDisplay }) => disabledDisplay), issues], [['protected', 'protected', undefined], []]);
    const again = (fhirVersion: 'R4' | 'R5') => toQuestionnaire(instrument, { fhirVersion }).resource.item![0]!;
    assert.deepEqual([again('R5').disabledDisplay, again('R5').extension, again('R4').disabledDisplay, again('R4').extension], ['protected', undefined, undefined, [extension]]);
  });
});

describe('what is not presented', () => {
  const cases: [name: string, item: Json, issue: string][] = [
    ['markup of a prefix', { type: 'date', prefix: '1', _prefix: { extension: [ext('rendering-xhtml', { valueString: '<b>1</b>' })] } }, 'markup-shown-as-text'],
    ['an expression', { type: 'integer', extension: [sdc('calculatedExpression', { valueExpression: { language: 'text/fhirpath', expression: '1' } })] }, 'expression-needs-evaluator'],
    ['an item for reading', { type: 'date', extension: [ext('questionnaire-usageMode', { valueCode: 'display' })] }, 'hidden-by-usage-mode'],
    ['a link that could run a script', { type: 'date', extension: [ext('questionnaire-supportLink', { valueUri: 'javascript:alert(1)' })] }, 'link-not-shown'],
    ['a picture elsewhere', { type: 'date', extension: [sdc('itemMedia', { valueAttachment: { contentType: 'image/png', url: 'https://x.example/a.png' } })] }, 'media-linked'],
    ['a picture that can run a script', { type: 'date', extension: [sdc('itemMedia', { valueAttachment: { contentType: 'image/svg+xml', data: 'PHN2Zz4=' } })] }, 'media-not-shown'],
    ['a picture', { type: 'date', extension: [sdc('itemMedia', { valueAttachment: { url: 'x' } })] }, 'media-not-shown'],
    ['an extension of others', { type: 'date', extension: [{ url: 'https://x.example/extension', valueString: 'x' }] }, 'extension-ignored'],
    ['an important extension of others', { type: 'date', modifierExtension: [critical('https://x.example/not')] }, 'modifier-not-known'],
    ['a modifier', { type: 'date', modifierExtension: [{ url: 'https://x.example/not', valueBoolean: true }] }, 'modifier-not-known'],
    ['an element of another release', { type: 'date', options: { reference: 'x' } }, 'element-unknown'],
  ];
  it('an important extension is reported where it is, once', () => {
    const columns = sdc('choiceColumn', {});
    const { issues } = read(form([{ linkId: '1', text: 'Q', type: 'date', extension: [columns] }], { modifierExtension: [critical(columns.url as string)] }));
    assert.deepEqual(issues, ['1 choice-columns-not-shown']);
  });
  for (const [name, item, issue] of cases) {
    it(`${name} is reported`, () => assert.deepEqual(issuesOf(item), [`1 ${issue}`]));
  }
});

describe('what has no effect at an item', () => {
  it('is reported, if FHIR does not allow it there', () => {
    const options = { answerOption: [{ valueString: 'a' }] };
    assert.deepEqual(issuesOf({ type: 'boolean', ...options }), ['1 element-out-of-place']);
    assert.deepEqual(issuesOf({ type: 'boolean', answerValueSet: 'urn:v' }), ['1 element-out-of-place']);
    assert.deepEqual(issuesOf({ type: 'attachment', ...options }), ['1 element-out-of-place']);
    const inner = [{ linkId: '2', text: 'Q', type: 'date' }];
    assert.deepEqual(issuesOf({ type: 'group', item: inner, initial: [{ valueString: 'a' }] }), ['1 element-out-of-place']);
    assert.deepEqual(issuesOf({ type: 'display', initial: [{ valueString: 'a' }], required: true, repeats: true }), Array(3).fill('1 element-out-of-place'));
    assert.deepEqual(issuesOf({ type: 'display', required: false, repeats: false }), []);
    const contained = [{ resourceType: 'ValueSet', id: 'v', expansion: { contains: [{ code: 'b', display: 'B' }] } }];
    const both = read(form([{ linkId: '1', text: 'Q', type: 'choice', answerOption: [{ valueCoding: { code: 'a', display: 'A' } }], answerValueSet: '#v' }], { contained }));
    assert.deepEqual(both.issues, ['1 element-out-of-place']);
  });

  it('is reported as a limit that is not applied, if it is a limit', () => {
    const limit = (name: string, value: Json): Json => ({ extension: [ext(name, value)] });
    const limited = ['1 limit-not-applied'];
    assert.deepEqual(issuesOf({ type: 'decimal', ...limit('maxDecimalPlaces', { valueInteger: -1 }) }), limited);
    assert.deepEqual(issuesOf({ type: 'integer', ...limit('maxDecimalPlaces', { valueInteger: 0 }) }), []);
    assert.deepEqual(issuesOf({ type: 'string', ...limit('minLength', { valueInteger: -3 }) }), limited);
    assert.deepEqual(issuesOf({ type: 'string', ...limit('minLength', { valueInteger: 0 }) }), []);
    assert.deepEqual(issuesOf({ type: 'date', ...limit('minLength', { valueInteger: 1 }) }), []);
    const ends = [control('slider'), ext('minValue', { valueInteger: 0 }), ext('maxValue', { valueInteger: 10 })];
    assert.deepEqual(issuesOf({ type: 'integer', extension: [...ends, ext('questionnaire-sliderStepValue', { valueInteger: -1 })] }), limited);
    for (const [type, name, value] of [
      ['integer', 'regex', { valueString: '5|6' }],
      ['date', 'minLength', { valueInteger: 3 }],
      ['open-choice', 'minLength', { valueInteger: 2 }],
      ['boolean', 'minValue', { valueInteger: 1 }],
      ['string', 'mimeType', { valueCode: 'image/png' }],
      ['string', 'questionnaire-minOccurs', { valueInteger: 1 }],
      ['string', 'questionnaire-maxOccurs', { valueInteger: 0 }],
    ] as const) assert.deepEqual(issuesOf({ type, ...limit(name, value), ...(type === 'open-choice' && { answerOption: [coding('a', 'A')] }) }), limited, `${name} of ${type}`);
    assert.deepEqual(issuesOf({ type: 'string', required: true, ...limit('questionnaire-minOccurs', { valueInteger: 1 }) }), []);
    assert.deepEqual(issuesOf({ type: 'string', ...limit('questionnaire-maxOccurs', { valueInteger: 1 }) }), []);
    assert.deepEqual(issuesOf({ type: 'string', repeats: true, ...limit('questionnaire-maxOccurs', { valueInteger: -1 }) }), limited);
  });

  it('is not reported, if expressions use it: a launch context', () => {
    const context = sdc('launchContext', { extension: [{ url: 'name', valueCoding: { code: 'patient' } }, { url: 'type', valueCode: 'Patient' }] });
    assert.deepEqual(read(form([{ linkId: '1', text: 'Q', type: 'date' }], { extension: [context] })).issues, []);
  });
});

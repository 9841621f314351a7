import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Condition, Instrument, Item, Value } from '../../src/core/instrument/instrument.ts';
import type { Answer, Response } from '../../src/core/record/response.ts';
import { CANONICAL_BASE, terminologyOf, toQuestionnaire, toQuestionnaireResponse, type FhirVersion, type QuestionnaireItem } from '../../src/fhir/index.ts';
import { anyIds } from '../core/fixtures/any-ids.ts';
import { completed, sessionOf } from '../core/fixtures/sessions.ts';
import { formOf } from './forms.ts';

const UCUM = 'http://unitsofmeasure.org';
const mg = { text: 'mg', system: UCUM, code: 'mg' };
const fiveMg = { value: 5, unit: 'mg', system: UCUM, code: 'mg' };
const letter = { name: 'letter.pdf', type: 'application/pdf', size: 1024, sha256: 'a'.repeat(64) };
const LOINC = { system: 'http://loinc.org', code: 'LA6568-5', display: 'Not at all' };

const flat = (items: readonly QuestionnaireItem[] = []): QuestionnaireItem[] => items.flatMap((one) => [one, ...flat(one.item)]);
const emit = (item: Item, fhirVersion: FhirVersion = 'R4') => {
  const { resource, issues } = toQuestionnaire(formOf([item]), { fhirVersion });
  return { item: resource.item![0]!, codes: issues.map(({ code }) => code) };
};
/** The values of the extensions, by the last part of their URL. */
const extensionsOf = ({ extension = [] }: { extension?: { url: string }[] }): Record<string, unknown[]> => {
  const found: Record<string, unknown[]> = {};
  for (const { url, ...value } of extension) (found[url.split('/').at(-1)!] ??= []).push(Object.values(value)[0]);
  return found;
};
const answersOf = (instrument: Instrument, answers: Answer[], fhirVersion: FhirVersion = 'R4') => {
  const record: Response = { ...completed(sessionOf(instrument)), answers };
  const { resource, issues } = toQuestionnaireResponse(record, instrument, { fhirVersion });
  return { answers: (resource.item ?? []).flatMap(({ answer = [] }) => answer), codes: issues.map(({ code }) => code) };
};
const answered = (item: Item, ...values: Value[]) => answersOf(formOf([item]), [{ item: item.id, state: 'answered', values }]);
/** How a second item is enabled by this test of the first. */
const enabledBy = (item: Item, op: '=' | '!=' | '>', value: Value) => {
  const when: Condition = { item: item.id, op, value };
  const { resource } = toQuestionnaire(formOf([item, { id: 'next', type: 'boolean', text: 'Next?', when }]), { fhirVersion: 'R4' });
  const { enableWhen, extension } = resource.item![1]!;
  return { enableWhen, expression: extension?.find(({ url }) => url.endsWith('enableWhenExpression'))?.valueExpression?.expression };
};

describe('a quantity in FHIR', () => {
  const item: Item = { id: 'dose', type: 'quantity', text: 'Dose?', units: [mg, { text: 'cups' }], min: 1, max: 10, decimals: 1 };

  it('has its units as options, and its limits in the first unit', () => {
    const { item: emitted, codes } = emit(item);
    assert.equal(emitted.type, 'quantity');
    const { 'questionnaire-unitOption': units, 'sdc-questionnaire-minQuantity': min, 'sdc-questionnaire-maxQuantity': max, maxDecimalPlaces } = extensionsOf(emitted);
    assert.deepEqual(units, [{ system: UCUM, code: 'mg', display: 'mg' }, { display: 'cups' }]);
    assert.deepEqual([min, max, maxDecimalPlaces], [[{ ...fiveMg, value: 1 }], [{ ...fiveMg, value: 10 }], [1]]);
    assert.deepEqual(codes, []);
  });

  it('without a unit is reported, and with any unit is not', () => {
    assert.deepEqual(emit({ id: 'n', type: 'quantity', text: 'N?', min: 1 }).codes, ['no-unit-not-said']);
    assert.deepEqual(emit({ id: 'n', type: 'quantity', text: 'N?', freeUnit: true }).codes, []);
  });

  it('is a valueQuantity in an answer', () => {
    assert.deepEqual(answered(item, fiveMg), { answers: [{ valueQuantity: fiveMg }], codes: [] });
    assert.deepEqual(answered(item, 'five').codes, ['value-of-another-type']);
    assert.deepEqual(answered(item, letter).codes, ['value-of-another-type']);
  });

  it('is compared in the same unit only', () => {
    const coded = enabledBy(item, '>', fiveMg);
    assert.deepEqual(coded.enableWhen, [{ question: 'dose', operator: '>', answerQuantity: fiveMg }]);
    const { expression } = enabledBy(item, '>', { value: 5, unit: 'cups' });
    assert.match(expression!, /where\(unit = 'cups' and code\.empty\(\) and value > 5\)/);
    assert.deepEqual(enabledBy(item, '=', { value: 5 }).enableWhen, [{ question: 'dose', operator: '=', answerQuantity: { value: 5 } }], 'in any unit');
    assert.equal(enabledBy(item, '=', 'five').expression, 'false');
  });
});

describe('a moment in FHIR', () => {
  const item: Item = { id: 'met', type: 'dateTime', text: 'Met?', min: '2026-01-01T00:00Z', max: '2027-01-01T00:00:00Z' };

  it('has seconds, in its limits, in an answer and in a condition', () => {
    const { minValue, maxValue } = extensionsOf(emit(item).item);
    assert.deepEqual([emit(item).item.type, minValue, maxValue], ['dateTime', ['2026-01-01T00:00:00Z'], ['2027-01-01T00:00:00Z']]);
    assert.deepEqual(answered(item, '2026-11-29T10:00+01:00').answers, [{ valueDateTime: '2026-11-29T10:00:00+01:00' }]);
    assert.deepEqual(answered(item, 5).codes, ['value-of-another-type']);
    assert.deepEqual(enabledBy(item, '>', '2026-11-29T10:00Z').enableWhen, [{ question: 'met', operator: '>', answerDateTime: '2026-11-29T10:00:00Z' }]);
  });
});

describe('an address in FHIR', () => {
  const item: Item = { id: 'site', type: 'url', text: 'Site?', minLength: 5, maxLength: 99, pattern: { regex: 'https:.*', message: 'Begin with https.' } };

  it('has its rules, and is a valueUri in an answer', () => {
    const { item: emitted, codes } = emit(item);
    assert.deepEqual([emitted.type, emitted.maxLength, extensionsOf(emitted)], ['url', 99, { minLength: [5], regex: ['https:.*'] }]);
    assert.deepEqual(codes, ['pattern-message-not-said']);
    assert.deepEqual(answered(item, 'https://example.org').answers, [{ valueUri: 'https://example.org' }]);
    assert.deepEqual(answered(item, true).codes, ['value-of-another-type']);
  });

  it('is in no enableWhen, which has no place for it', () => {
    const { enableWhen, expression } = enabledBy(item, '=', 'https://example.org');
    assert.equal(enableWhen, undefined);
    assert.match(expression!, /\$this = 'https:\/\/example\.org'/);
  });
});

describe('a file in FHIR', () => {
  const item: Item = { id: 'letter', type: 'file', text: 'Letter?', mimeTypes: ['application/pdf', 'image/*'], maxSize: 2_500_000 };

  it('has its types, and its largest size in megabytes', () => {
    const { item: emitted } = emit(item);
    assert.deepEqual([emitted.type, extensionsOf(emitted)], ['attachment', { mimeType: ['application/pdf', 'image/*'], maxSize: [2.5] }]);
  });

  it('is described in an answer, with its hash; that its content is not there is reported', () => {
    const extension = [{ url: `${CANONICAL_BASE}/StructureDefinition/file-hash`, extension: [{ url: 'sha256', valueString: letter.sha256 }] }];
    assert.deepEqual(answered(item, letter), {
      answers: [{ valueAttachment: { extension, contentType: 'application/pdf', title: 'letter.pdf', size: 1024 } }],
      codes: ['file-not-emitted'],
    });
    assert.deepEqual(answered(item, { ...letter, type: '', size: 2 ** 31 }).answers, [{ valueAttachment: { extension, title: 'letter.pdf' } }]);
    const { answers } = answersOf(formOf([item]), [{ item: 'letter', state: 'answered', values: [letter] }], 'R5');
    assert.equal(answers[0]!.valueAttachment!.size, '1024');
    assert.deepEqual(answered(item, 'letter.pdf').codes, ['value-of-another-type']);
  });

  it('is compared with nothing', () => assert.equal(enabledBy(item, '=', letter).expression, 'false'));
});

describe('a choice in FHIR', () => {
  const item: Item = {
    id: 'drink', type: 'choice', text: 'Drink?', multiple: true, open: 'Another drink', control: 'drop-down', orientation: 'horizontal', prefix: '1.a', short: 'Drink',
    choices: [{ code: 'tea', text: 'Tea', prefix: 'a)', coding: LOINC }, { code: 'odd', text: 'Odd', coding: { display: 'Odd one' } }, { code: 'none', text: 'None', exclusive: true }],
  };

  it('says how it is shown, and that own words are possible', () => {
    const { item: r4 } = emit(item);
    const { item: r5 } = emit(item, 'R5');
    assert.deepEqual([r4.type, r5.type, r5.answerConstraint, r4.answerConstraint], ['open-choice', 'coding', 'optionsOrString', undefined]);
    assert.deepEqual([r4.prefix, r4.text], ['1.a', 'Drink?']);
    const { 'questionnaire-choiceOrientation': orientation, 'sdc-questionnaire-openLabel': label, 'sdc-questionnaire-shortText': short } = extensionsOf(r4);
    assert.deepEqual([orientation, label, short], [['horizontal'], ['Another drink'], ['Drink']]);
    assert.equal(r4.extension!.find(({ url }) => url.endsWith('itemControl'))!.valueCodeableConcept!.coding![0]!.code, 'drop-down');
  });

  it('has the concepts that its choices stand for, and says which one is exclusive', () => {
    const { answerOption } = emit(item).item;
    assert.deepEqual(answerOption!.map(({ valueCoding }) => valueCoding!.code), ['LA6568-5', undefined, 'none']);
    assert.deepEqual(answerOption![0]!.valueCoding, LOINC);
    assert.deepEqual(answerOption!.map(extensionsOf), [{ 'questionnaire-optionPrefix': ['a)'] }, {}, { 'questionnaire-optionExclusive': [true] }]);
  });

  it('has the concept or the own words in an answer', () => {
    assert.deepEqual(answered(item, 'tea', { words: 'Juice' }), { answers: [{ valueCoding: LOINC }, { valueString: 'Juice' }], codes: [] });
    assert.deepEqual(answered(item, fiveMg).codes, ['value-of-another-type']);
  });

  it('is compared by its concept, and own words by their text', () => {
    const single = enabledBy({ ...item, multiple: false }, '!=', 'tea');
    assert.deepEqual(single.enableWhen!.at(-1), { question: 'drink', operator: '!=', answerCoding: LOINC });
    assert.deepEqual(enabledBy(item, '=', 'tea').enableWhen, [{ question: 'drink', operator: '=', answerCoding: LOINC }]);
    assert.match(enabledBy(item, '!=', 'odd').expression!, /where\(display = 'Odd one'\)/);
    assert.match(enabledBy(item, '=', { words: 'Juice' }).expression!, /\$this = 'Juice'/);
    assert.equal(enabledBy(item, '>', { words: 'Juice' }).expression, 'false');
  });
});

describe('a text in FHIR', () => {
  it('has its pattern and the form that is asked for', () => {
    const { item, codes } = emit({ id: 'code', type: 'text', line: true, text: 'Code?', pattern: { regex: '[A-Z]+' }, entryFormat: 'ABC' });
    assert.deepEqual([extensionsOf(item), codes], [{ regex: ['[A-Z]+'], entryFormat: ['ABC'] }, []]);
  });
});

describe('items whose ids are any text', () => {
  it('keep them as linkIds, each once, also beside the items that only FHIR has', () => {
    fc.assert(
      fc.property(anyIds(4), ([a, b, c, d]) => {
        const form = formOf(
          [
            { id: a!, type: 'choice', text: 'A', help: 'Help', choices: [{ code: 'x', text: 'X', value: 0 }, { code: 'y', text: 'Y', value: 1 }] },
            { id: `${a!}.help`, type: 'boolean', text: 'Like the help' },
            { id: 'form.intro', type: 'boolean', text: 'Like the introduction' },
            { id: 'score.total', type: 'boolean', text: 'Like the score' },
            { id: b!, type: 'group', text: 'B', repeats: { min: 1, max: 2, add: 'Add' }, items: [{ id: c!, type: 'boolean', text: 'C' }, { id: d!, type: 'text', text: 'D', when: { item: c!, op: '=', value: true } }] },
          ],
          { intro: 'Welcome', scoring: { total: { method: 'sum', items: [a!], least: 1 } } },
        );
        const ids = form.items.map(({ id }) => id);
        fc.pre(new Set([...ids, c, d]).size === ids.length + 2);
        const { resource } = toQuestionnaire(form, { fhirVersion: 'R4' });
        const linkIds = flat(resource.item).map(({ linkId }) => linkId);
        assert.equal(new Set(linkIds).size, linkIds.length);
        for (const id of [...ids, c!, d!]) assert.ok(linkIds.includes(id), id);
        const names = JSON.stringify(resource).match(/"name":"rep-[^"]*"/g) ?? [];
        for (const name of names) assert.match(name, /"rep-[A-Za-z0-9.-]+"/);
        for (const { url } of terminologyOf(form).codeSystems) assert.doesNotMatch(url, /[^\w:/.-]/);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import type { Condition, Instrument, Item } from '../../src/core/instrument/instrument.ts';
import { toQuestionnaire, terminologyOf, type QuestionnaireItem } from '../../src/fhir/index.ts';
import { settled } from '../core/answers.ts';
import { everyItem, formOf, forms, shipped } from './forms.ts';

type Anything = Record<string, unknown>;

const r4 = (instrument: Instrument) => toQuestionnaire(instrument, { fhirVersion: 'R4' });
const flat = (items: readonly QuestionnaireItem[] = []): QuestionnaireItem[] => items.flatMap((one) => [one, ...flat(one.item)]);
const itemOf = (instrument: Instrument, linkId: string): QuestionnaireItem => {
  const found = flat(r4(instrument).resource.item).find((one) => one.linkId === linkId);
  assert.ok(found, linkId);
  return found;
};
const extensionsOf = ({ extension = [] }: QuestionnaireItem): Record<string, unknown> =>
  Object.fromEntries(extension.map(({ url, ...value }) => [url.split('/').at(-1)!, Object.values(value)[0]]));
const controlOf = (item: QuestionnaireItem): unknown =>
  item.extension?.find(({ url }) => url.endsWith('itemControl'))?.valueCodeableConcept?.coding?.[0]?.code;
const codesOf = (instrument: Instrument): string[] => r4(instrument).issues.map(({ path, code }) => `${path} ${code}`);

/** Every object in a value. */
const objectsIn = (data: unknown): Anything[] =>
  typeof data !== 'object' || !data ? [] : [...(Array.isArray(data) ? [] : [data as Anything]), ...Object.values(data).flatMap(objectsIn)];

describe('a Questionnaire of every form', () => {
  for (const fhirVersion of ['R4', 'R5'] as const) {
    for (const form of forms) {
      it(`${form.id} ${Object.values(form.options).join(' ')} in ${fhirVersion}`, () => {
        const { resource } = toQuestionnaire(form, { fhirVersion });
        const items = flat(resource.item);
        const ids = items.map(({ linkId }) => linkId);
        assert.equal(new Set(ids).size, ids.length, 'each linkId is there once');
        for (const { linkId, type, item, enableWhen = [], enableBehavior } of items) {
          assert.equal(type === 'group', item?.some((one) => one.type !== 'display') ?? false, `${linkId}: only groups have questions`);
          for (const { question } of enableWhen) assert.ok(ids.includes(question), `${linkId}: ${question}`);
          assert.equal(enableWhen.length > 1, enableBehavior !== undefined, linkId);
        }
        const { codeSystems } = terminologyOf(form);
        const codes = new Map(codeSystems.map(({ url, concept }) => [url, new Map(concept.map(({ code, display }) => [code, display]))]));
        for (const { valueCoding } of items.flatMap(({ answerOption = [] }) => answerOption)) {
          if (valueCoding) assert.equal(codes.get(valueCoding.system!)?.get(valueCoding.code!), valueCoding.display);
        }
        for (const object of objectsIn(resource)) {
          for (const [name, value] of Object.entries(object)) {
            const isEmpty = value === undefined || value === '' || value === null || (Array.isArray(value) && !value.length);
            assert.ok(!isEmpty, `${name} of ${JSON.stringify(object)}`);
          }
          const values = Object.keys(object).filter((name) => /^(value|answer)[A-Z]/.test(name) && name !== 'answerOption' && name !== 'valueSet');
          assert.ok(values.length <= 1, `one value: ${values.join(' ')}`);
        }
        assert.deepEqual(JSON.parse(JSON.stringify(resource)), resource);
      });
    }
  }

  it('has every text of its questions', () => {
    const texts = new Map(flat(r4(everyItem).resource.item).map(({ linkId, text }) => [linkId, text]));
    for (const { id, text, help } of everyItem.items) {
      assert.equal(texts.get(id), text);
      if (help) assert.equal(texts.get(`${id}.help`), help);
    }
  });
});

describe('an item in FHIR', () => {
  it('a choice has codings with a reversed weight on the option', () => {
    const { type, answerOption, required, repeats } = itemOf(everyItem, 'one');
    assert.deepEqual({ type, required, repeats }, { type: 'choice', required: true, repeats: undefined });
    assert.equal(controlOf(itemOf(everyItem, 'one')), 'radio-button');
    const system = 'https://www.npmjs.com/package/attune-elements/fhir/CodeSystem/own-form.scale-agree';
    const ordinal = (valueDecimal: number) => [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal }];
    assert.deepEqual(answerOption, [
      { extension: ordinal(2), valueCoding: { system, code: 'low', display: 'Low' } },
      { extension: ordinal(1), valueCoding: { system, code: 'middle', display: 'In between' } },
      { extension: ordinal(0), valueCoding: { system, code: 'high', display: 'High' } },
    ]);
  });

  it('in R5 a choice is a coding, and its weight an itemWeight', () => {
    const { resource } = toQuestionnaire(everyItem, { fhirVersion: 'R5' });
    const one = resource.item!.find(({ linkId }) => linkId === 'one')!;
    assert.equal(one.type, 'coding');
    assert.equal(one.answerOption![0]!.extension![0]!.url, 'http://hl7.org/fhir/StructureDefinition/itemWeight');
  });

  it('several choices repeat, and have no weights', () => {
    const some = itemOf(everyItem, 'some');
    assert.equal(some.repeats, true);
    assert.equal(controlOf(some), 'check-box');
    assert.ok(some.answerOption!.every(({ extension }) => !extension));
    assert.ok(codesOf(everyItem).includes('some weights-not-said'));
  });

  it('a rating is whole numbers with texts at its ends', () => {
    const row = itemOf(everyItem, 'row');
    assert.equal(row.type, 'integer');
    assert.deepEqual(row.answerOption!.map(({ valueInteger, extension }) => [valueInteger, extension![0]!.valueDecimal]), [[0, 3], [1, 2], [2, 1], [3, 0]]);
    assert.deepEqual(row.item!.map(({ linkId, text, type }) => [linkId, text, type]), [['row.lower', 'Least', 'display'], ['row.upper', 'Most', 'display']]);
    assert.deepEqual(row.item!.map(controlOf), ['lower', 'upper']);
  });

  it('a slider of whole numbers is an integer with its step', () => {
    const line = itemOf(everyItem, 'line');
    assert.equal(line.type, 'integer');
    assert.equal(controlOf(line), 'slider');
    const { minValue, maxValue, 'questionnaire-sliderStepValue': step } = extensionsOf(line);
    assert.deepEqual({ minValue, maxValue, step }, { minValue: 0, maxValue: 100, step: 5 });
  });

  it('a slider of parts is a decimal, and the issues say what is missing', () => {
    const fine = itemOf(everyItem, 'fine');
    assert.equal(fine.type, 'decimal');
    assert.equal(extensionsOf(fine).maxDecimalPlaces, 2);
    for (const code of ['slider-labels-not-said', 'slider-step-not-said', 'reverse-not-said']) assert.ok(codesOf(everyItem).includes(`fine ${code}`), code);
  });

  it('texts have their length and keyboard', () => {
    assert.deepEqual([itemOf(everyItem, 'words').type, itemOf(everyItem, 'words').maxLength, extensionsOf(itemOf(everyItem, 'words')).minLength], ['text', 500, 2]);
    assert.deepEqual([itemOf(everyItem, 'mail').type, extensionsOf(itemOf(everyItem, 'mail'))['sdc-questionnaire-keyboard']], ['string', 'email']);
  });

  it('numbers, days and times have their limits, and numbers their unit', () => {
    const limits = (id: string) => [extensionsOf(itemOf(everyItem, id)).minValue, extensionsOf(itemOf(everyItem, id)).maxValue];
    assert.deepEqual(limits('whole'), [1, 20]);
    assert.deepEqual(limits('part'), [0.5, 2.5]);
    assert.deepEqual(limits('day'), ['2000-01-01', '2030-12-31']);
    assert.deepEqual(limits('hour'), ['08:00:00', '20:00:00']);
    assert.deepEqual(extensionsOf(itemOf(everyItem, 'whole'))['questionnaire-unit'], { display: 'people' });
  });

  it('questions with the same choices are a table, and a group repeats', () => {
    assert.equal(controlOf(itemOf(everyItem, 'table')), 'table');
    const rep = itemOf(everyItem, 'rep');
    assert.deepEqual([rep.repeats, extensionsOf(rep)['questionnaire-maxOccurs']], [true, 4]);
    assert.ok(codesOf(everyItem).includes('rep initial-repetitions'));
  });

  it('a text to read has its help beside it', () => {
    const ids = r4(everyItem).resource.item!.map(({ linkId }) => linkId);
    assert.deepEqual(ids.slice(0, 3), ['hello', 'hello.help', 'one']);
    assert.ok(!itemOf(everyItem, 'hello').item);
  });

  it('what stays in the widget is not asked, and what depends on it is asked always', () => {
    const form = formOf([
      { id: 'secret', type: 'text', text: 'For you', tags: { kept: 'here' } },
      { id: 'after', type: 'boolean', text: 'Done?', when: { item: 'secret', is: 'answered' } },
      { id: 'own', type: 'group', text: 'Own', items: [{ id: 'more', type: 'text', text: 'More', tags: { kept: 'here' } }] },
    ]);
    assert.deepEqual(r4(form).resource.item!.map(({ linkId, enableWhen }) => [linkId, enableWhen]), [['after', undefined]]);
    assert.deepEqual(codesOf(form), ['secret kept-in-the-widget', 'more kept-in-the-widget', 'own empty-group', 'after condition-left-out']);
  });
});

describe('a condition in FHIR', () => {
  const asking = (when: Condition, more: Item[] = []) =>
    itemOf(
      formOf([
        { id: 'c', type: 'choice', text: 'C', scale: 'agree' },
        { id: 'm', type: 'choice', text: 'M', scale: 'agree', multiple: true },
        { id: 'n', type: 'integer', text: 'N' },
        { id: 't', type: 'text', text: 'T' },
        { id: 'b', type: 'boolean', text: 'B' },
        ...more,
        { id: 'x', type: 'text', text: 'X', when },
      ]),
      'x',
    );
  const native = (when: Condition) => {
    const { enableWhen = [], enableBehavior } = asking(when);
    const tests = enableWhen.map(({ question, operator, answerCoding, ...rest }) => `${question} ${operator} ${answerCoding?.code ?? String(Object.values(rest)[0])}`);
    return [enableBehavior, ...tests].filter(Boolean).join(' | ');
  };
  const path = (when: Condition) => {
    const x = asking(when);
    assert.ok(!x.enableWhen);
    return x.extension!.find(({ url }) => url.endsWith('enableWhenExpression'))!.valueExpression!.expression;
  };

  it('one test, and all or any of several', () => {
    assert.equal(native({ item: 'c', is: 'answered' }), 'c exists true');
    assert.equal(native({ item: 'n', op: '>', value: 3 }), 'n > 3');
    assert.equal(native({ all: [{ item: 't', op: '=', value: 'a' }, { item: 'b', op: '=', value: true }] }), 'all | t = a | b = true');
    assert.equal(native({ any: [{ item: 'c', op: '=', value: 'low' }, { any: [{ item: 'n', op: '<', value: 1 }] }] }), 'any | c = low | n < 1');
  });

  it('an order of choices is the choices that fit', () => {
    assert.equal(native({ item: 'c', op: '>=', value: 'middle' }), 'any | c = middle | c = high');
    assert.equal(native({ item: 'c', op: '<', value: 1 }), 'c = low');
  });

  it('unequal needs an answer', () => {
    assert.equal(native({ item: 'n', op: '!=', value: 3 }), 'all | n exists true | n != 3');
    assert.equal(native({ item: 'c', op: '!=', value: 'low' }), 'all | c exists true | c != low');
  });

  it('unequal for several answers is FHIRPath, because renderers differ', () => {
    assert.equal(
      path({ item: 'm', op: '!=', value: 'low' }),
      "(%resource.repeat(item).where(linkId = 'm').answer.exists() and %resource.repeat(item).where(linkId = 'm').answer.value.where(code = 'low').exists().not())",
    );
  });

  it('yes and no, days, times and numbers in order', () => {
    const more: Item[] = [
      { id: 'd', type: 'date', text: 'D' },
      { id: 'h', type: 'time', text: 'H' },
      { id: 'p', type: 'decimal', text: 'P' },
    ];
    const first = (when: Condition) => asking(when, more).enableWhen![0];
    assert.equal(native({ item: 'b', op: '!=', value: true }), 'all | b exists true | b != true');
    assert.equal(native({ item: 'b', op: '<', value: true }), 'b = false');
    assert.equal(native({ item: 'b', op: '<=', value: true }), 'any | b = false | b = true');
    assert.deepEqual(first({ item: 'd', op: '>', value: '2026-01-01' }), { question: 'd', operator: '>', answerDate: '2026-01-01' });
    assert.deepEqual(first({ item: 'h', op: '<=', value: '08:00' }), { question: 'h', operator: '<=', answerTime: '08:00:00' });
    assert.deepEqual(first({ item: 'p', op: '>=', value: 0.5 }), { question: 'p', operator: '>=', answerDecimal: 0.5 });
    assert.equal(path({ item: 'n', op: '>', value: -1e-7 }), "%resource.repeat(item).where(linkId = 'n').answer.value.where($this > (-0.0000001)).exists()");
    assert.equal(path({ item: 't', op: '>', value: "it's" }), "%resource.repeat(item).where(linkId = 't').answer.value.where($this > 'it\\'s').exists()");
    const days = asking({ all: [{ item: 'd', is: 'declined' }, { item: 'd', op: '=', value: '2026-01-01' }, { item: 'h', op: '=', value: '08:00' }] }, more);
    const { expression } = extensionsOf(days)['sdc-questionnaire-enableWhenExpression'] as { expression: string };
    assert.ok(expression.includes('$this = @2026-01-01') && expression.includes('$this = @T08:00:00'), expression);
  });

  it('an answer in other repetitions counts as unanswered, and what never holds is never asked', () => {
    const rep: Item = { id: 'rep', type: 'group', text: 'R', repeats: {}, items: [{ id: 'in', type: 'text', text: 'I' }] };
    const free = asking({ any: [{ item: 'c', is: 'answered' }, { item: 'in', is: 'unanswered' }] }, [rep]);
    assert.deepEqual([free.enableWhen, free.extension], [undefined, undefined]);
    const never = asking({ all: [{ item: 'c', is: 'answered' }, { item: 'in', is: 'answered' }] }, [rep]);
    assert.equal((extensionsOf(never)['sdc-questionnaire-enableWhenExpression'] as { expression: string }).expression, 'false');
    const some = asking({ any: [{ item: 'c', is: 'answered' }, { item: 'in', is: 'answered' }] }, [rep]);
    assert.deepEqual(some.enableWhen, [{ question: 'c', operator: 'exists', answerBoolean: true }]);
    const kept = asking({ all: [{ item: 'c', is: 'answered' }, { item: 'k', is: 'answered' }] }, [{ id: 'k', type: 'text', text: 'K', tags: { kept: 'here' } }]);
    assert.equal(kept.enableWhen, undefined);
  });

  it('a reason for leaving out is FHIRPath', () => {
    const item = "%resource.repeat(item).where(linkId = 'c')";
    const reason = ".extension('http://hl7.org/fhir/StructureDefinition/data-absent-reason')";
    assert.equal(path({ item: 'c', is: 'declined' }), `${item}${reason}.where(value = 'asked-declined').exists()`);
    assert.equal(path({ item: 'c', is: 'unanswered' }), `(${item}.answer.exists() or ${item}${reason}.exists()).not()`);
  });

  it('any inside all is FHIRPath', () => {
    const n = (test: string) => `%resource.repeat(item).where(linkId = 'n').answer.value.where($this ${test}).exists()`;
    const when: Condition = { all: [{ item: 'b', is: 'answered' }, { any: [{ item: 'n', op: '<', value: 1 }, { item: 'n', op: '>', value: 5 }] }] };
    assert.equal(path(when), `(%resource.repeat(item).where(linkId = 'b').answer.exists() and (${n('< 1')} or ${n('> 5')}))`);
  });

  it('inside a repetition, an expression starts at the repetition', () => {
    const rep = itemOf(
      formOf([
        {
          id: 'rep',
          type: 'group',
          text: 'Rep',
          repeats: { add: 'Add' },
          items: [
            { id: 'a', type: 'text', text: 'A' },
            { id: 'b', type: 'text', text: 'B', when: { item: 'a', is: 'declined' } },
          ],
        },
      ]),
      'rep',
    );
    assert.deepEqual(extensionsOf(rep).variable, { name: 'rep-rep', language: 'text/fhirpath', expression: '%context' });
    const { expression } = extensionsOf(rep.item![1]!)['sdc-questionnaire-enableWhenExpression'] as { expression: string };
    assert.match(expression, /^%`rep-rep`\.repeat\(item\)\.where\(linkId = 'a'\)\.extension/);
  });

  it('a follow-up comes after its question, with the conditions of both', () => {
    const form = formOf([
      { id: 'a', type: 'boolean', text: 'A' },
      { id: 'q', type: 'boolean', text: 'Q', when: { item: 'a', op: '=', value: true }, items: [{ id: 'f', type: 'text', text: 'F', when: { item: 'q', op: '=', value: false } }] },
    ]);
    assert.deepEqual(r4(form).resource.item!.map(({ linkId }) => linkId), ['a', 'q', 'f']);
    const { enableWhen, enableBehavior } = itemOf(form, 'f');
    assert.equal(enableBehavior, 'all');
    assert.deepEqual(enableWhen, [
      { question: 'a', operator: '=', answerBoolean: true },
      { question: 'q', operator: '=', answerBoolean: false },
    ]);
    assert.ok(codesOf(form).includes('q follow-up-beside'));
  });
});

describe('a Questionnaire as a whole', () => {
  const session = shipped('trust-12', { variant: 'session' });

  it('has a canonical for each form, with its version, language, licence and status', () => {
    const { url, version, language, copyright, publisher, status, description, name } = r4(session).resource;
    assert.equal(url, 'https://www.npmjs.com/package/attune-elements/fhir/Questionnaire/trust-12.variant-session.keying-mixed');
    assert.deepEqual([version, language, status, name], ['1.0.0', 'en', 'active', 'AttuneTrust12VariantSessionKeyingMixed']);
    assert.equal(copyright, 'Copyright (c) 2026 the Attune contributors. https://opensource.org/license/mit');
    assert.equal(publisher, 'the Attune contributors');
    assert.match(description!, /no norms/);
  });

  it('takes a base and a status, and names the form that it is a variant of', () => {
    const { resource } = toQuestionnaire(session, { fhirVersion: 'R5', base: 'https://clinic.example/fhir', status: 'draft', derivedFrom: [shipped('trust-12', { variant: 'intake' })] });
    assert.ok(resource.url.startsWith('https://clinic.example/fhir/Questionnaire/'));
    assert.equal(resource.status, 'draft');
    assert.deepEqual(resource.derivedFrom, ['https://clinic.example/fhir/Questionnaire/trust-12.variant-intake.keying-positive|1.0.0']);
    assert.ok(!JSON.stringify(resource).includes('npmjs.com'));
  });

  it('a translation says its standing and its source, and a draft has no scores', () => {
    const definition: InstrumentDefinition = { ...formOf([{ id: 'n', type: 'rating', text: 'N', min: 0, max: 2, minText: 'a', maxText: 'b' }]), options: {}, scoring: { total: { method: 'sum', items: ['n'], least: 1 } } };
    const translated = (standing: 'draft' | 'reviewed') =>
      r4({ ...settled(definition), language: 'de', translation: { language: 'de', revision: 3, standing } });
    const draft = translated('draft');
    assert.deepEqual([draft.resource.status, draft.resource.version, draft.resource.language], ['draft', '2.1.0-r3', 'de']);
    assert.match(draft.resource.url, /own-form\.lang-de$/);
    assert.match(draft.resource.derivedFrom![0]!, /own-form\|2\.1\.0$/);
    assert.deepEqual(draft.resource.extension![0]!.extension!.map((part) => Object.values(part)[1]), ['de', 3, 'draft']);
    assert.ok(draft.issues.some(({ code }) => code === 'draft-not-scored'));
    assert.ok(!draft.resource.item!.some(({ linkId }) => linkId.startsWith('score.')));
    assert.ok(translated('reviewed').resource.item!.some(({ linkId }) => linkId === 'score.total'));
  });

  it('calculates its scores in hidden items that nobody edits', () => {
    const total = itemOf(session, 'score.total');
    assert.deepEqual([total.type, total.readOnly, extensionsOf(total)['questionnaire-hidden']], ['decimal', true, true]);
    assert.deepEqual(
      r4(session).resource.item!.filter(({ linkId }) => linkId.startsWith('score.')).map(({ linkId }) => linkId),
      ['score.scale.competence', 'score.scale.integrity', 'score.scale.reliability', 'score.scale.safety', 'score.total'],
    );
  });

  it('the expression of a mean, written out', () => {
    const form = formOf(
      [
        { id: 'a', type: 'choice', text: 'A', scale: 'agree' },
        { id: 'b', type: 'choice', text: 'B', scale: 'agree' },
      ],
      { scoring: { total: { method: 'mean', items: ['a', 'b'], least: 1 } } },
    );
    const { expression } = extensionsOf(itemOf(form, 'score.total'))['sdc-questionnaire-calculatedExpression'] as { expression: string };
    const values = "%resource.repeat(item).where(linkId in ('a' | 'b')).answer.value";
    const sum = `iif(${values}.exists(), ${values}.select(iif(code = 'low', 0, iif(code = 'middle', 1, 2))).sum(), 0)`;
    assert.equal(expression, `iif(${values}.count() >= 1, 0 + (${sum} - 0 * ${values}.count()) * 2 / (2 * ${values}.count()), {})`);
  });

  it('the expression of a sum in which missing answers count zero, with a reversed item', () => {
    const ends = { min: 0, max: 3, minText: 'a', maxText: 'b' };
    const form = formOf(
      [
        { id: 'a', type: 'rating', text: 'A', ...ends },
        { id: 'b', type: 'rating', text: 'B', ...ends, reverse: true },
      ],
      { scoring: { total: { method: 'sum', items: ['a', 'b'], least: 2, missing: 'zero', bands: { cuts: [{ band: 'all' }], method: 'none' } } } },
    );
    const { expression } = extensionsOf(itemOf(form, 'score.total'))['sdc-questionnaire-calculatedExpression'] as { expression: string };
    const values = (id: string) => `%resource.repeat(item).where(linkId = '${id}').answer.value.where($this >= 0 and $this <= 3)`;
    const sum = (id: string, part: string) => `iif(${values(id)}.exists(), ${values(id)}.select(${part}).sum(), 0)`;
    const answered = `(${values('a')}.count() + ${values('b')}.count())`;
    assert.equal(expression, `iif(${answered} >= 2, 0 + ((${sum('a', '$this')} + ${sum('b', '(3 - $this)')}) - 0) * 6 / (6), {})`);
    assert.ok(codesOf(form).includes('score.total bands-not-said'));
  });

  it('a total that needs every scale has their conditions, and a rule over items that stay in the widget is reported', () => {
    const scoring = { scales: { one: { method: 'sum' as const, items: ['a'], least: 1 } }, total: { method: 'sum' as const, items: ['b'], least: 1, everyScale: true } };
    const choice = (id: string, tags = {}): Item => ({ id, type: 'choice', text: id, scale: 'agree', tags });
    const expressionOf = (form: Instrument) =>
      (extensionsOf(itemOf(form, 'score.total'))['sdc-questionnaire-calculatedExpression'] as { expression: string }).expression;
    const count = (id: string) => `%resource.repeat(item).where(linkId = '${id}').answer.value.count() >= 1`;
    assert.ok(expressionOf(formOf([choice('a'), choice('b')], { scoring })).startsWith(`iif(${count('b')} and ${count('a')}, `));
    const kept = formOf([choice('a', { kept: 'here' }), choice('b')], { scoring });
    assert.deepEqual(codesOf(kept).slice(1), ['score.scale.one score-not-said', 'score.total score-not-said']);
  });

  it('does not change the instrument', () => {
    const before = JSON.stringify(everyItem);
    r4(everyItem);
    assert.equal(JSON.stringify(everyItem), before);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolveInstrument } from '../../../src/core/instrument/resolve-instrument.ts';
import { translateDefinition } from '../../../src/core/instrument/translation.ts';
import { toQuestionnaire } from '../../../src/fhir/index.ts';
import { control, ext, form, type Json, read, sdc } from './read.ts';

/** The items of a Questionnaire after it was read and written, with the extensions of each in one order. */
const writtenAgain = (item: readonly Json[], more: Json = {}): unknown => {
  const { instrument, fhirVersion } = read(form(item, more));
  return ordered(toQuestionnaire(instrument, { fhirVersion }).resource.item);
};

const ordered = (data: unknown): unknown => {
  if (Array.isArray(data)) return data.map(ordered);
  if (typeof data !== 'object' || !data) return data;
  const entries = Object.entries(data).map(([name, value]) => [name, ordered(value)] as const);
  const sorted = entries.map(([name, value]) => [name, name === 'extension' ? [...(value as Json[])].sort((a, b) => (String(a.url) < String(b.url) ? -1 : 1)) : value]);
  return Object.fromEntries(sorted.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
};

const same = (item: readonly Json[], more?: Json): void => assert.deepEqual(writtenAgain(item, more), ordered(item));
const coding = (code: string, display: string): Json => ({ system: 'urn:s', version: '1', code, display });

describe('a Questionnaire that was read and is written again', () => {
  it('keeps linkIds, codes, definitions and prefixes', () => {
    same([
      {
        linkId: '/54126-8', prefix: '1.', text: 'Name', type: 'string', required: true, readOnly: true, maxLength: 9,
        code: [{ system: 'urn:s', code: 'a|b', display: 'A' }, { system: 'urn:s', code: 'c' }, { code: 'd' }], definition: 'urn:d#x',
      },
      { linkId: '2', text: 'Read {/54126-8} and {2}', type: 'display' },
    ]);
  });

  it('keeps the version of a code, and that a person has chosen it', () => {
    const code = [{ system: 'urn:s', version: '2.76', code: 'a' }, { code: 'b', display: 'B', userSelected: true }, { code: 'c', display: 'two\nlines\tand a tab' }, { code: '{', display: '{' }];
    same([{ linkId: '1', text: 'Q', type: 'date', code }]);
  });

  it('keeps what the Questionnaire says about itself', () => {
    const about = {
      name: 'Intake_Form', identifier: [{ system: 'urn:i', value: '7' }], derivedFrom: ['https://clinic.example/Questionnaire/base|1'], _derivedFrom: [{ extension: [ext('questionnaire-derivationType', { valueCode: 'extends' })] }], status: 'retired',
      experimental: false, subjectType: ['Patient'], date: '2026-01', contact: [{ name: 'Office' }], description: 'What it is for',
      _description: { extension: [ext('translation', { extension: [{ url: 'lang', valueCode: 'de' }, { url: 'content', valueString: 'Wozu' }] })] },
      useContext: [{ code: { code: 'venue' }, valueCodeableConcept: { text: 'Ward' } }], jurisdiction: [{ text: 'AT' }], purpose: 'Why', approvalDate: '2026-01-01',
      lastReviewDate: '2026-02-01', effectivePeriod: { start: '2026' }, code: [{ system: 'http://loinc.org', code: '44249-1', version: '2.76' }],
    };
    const { instrument, issues, fhirVersion } = read(form([{ linkId: '1', text: 'Q', type: 'date' }], about));
    assert.deepEqual(issues, []);
    const { resource } = toQuestionnaire(instrument, { fhirVersion });
    for (const [name, value] of Object.entries(about)) assert.deepEqual(resource[name as keyof typeof resource], value, name);
    assert.equal(toQuestionnaire(instrument, { fhirVersion, status: 'draft' }).resource.status, 'draft');
  });

  it('has no element of R5 in R4', () => {
    const { instrument } = read(form([{ linkId: '1', text: 'Q', type: 'date' }], { copyrightLabel: '(c) Us', versionAlgorithmString: 'semver' }), { fhirVersion: 'R5' });
    const [r4, r5] = (['R4', 'R5'] as const).map((fhirVersion) => toQuestionnaire(instrument, { fhirVersion }).resource as unknown as Json);
    assert.deepEqual([r4!.copyrightLabel, r4!.versionAlgorithmString], [undefined, undefined]);
    assert.deepEqual([r5!.copyrightLabel, r5!.versionAlgorithmString], ['(c) Us', 'semver']);
  });

  it('keeps a question without a text as it is', () => same([{ linkId: '1', type: 'date', code: [{ code: 'x', display: 'Day' }] }]));

  it('keeps options of every type with their weights, prefixes and selection', () => {
    const options = (...answerOption: Json[]): Json => ({ answerOption, extension: [control('radio-button')] });
    same([
      {
        linkId: '1', text: 'Q', type: 'choice',
        ...options(
          { valueCoding: coding('a b', 'A'), extension: [ext('ordinalValue', { valueDecimal: 3 }), ext('questionnaire-optionPrefix', { valueString: 'a)' })] },
          { valueCoding: coding('b', 'B'), initialSelected: true },
          { valueString: 'Own text' },
        ),
      },
      { linkId: '2', text: 'Q', type: 'string', ...options({ valueString: 'One two' }, { valueString: 'Three' }) },
      { linkId: '3', text: 'Q', type: 'integer', ...options({ valueInteger: 5 }, { valueInteger: 10 }) },
      { linkId: '4', text: 'Q', type: 'date', ...options({ valueDate: '2026-01-01' }) },
      { linkId: '5', text: 'Q', type: 'time', ...options({ valueTime: '08:00:00' }) },
      { linkId: '6', text: 'Q', type: 'decimal', ...options({ valueDecimal: 1.5 }, { valueDecimal: 2 }) },
      { linkId: '7', text: 'Q', type: 'url', ...options({ valueUri: 'urn:a' }) },
      { linkId: '8', text: 'Q', type: 'reference', ...options({ valueReference: { display: 'Dr. A' } }) },
    ]);
  });

  it('keeps the value set of a list that is not known', () => {
    same([{ linkId: '1', text: 'Q', type: 'choice', answerValueSet: 'http://x.example/v' }, { linkId: '2', text: 'Q', type: 'reference' }]);
  });

  it('keeps help, ends and units with their linkIds and controls', () => {
    const text = (linkId: string, code: string): Json => ({ linkId, text: linkId, type: 'display', extension: [control(code)] });
    const bounds = [ext('minValue', { valueInteger: 0 }), ext('maxValue', { valueInteger: 10 }), ext('questionnaire-sliderStepValue', { valueInteger: 1 })];
    same([
      { linkId: '1', text: 'Q', type: 'date', item: [text('h', 'flyover')] },
      { linkId: '2', text: 'Q', type: 'integer', extension: [control('slider'), ...bounds], item: [text('l', 'lower'), text('u', 'upper')] },
      { linkId: '2u', text: 'Q', type: 'integer', extension: [control('slider'), ...bounds, ext('questionnaire-unit', { valueCoding: { system: 'urn:u', code: 'kg', display: 'kilograms' } })] },
      { linkId: '2t', text: 'Q', type: 'integer', extension: [control('slider'), ...bounds], item: [text('slider-unit', 'unit')] },
      { linkId: '3', text: 'Q', type: 'decimal', item: [text('unit', 'unit')] },
      { linkId: '4', text: 'Q', type: 'decimal', extension: [ext('questionnaire-unit', { valueCoding: { system: 'urn:u', code: 'kg', display: 'kilograms' } })] },
    ]);
  });

  it('keeps items in questions, repetitions and start values', () => {
    const occurs = [ext('questionnaire-minOccurs', { valueInteger: 1 }), ext('questionnaire-maxOccurs', { valueInteger: 3 })];
    same([
      { linkId: '1', text: 'Q', type: 'boolean', item: [{ linkId: '1.1', text: 'Q', type: 'date', initial: [{ valueDate: '2026-01-01' }] }] },
      { linkId: '2', text: 'Q', type: 'string', repeats: true, extension: occurs, initial: [{ valueString: 'a' }, { valueString: 'b' }] },
      { linkId: '3', text: 'G', type: 'group', repeats: true, item: [{ linkId: '3.1', text: 'Q', type: 'time' }] },
    ]);
  });

  it('keeps the layout of groups, and how many choices there can be', () => {
    const options = { answerOption: [{ valueCoding: coding('a', 'A') }, { valueCoding: coding('b', 'B') }] };
    const several = [control('check-box'), ext('questionnaire-minOccurs', { valueInteger: 1 }), ext('questionnaire-maxOccurs', { valueInteger: 2 })];
    same([
      { linkId: 't', text: 'T', type: 'group', extension: [control('htable')], item: [{ linkId: 't1', text: 'Q', type: 'choice', extension: [control('radio-button')], ...options }] },
      { linkId: 'g', text: 'G', type: 'group', extension: [control('grid')], item: [{ linkId: 'g1', text: 'R', type: 'group', item: [{ linkId: 'g2', text: 'Q', type: 'date' }] }] },
      { linkId: 'p', text: 'P', type: 'group', required: true, extension: [control('page'), sdc('collapsible', { valueCode: 'default-open' })], item: [{ linkId: 'p1', text: 'Q', type: 'date' }] },
      { linkId: 'h', text: 'H', type: 'display', extension: [control('header')] },
      { linkId: 's', text: 'S', type: 'choice', repeats: true, extension: several, ...options },
      { linkId: 'e', text: 'E', type: 'decimal', extension: [ext('entryFormat', { valueString: '0.00' })] },
    ]);
  });

  it('keeps links, pictures, categories, markup and styles', () => {
    const picture = { contentType: 'image/png', data: 'iVBORw0KGgo=', title: 'A face' };
    const beside = (...extension: Json[]): Json => ({ extension });
    const link = (valueUri: string): Json => ext('questionnaire-supportLink', { valueUri });
    same([
      {
        linkId: '1', text: 'Read on', type: 'display',
        _text: beside(ext('rendering-xhtml', { valueString: '<b>Read</b> on' }), ext('rendering-style', { valueString: 'font-weight: bold; text-decoration: underline line-through' })),
        extension: [
          ext('questionnaire-displayCategory', { valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-display-category', code: 'instructions' }] } }),
          link('https://clinic.example/a'), link('https://clinic.example/b'), sdc('itemMedia', { valueAttachment: picture }),
        ],
      },
      { linkId: '2', text: 'Q', type: 'date', _text: beside(ext('rendering-markdown', { valueMarkdown: '*Q*' })) },
      {
        linkId: '3', text: 'Q', type: 'choice', extension: [control('radio-button')],
        answerOption: [
          { valueCoding: { ...coding('a', 'A'), _display: beside(ext('rendering-style', { valueString: 'font-style: italic' })) }, extension: [sdc('itemAnswerMedia', { valueAttachment: picture })] },
          { valueString: 'B', _valueString: beside(ext('rendering-xhtml', { valueString: '<i>B</i>' })) },
        ],
      },
    ]);
  });

  it('keeps conditions with every operator', () => {
    const when = (operator: string, answer: Json): Json => ({ question: 'n', operator, ...answer });
    const asked = (linkId: string, ...enableWhen: Json[]): Json => ({ linkId, text: 'Q', type: 'boolean', enableWhen, ...(enableWhen.length > 1 && { enableBehavior: 'any' }) });
    same([
      { linkId: 'n', text: 'N', type: 'integer' },
      ...['=', '!=', '>', '<', '>=', '<='].map((operator, i) => asked(`c${i}`, when(operator, { answerInteger: 3 }))),
      asked('e', when('exists', { answerBoolean: true })),
      asked('f', when('exists', { answerBoolean: false })),
      asked('two', when('=', { answerInteger: 3 }), when('!=', { answerInteger: 4 })),
      { linkId: 'g', text: 'G', type: 'group', repeats: true, item: [{ linkId: 'r', text: 'R', type: 'string' }] },
      asked('any', { question: 'r', operator: '=', answerString: 'x' }),
      asked('none', { question: 'r', operator: '!=', answerString: 'x' }),
    ]);
  });

  it('keeps expressions', () => {
    const expression = (name: string, text: string): Json => sdc(name, { valueExpression: { language: 'text/fhirpath', expression: text } });
    const { instrument } = read(form([
      { linkId: '1', text: 'Q', type: 'integer', readOnly: true, extension: [expression('calculatedExpression', '1 + 1')] },
      { linkId: '2', text: 'Q', type: 'date', extension: [expression('enableWhenExpression', '%resource.item.exists()')] },
    ]));
    const [first, second] = instrument.items;
    assert.deepEqual(first!.calculate, { expression: '1 + 1', language: 'text/fhirpath' });
    assert.deepEqual(second!.when, { expression: '%resource.item.exists()', language: 'text/fhirpath' });
    const { item } = toQuestionnaire(instrument, { fhirVersion: 'R4' }).resource;
    assert.match(JSON.stringify(item![0]), /calculatedExpression.*1 \+ 1/);
    assert.match(JSON.stringify(item![1]), /enableWhenExpression.*%resource\.item\.exists/);
  });

  it('keeps its translations, if they are given', () => {
    const translated = (name: string, words: Record<string, string>): Json => ({
      [`_${name}`]: {
        extension: Object.entries(words).map(([lang, content]) =>
          ext('translation', { extension: [{ url: 'lang', valueCode: lang }, { url: 'content', valueString: content }] }),
        ),
      },
    });
    const [yes, no] = [coding('y', 'Yes'), coding('n', 'No')];
    const item = [{
      linkId: '1', text: 'Sleep?', ...translated('text', { de: 'Schlaf?', ar: 'النوم؟' }), type: 'choice', extension: [control('radio-button')],
      answerOption: [
        { valueCoding: { ...yes, ...translated('display', { de: 'Ja', ar: 'نعم' }) } },
        { valueCoding: { ...no, ...translated('display', { de: 'Nein', ar: 'لا' }) } },
      ],
    }];
    const { definition, instrument, translations, incomplete } = read(form(item, translated('title', { de: 'Aufnahme', ar: 'الاستقبال' })));
    assert.deepEqual(incomplete, []);
    const others = translations.map((translation) => {
      const resolved = resolveInstrument(translateDefinition(definition, translation));
      assert.ok(resolved.ok);
      return resolved.instrument;
    });
    const { resource } = toQuestionnaire(instrument, { fhirVersion: 'R4', translations: others });
    assert.deepEqual(ordered(resource.item), ordered(item));
    const again = read(resource as unknown as Json);
    assert.deepEqual(again.translations.map(({ language, texts }) => ({ language, texts })), translations.map(({ language, texts }) => ({ language, texts })));
  });

  it('keeps its URL and its version', () => {
    const { instrument } = read(form([{ linkId: '1', text: 'Q', type: 'date' }], { version: '2024-05' }));
    const { url, version } = toQuestionnaire(instrument, { fhirVersion: 'R4' }).resource;
    assert.deepEqual([url, version], ['https://clinic.example/Questionnaire/intake', '2024-05']);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { populate, resolvedQuestionnaire } from '../../../src/fhir/expressions/index.ts';
import { corpus } from '../../../tools/fhir-corpus.mjs';
import { form, type Json, read, sdc } from '../in/read.ts';
import { fhirPath, variable } from './asked.ts';

const questionnaires = corpus() as { name: string; resource: Json }[];
const found = (name: string): Json => questionnaires.find((one) => one.name === name)!.resource;
const patient = {
  resourceType: 'Patient', id: '7', birthDate: '1990-01-02', gender: 'female',
  name: [{ family: 'Stein', given: ['Ann', 'Bea'] }],
  contact: [{ name: { given: ['Cem'], family: 'Ay' } }, { name: { family: 'Oz' } }],
};
const bundle = (...resources: Json[]): Json => ({ resourceType: 'Bundle', type: 'searchset', total: resources.length, entry: resources.map((resource) => ({ resource })) });

/** A server that answers by the beginning of an address. */
const server = (answers: Record<string, unknown>) => {
  const asked: string[] = [];
  return {
    asked,
    query: (url: string): Promise<unknown> => {
      asked.push(url);
      const name = Object.keys(answers).find((start) => url.startsWith(start));
      return name ? Promise.resolve(answers[name]) : Promise.reject(new Error('404'));
    },
  };
};

async function filled(questionnaire: Json, answers: Record<string, unknown> | undefined, launchContext: Json = { patient }) {
  const { asked, query } = server(answers ?? {});
  const { prefill, issues, launchContext: known } = await populate(read(questionnaire).definition, { questionnaire, launchContext, ...(answers && { query }) });
  const values = Object.fromEntries(prefill.map(({ item, at = [], values }) => [[item, ...at].join('.'), values]));
  return { values, asked, known, issues: issues.map(({ path, code, message }) => `${path} ${code} ${message.split(': ').slice(1).join(': ')}`.trim()) };
}

describe('population of a form', () => {
  it('with resources of the page and of a server, one repetition for each result', async () => {
    const relatives = bundle(
      { resourceType: 'RelatedPerson', id: 'r1', name: [{ family: 'Stein', given: ['Dan'] }] },
      { resourceType: 'RelatedPerson', id: 'r2', name: [{ family: 'Gil', given: ['Eva', 'Fay'] }] },
    );
    const { values, asked, issues } = await filled(found('Questionnaire-demographics'), { 'RelatedPerson?patient=7': relatives });
    assert.deepEqual(asked, ['RelatedPerson?patient=7']);
    assert.deepEqual(values['patient.birthDate'], ['1990-01-02']);
    assert.deepEqual([values['patient.name.family.0'], values['patient.name.given.0.1']], [['Stein'], ['Bea']]);
    assert.deepEqual([values['relative.id.0'], values['relative.id.1']], [['r1'], ['r2']]);
    assert.deepEqual(values['relative.name.given.1.0.1'], ['Fay']);
    assert.deepEqual(issues, []);
  });

  it('with a batch of queries', async () => {
    const given = found('Questionnaire-questionnaire-sdc-test-fhirpath-prepop-source-query');
    // The package has a sign that is encoded wrongly, so nothing can be asked.
    const broken = await filled(given, {});
    assert.deepEqual(broken.asked, []);
    assert.match(broken.issues[0]!, /query-failed PrePopQuery/);
    const questionnaire = JSON.parse(JSON.stringify(given).replaceAll('%37patient', '%patient')) as Json;
    const conditions = bundle({ resourceType: 'Condition' }, { resourceType: 'Condition' });
    const { values, asked, issues } = await filled(questionnaire, { Patient: bundle(patient), Condition: conditions, Medication: bundle() });
    assert.deepEqual(asked.map((url) => url.split('&')[0]), ['Patient?_id=7', 'Condition?patient=7', 'MedicationStatement?patient=7']);
    assert.deepEqual(values['family-name'], ['Stein']);
    // The form reads the total of the first entry.
    assert.deepEqual(values['condition-count'], [1]);
    assert.deepEqual(issues, []);
  });

  it('with a variable that is a search, whose parts are encoded', async () => {
    const questionnaire = form(
      [{ linkId: 'last', type: 'decimal', text: 'Last weight', extension: [sdc('initialExpression', fhirPath('%weights.entry.resource.value.value.first()'))] }],
      { extension: [variable('who', "'a&b=c'"), { ...variable('weights', ''), valueExpression: { name: 'weights', language: 'application/x-fhir-query', expression: 'Observation?subject={{%who}}&patient={{%patient.id}}' } }] },
    );
    const weight = { resourceType: 'Observation', valueQuantity: { value: 70.5 } };
    const { values, asked } = await filled(questionnaire, { Observation: bundle(weight) });
    assert.deepEqual(asked, ['Observation?subject=a%26b%3Dc&patient=7']);
    assert.deepEqual(values, { last: [70.5] });
    const unknown = await filled(questionnaire, { Observation: bundle(weight) }, { patient: { resourceType: 'Patient' } });
    assert.deepEqual([unknown.asked, unknown.values], [[], {}], 'a part without a value asks nothing');
  });

  it('without a server, without a patient and with a server that fails says so, once, and fills in the rest', async () => {
    const questionnaire = found('Questionnaire-demographics');
    assert.deepEqual((await filled(questionnaire, undefined)).issues, ['query-not-answered relative']);
    assert.deepEqual((await filled(questionnaire, {}, {})).issues, ['launch-context-missing patient']);
    const failed = await filled(questionnaire, {});
    assert.deepEqual(failed.issues, ['relative query-failed relative: 404']);
    assert.deepEqual(failed.values['patient.birthDate'], ['1990-01-02']);
    const nothing = await populate(read(questionnaire).definition, { questionnaire, launchContext: null as unknown as Json, query: 'no' as unknown as () => Promise<unknown> });
    assert.deepEqual(nothing.prefill, []);
    for (const answer of [null, 'text', undefined, [1]]) assert.match((await filled(questionnaire, { RelatedPerson: answer })).issues.join(), /query-failed/);
  });
});

describe('expressions that depend on no answers', () => {
  const shown = (items: Json[], more?: Json) => {
    const questionnaire = form(items, more);
    const { questionnaire: resolved, issues } = resolvedQuestionnaire(questionnaire, read(questionnaire).definition, { launchContext: { patient } });
    return { ...read(resolved as Json, { expressionLanguages: ['text/fhirpath'] }), failed: issues.map(({ path, code }) => `${path} ${code}`) };
  };
  const textsOf = (item: unknown): string[] => (item as { choices: { text: string }[] }).choices.map(({ text }) => text);
  const toggle = (code: string, expression: string): Json =>
    sdc('answerOptionsToggleExpression', { extension: [{ url: 'option', valueCoding: { code } }, { url: 'expression', ...fhirPath(expression) }] });
  const coded = (code: string): Json => ({ valueCoding: { code, display: code.toUpperCase() } });

  it('give the options of a question', () => {
    const { instrument, issues } = shown([
      { linkId: 'name', type: 'choice', text: 'Your name', extension: [sdc('answerExpression', fhirPath('%patient.name.given'))] },
      { linkId: 'who', type: 'choice', text: 'Whom may we call?', extension: [sdc('answerExpression', fhirPath("%factory.Coding('urn:s', 'a', 'Anna')"))], answerOption: [coded('b')] },
    ]);
    assert.deepEqual(textsOf(instrument.items[0]), ['Ann', 'Bea']);
    assert.deepEqual(issues.filter((issue) => issue.startsWith('name')), []);
  });

  it('say which options are offered', () => {
    const items = [{ linkId: 'c', type: 'choice', text: 'C', answerOption: [coded('a'), coded('b'), coded('c')], extension: [toggle('a', "%patient.gender = 'male'"), toggle('b', 'true')] }];
    const { instrument, issues } = shown(items);
    assert.deepEqual(textsOf(instrument.items[0]), ['B', 'C']);
    assert.deepEqual(issues, []);
  });

  it('give texts and limits', () => {
    const beside = (expression: string): Json => ({ extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/cqf-expression', ...fhirPath(expression) }] });
    const { instrument, issues } = shown([
      { linkId: 'd', type: 'date', text: 'When?', _text: beside("'When, ' & %patient.name.given.first() & '?'"), extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/minValue', _valueDate: beside('%patient.birthDate') }] },
    ]);
    const [item] = instrument.items as unknown as Json[];
    assert.deepEqual([item!.text, item!.min, issues], ['When, Ann?', '1990-01-02', []]);
  });

  it('that depend on answers stay for the session, a limit too. One that does not work is reported', () => {
    const { instrument, issues, failed } = shown([
      { linkId: 'n', type: 'string', text: 'N' },
      { linkId: 'c', type: 'choice', text: 'C', extension: [sdc('answerExpression', fhirPath("%resource.item.where(linkId = 'n').answer.value"))] },
      { linkId: 'd', type: 'choice', text: 'D', extension: [sdc('answerExpression', fhirPath('%patient.name.('))] },
      { linkId: 'e', type: 'integer', text: 'E', extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/minValue', _valueInteger: { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/cqf-expression', ...fhirPath("%resource.item.where(linkId = 'n').answer.value.length()") }] } }] },
    ]);
    assert.deepEqual([instrument.items.map(({ dynamic }) => !!dynamic), issues], [[false, true, true, true], []]);
    assert.deepEqual(failed, ['d expression-not-evaluated']);
  });
});

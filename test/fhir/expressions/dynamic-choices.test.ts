import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChoiceItem } from '../../../src/core/instrument/instrument.ts';
import { fromQuestionnaireResponse, toQuestionnaire, toQuestionnaireResponse } from '../../../src/fhir/index.ts';
import { answers, instance } from '../../core/fixtures/session-view.ts';
import { form, type Json, read, sdc } from '../in/read.ts';
import { fhirPath, filling } from './asked.ts';

const answersTo = (linkId: string): string => `%resource.item.where(linkId='${linkId}').answer.value`;
const answerExpression = (expression: string): Json => sdc('answerExpression', fhirPath(expression));
const toggle = (expression: string, ...options: Json[]): Json =>
  sdc('answerOptionsToggleExpression', { extension: [...options.map((option) => ({ url: 'option', ...option })), { url: 'expression', ...fhirPath(expression) }] });

const coding = (code: string, display: string): Json => ({ system: 'urn:body', code, display });
const parts = ['arm', 'leg', 'head'].map((code) => ({ valueCoding: coding(code, `The ${code}`) }));
const pains: Json = { linkId: 'pains', type: 'choice', text: 'Where does it hurt?', repeats: true, answerOption: parts };
const worst = (more: Json = {}): Json => ({ linkId: 'worst', type: 'choice', text: 'Where is it worst?', extension: [answerExpression(answersTo('pains'))], ...more });

const offered = ({ session }: Pick<ReturnType<typeof filling>, 'session'>, key: string): string[] =>
  ((instance(session, key)!.item as ChoiceItem).choices ?? []).map(({ text }) => text);

const emitted = ({ session, instrument }: ReturnType<typeof filling>) => toQuestionnaireResponse(session.complete(), instrument, { fhirVersion: 'R4' }).resource;
const itemIn = (resource: object, linkId: string): unknown => (resource as { item?: { linkId: string; answer: unknown }[] }).item?.find((one) => one.linkId === linkId)?.answer;

describe('answerExpression that depends on answers', () => {
  it('offers the answers to another question, and the response has their whole coding', () => {
    const questionnaire = form([pains, worst()]);
    const filled = filling(questionnaire);
    assert.deepEqual(offered(filled, 'worst'), []);
    filled.session.answer('pains', ['head', 'arm']);
    assert.deepEqual(offered(filled, 'worst'), ['The arm', 'The head']);
    filled.session.answer('worst', [{ words: 'The head', coding: coding('head', 'The head') }]);
    const resource = emitted(filled);
    assert.deepEqual(itemIn(resource, 'worst'), [{ valueCoding: coding('head', 'The head') }]);
    const again = fromQuestionnaireResponse(resource, filled.instrument);
    assert.deepEqual([again.unmatched, again.response?.answers], [[], filled.session.complete().answers]);
    assert.deepEqual([filled.issues.filter((issue) => !issue.endsWith('needs-evaluator')), filled.problems()], [[], []]);
  });

  it('of texts and numbers offers these, and the response has them as the type of the question', () => {
    const names: Json = { linkId: 'names', type: 'string', text: 'Names', repeats: true };
    const numbers: Json = { linkId: 'numbers', type: 'integer', text: 'Numbers', repeats: true };
    const one = (type: string, from: string): Json => ({ linkId: type, type, text: type, extension: [answerExpression(answersTo(from))] });
    const filled = filling(form([names, numbers, one('string', 'names'), one('integer', 'numbers'), one('choice', 'names'), one('open-choice', 'names')]));
    const { session } = filled;
    session.answer('names', ['Ann'], [0]);
    session.answer('numbers', [5], [0]);
    assert.deepEqual(['string', 'integer', 'choice', 'open-choice'].map((key) => offered(filled, key)), [['Ann'], ['5'], ['Ann'], ['Ann']]);
    const values = { string: { words: 'Ann' }, integer: { words: '5' }, choice: { words: 'Ann', coding: { display: 'Ann' } }, 'open-choice': { words: 'Bea' } };
    for (const [id, value] of Object.entries(values)) assert.deepEqual(session.answer(id, [value]), { ok: true }, id);
    const resource = emitted(filled);
    assert.deepEqual(
      Object.keys(values).map((id) => itemIn(resource, id)),
      [[{ valueString: 'Ann' }], [{ valueInteger: 5 }], [{ valueCoding: { display: 'Ann' } }], [{ valueString: 'Bea' }]],
    );
    assert.deepEqual(fromQuestionnaireResponse(resource, filled.instrument).response?.answers, session.complete().answers);
  });

  it('of resources offers references to them', () => {
    const people = [{ resourceType: 'Practitioner', id: '1' }, { resourceType: 'Practitioner', id: '2' }];
    const who: Json = { linkId: 'who', type: 'reference', text: 'Who?', extension: [answerExpression(`iif(${answersTo('pains')}.exists(), %people, {})`)] };
    const filled = filling(form([pains, who]), { launchContext: { people } });
    filled.session.answer('pains', ['arm']);
    assert.deepEqual(offered(filled, 'who'), ['Practitioner/1', 'Practitioner/2']);
    filled.session.answer('who', [{ words: 'Practitioner/2', coding: { code: 'Practitioner/2' } }]);
    const resource = emitted(filled);
    assert.deepEqual(itemIn(resource, 'who'), [{ valueReference: { reference: 'Practitioner/2' } }]);
    assert.deepEqual(fromQuestionnaireResponse(resource, filled.instrument).response?.answers, filled.session.complete().answers);
  });

  it('can be what a condition asks for, also without the words of the concept', () => {
    const why = (answer: Json): Json => ({ linkId: 'why', type: 'string', text: 'Why?', enableWhen: [{ question: 'worst', operator: '=', answerCoding: answer }] });
    const questionnaire = form([pains, worst(), why({ system: 'urn:body', code: 'arm' })]);
    const { session, instrument } = filling(questionnaire);
    session.answer('pains', ['head', 'arm']);
    session.answer('worst', [{ words: 'The head', coding: coding('head', 'The head') }]);
    assert.equal(instance(session, 'why'), undefined);
    session.answer('worst', [{ words: 'The arm', coding: coding('arm', 'The arm') }]);
    assert.ok(instance(session, 'why'));
    const { resource } = toQuestionnaire(instrument, { fhirVersion: 'R4' });
    assert.deepEqual(resource.item?.find(({ linkId }) => linkId === 'why')?.enableWhen, [{ question: 'worst', operator: '=', answerCoding: { system: 'urn:body', code: 'arm' } }]);
  });

  it('that fails lets the person answer in words. Without an evaluator, it does too', () => {
    for (const expression of ["%resource.item.where(linkId='pains').answer.value +", "'x' - 7"]) {
      const filled = filling(form([pains, worst({ extension: [answerExpression(expression)] })]));
      filled.session.answer('pains', ['arm']);
      assert.equal((instance(filled.session, 'worst')!.item as ChoiceItem).open, true, expression);
      filled.session.answer('worst', [{ words: 'My back' }]);
      assert.deepEqual(itemIn(emitted(filled), 'worst'), [{ valueCoding: { display: 'My back' } }]);
    }
  });
});

describe('answerOptionsToggleExpression that depends on answers', () => {
  const sex: Json = { linkId: 'sex', type: 'choice', text: 'Sex', answerOption: ['female', 'male'].map((code) => ({ valueCoding: { code, display: code } })) };
  const isFemale = `${answersTo('sex')}.code = 'female'`;
  const what = (...extension: Json[]): Json => ({ linkId: 'what', type: 'choice', text: 'What?', extension, answerOption: parts });

  it('offers an option only while it is true, and keeps the answer that it takes away', () => {
    const filled = filling(form([sex, what(toggle(isFemale, { valueCoding: coding('leg', 'The leg') }))]));
    const { session, problems } = filled;
    assert.deepEqual(offered(filled, 'what'), ['The arm', 'The head']);
    session.answer('sex', ['female']);
    assert.deepEqual(offered(filled, 'what'), ['The arm', 'The leg', 'The head']);
    session.answer('what', ['leg']);
    session.answer('sex', ['male']);
    assert.deepEqual([answers(session).what, session.current.warned, problems()], [['leg'], ['what'], []]);
  });

  it('with an option that is not there, or in another language, is reported', () => {
    const cql = { valueExpression: { language: 'text/cql', expression: 'x' } };
    const other = sdc('answerOptionsToggleExpression', { extension: [{ url: 'option', valueCoding: coding('leg', '') }, { url: 'expression', ...cql }] });
    const { issues } = read(form([sex, what(toggle(isFemale, { valueCoding: coding('toe', 'The toe') }), other)]), { expressionLanguages: ['text/fhirpath'] });
    assert.deepEqual(issues, ['what value-does-not-fit', 'what options-not-toggled']);
  });

  it('works for numbers without a gap, which are a list then', () => {
    const options = [1, 2, 3].map((valueInteger) => ({ valueInteger }));
    const filled = filling(form([sex, { linkId: 'n', type: 'integer', text: 'n', answerOption: options, extension: [toggle(isFemale, { valueInteger: 3 })] }]));
    assert.deepEqual(offered(filled, 'n'), ['1', '2']);
  });
});

describe('a text that depends on answers', () => {
  const name: Json = { linkId: 'name', type: 'string', text: 'Your name' };
  const fromName = { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/cqf-expression', ...fhirPath(`'How are you, ' + ${answersTo('name')} + '?'`) }] };

  it('is that of the item as long as there is none', () => {
    const { session, issues } = filling(form([name, { linkId: 'how', type: 'string', text: 'How are you?', _text: fromName }]));
    assert.equal(instance(session, 'how')!.item.text, 'How are you?');
    session.answer('name', ['Ann']);
    assert.equal(instance(session, 'how')!.item.text, 'How are you, Ann?');
    assert.deepEqual(issues, ['how expression-needs-evaluator']);
  });
});

describe('what follows from answers', () => {
  it('is the same in the Questionnaire that is written again', () => {
    const _text = { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/cqf-expression', ...fhirPath("'x'") }] };
    const source = form([pains, worst(), { linkId: 'what', type: 'choice', text: 'What?', _text, answerOption: parts, extension: [toggle('true', { valueCoding: coding('leg', 'The leg') })] }]);
    const { instrument } = read(source);
    const { resource } = toQuestionnaire(instrument, { fhirVersion: 'R4' });
    const [, one, two] = resource.item as unknown as Json[];
    const urls = (item: Json | undefined): Json[] => (item!.extension as Json[]).filter(({ url }) => String(url).includes('answer'));
    assert.deepEqual([urls(one), one!.answerOption], [[answerExpression(answersTo('pains'))], undefined]);
    assert.deepEqual([urls(two), two!._text], [[toggle('true', { valueCoding: coding('leg', 'The leg') })], _text]);
    assert.deepEqual(read(resource as unknown as Json).instrument.items.map(({ dynamic }) => dynamic), instrument.items.map(({ dynamic }) => dynamic));
  });
});

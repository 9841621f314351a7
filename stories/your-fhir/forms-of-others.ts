// Questionnaires as other systems write them, one for each thing that such a form can do.

type Json = Record<string, unknown>;

const FHIR = 'http://hl7.org/fhir/StructureDefinition';
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire';

const ext = (name: string, value: Json): Json => ({ url: `${FHIR}/${name}`, ...value });
const sdc = (name: string, value: Json): Json => ({ url: `${SDC}-${name}`, ...value });
const fhirPath = (expression: string): Json => ({ valueExpression: { language: 'text/fhirpath', expression } });
const answerTo = (linkId: string): string => `%resource.item.where(linkId='${linkId}').answer.value`;
const control = (code: string): Json =>
  ext('questionnaire-itemControl', { valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code }] } });

const item = (linkId: string, type: string, text: string, more: Json = {}): Json => ({ linkId, type, text, ...more });
const group = (linkId: string, text: string, items: Json[], ...extension: Json[]): Json => item(linkId, 'group', text, { item: items, ...(extension[0] && { extension }) });
const options = (...texts: string[]): Json => ({ answerOption: texts.map((valueString) => ({ valueString })) });

const form = (name: string, title: string, items: Json[], ...extension: Json[]): Json => ({
  resourceType: 'Questionnaire',
  url: `https://harbour.example/fhir/Questionnaire/${name}`,
  version: '1.0.0',
  status: 'active',
  language: 'en',
  title,
  publisher: 'Harbour Clinic',
  copyright: '© 2026 Harbour Clinic',
  ...(extension[0] && { extension }),
  item: items,
});

const often = options('Never', 'Some days', 'Most days', 'Every day');
const line = (linkId: string, text: string): Json => item(linkId, 'choice', text, often);

export const tables = form('tables', 'How the last two weeks were', [
  group('days', 'On how many days did this happen?', [line('d1', 'I slept badly'), line('d2', 'I had no appetite'), line('d3', 'I could not put my mind to anything')], control('table')),
  group('people', 'And with other people?', [line('p1', 'I stayed away from friends'), line('p2', 'I felt close to somebody')], control('htable')),
  item('drugs', 'group', 'What do you take?', {
    repeats: true,
    extension: [control('gtable')],
    item: [item('drug', 'string', 'Medicine'), item('dose', 'string', 'How much'), item('since', 'date', 'Since when')],
  }),
]);

export const tabs = form('tabs', 'Before your first visit', [
  group('parts', 'Three short parts', [
    group('you', 'About you', [item('call', 'string', 'What may we call you?'), item('phone', 'string', 'Your phone number')]),
    group('why', 'What brings you', [item('words', 'text', 'In your own words')]),
    group('visit', 'The visit', [item('way', 'choice', 'How would you like to meet?', options('In the room', 'By phone', 'By video'))]),
  ], control('tab-container')),
]);

export const pages = form('pages', 'Before your first visit', [
  item('top', 'display', 'Harbour Clinic. Nobody reads this before you send it.', { extension: [control('header')] }),
  group('one', 'About you', [item('call', 'string', 'What may we call you?'), item('since', 'integer', 'Since which year have you lived here?')], control('page')),
  group('two', 'What brings you', [item('words', 'text', 'In your own words'), item('first', 'boolean', 'Have you talked to somebody about it before?')], control('page')),
]);

const inOrder = (entryMode: string): Json =>
  form('in-order', 'One question at a time', [
    item('today', 'choice', 'How is today?', { ...options('Good', 'Neither', 'Bad'), required: true }),
    item('yesterday', 'choice', 'And how was yesterday?', options('Good', 'Neither', 'Bad')),
    item('more', 'text', 'What made the difference?'),
  ], sdc('entryMode', { valueCode: entryMode }));

export const sequential = inOrder('sequential');
export const priorEdit = inOrder('prior-edit');

const limit = (which: 'min' | 'max', expression: string): Json =>
  ext(`${which}Value`, { _valueInteger: { extension: [ext('cqf-expression', fhirPath(expression))] } });

export const following = form('following', 'Nights of the last week', [
  item('nights', 'integer', 'How many nights do you remember?', { extension: [ext('minValue', { valueInteger: 1 }), ext('maxValue', { valueInteger: 7 })] }),
  item('bad', 'integer', 'How many of them were bad?', { extension: [ext('minValue', { valueInteger: 0 }), limit('max', answerTo('nights'))] }),
  item('good', 'integer', 'Good nights', { readOnly: true, extension: [sdc('calculatedExpression', fhirPath(`${answerTo('nights')} - ${answerTo('bad')}`))] }),
  item('helped', 'choice', 'What helped?', { repeats: true, ...options('A walk', 'Reading', 'A talk') }),
  item('most', 'choice', 'What helped most?', { extension: [sdc('answerExpression', fhirPath(answerTo('helped')))] }),
]);

export const protectedItems = form('protected', 'Smoking', [
  item('smokes', 'boolean', 'Do you smoke?'),
  item('often', 'choice', 'How often?', { ...options('Now and then', 'Every day'), enableWhen: [{ question: 'smokes', operator: '=', answerBoolean: true }], disabledDisplay: 'protected' }),
  item('stop', 'string', 'What would help you to stop?', { enableWhen: [{ question: 'smokes', operator: '=', answerBoolean: true }], disabledDisplay: 'protected' }),
]);

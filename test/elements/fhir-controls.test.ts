import { expect } from '@open-wc/testing';
import '../../src/define/fhir-questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { controlAt, errorAt, valuesOf } from './fixtures/fields.ts';
import { core, form, item } from './fixtures/fhir-forms.ts';
import { keeps, mount } from './fixtures/host.ts';
import { inside, press, put, read, send, settled, type } from './fixtures/person.ts';

type Json = Record<string, unknown>;

const control = (code: string): Json =>
  core('questionnaire-itemControl', { valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code }] } });
const limits = [core('minValue', { valueInteger: 0 }), core('maxValue', { valueInteger: 20 })];

const shown = (...items: Json[]): Promise<AttuneQuestionnaire> =>
  mount<AttuneQuestionnaire>('attune-questionnaire', { properties: { instrument: form(items), layout: 'list' } });

const write = async (widget: AttuneQuestionnaire, key: string, text: string): Promise<void> => {
  put(controlAt(widget, key), text);
  await settled(widget);
};

describe('a number with the control spinner', () => {
  const spinners = (): Promise<AttuneQuestionnaire> =>
    shown(item('nights', 'integer', 'How many nights?', control('spinner'), ...limits), item('kilos', 'decimal', 'How heavy?', control('spinner')));

  it('is a field with the keyboard for numbers, that keeps what is written', async () => {
    const widget = await spinners();
    const kept = keeps(widget);
    const [nights, kilos] = [controlAt(widget, 'nights'), controlAt(widget, 'kilos')];
    expect([nights.type, nights.inputMode, kilos.type, kilos.inputMode]).to.eql(['text', 'numeric', 'text', 'decimal']);
    await type(nights, '7');
    await press('ArrowUp');
    await type(kilos, '71.5');
    await send(widget);
    const { response } = kept[0]!;
    expect([valuesOf(widget, 'nights', response), valuesOf(widget, 'kilos', response)]).to.eql([[7], [71.5]]);
    expect(read(widget)).not.to.contain('Some parts of this form');
  });

  it('has the limits of the form', async () => {
    const widget = await spinners();
    await write(widget, 'nights', '21');
    await send(widget);
    expect(errorAt(widget, 'nights') ?? '').to.contain('20');
    await write(widget, 'nights', '20');
    expect(errorAt(widget, 'nights')).to.equal(undefined);
  });
});

describe('a question with the control text-box', () => {
  it('has several lines for a text, and one for a number', async () => {
    const widget = await shown(
      item('line', 'string', 'In a word?'),
      item('box', 'string', 'In some words?', control('text-box')),
      item('long', 'text', 'In detail?', control('text-box')),
      item('number', 'integer', 'How many?', control('text-box')),
    );
    expect(['line', 'box', 'long', 'number'].map((key) => controlAt(widget, key).localName)).to.eql(['input', 'textarea', 'textarea', 'input']);
    const kept = keeps(widget);
    await type(controlAt(widget, 'box'), 'One');
    await press('Enter');
    await type(controlAt(widget, 'box'), 'Two');
    await type(controlAt(widget, 'number'), '3');
    await send(widget);
    const { response } = kept[0]!;
    expect([valuesOf(widget, 'box', response), valuesOf(widget, 'number', response)]).to.eql([['One\nTwo'], [3]]);
    expect(read(widget)).not.to.contain('Some parts of this form');
  });
});

describe('a question whose options are suggestions for any value of its type', () => {
  const open = (linkId: string, kind: string, question: string, answerOption: Json[]): Json => ({ ...item(linkId, kind, question), answerConstraint: 'optionsOrType', answerOption });

  it('is a field of its type, and the person reads that the form is shown differently', async () => {
    const widget = await shown(open('nights', 'integer', 'How many nights?', [{ valueInteger: 7 }]), open('day', 'date', 'Which day?', [{ valueDate: '2026-01-01' }]));
    expect(inside(widget, 'input[type=radio]')).to.eql([]);
    const kept = keeps(widget);
    await write(widget, 'nights', 'many');
    await write(widget, 'day', '2026-02-02');
    await send(widget);
    expect(errorAt(widget, 'nights') ?? '').to.contain('number');
    expect(kept).to.eql([]);
    await write(widget, 'nights', '3');
    expect(read(widget)).to.contain('Some parts of this form are shown differently here');
    await send(widget);
    const { response } = kept[0]!;
    expect([valuesOf(widget, 'nights', response), valuesOf(widget, 'day', response)]).to.eql([[3], ['2026-02-02']]);
  });
});

describe('a text for a place that its question does not have', () => {
  const text = (linkId: string, code: string): Json => ({ linkId, text: `The ${code} text`, type: 'display', extension: [control(code)] });

  it('is shown below the question, and the person reads that the form is shown differently', async () => {
    const widget = await shown(
      { ...item('day', 'date', 'Which day?'), item: [text('l', 'lower'), text('u', 'upper'), text('n', 'unit')] },
      { ...item('group', 'group', 'More'), item: [item('in', 'date', 'And then?'), text('p', 'upper')] },
    );
    await write(widget, 'day', '2026-01-01');
    const words = read(widget);
    const places = ['Which day?', 'The lower text', 'The upper text', 'The unit text', 'More', 'And then?'].map((one) => words.indexOf(one));
    expect(places).to.eql([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).to.be.greaterThan(-1);
    expect(words.lastIndexOf('The upper text')).to.be.greaterThan(words.indexOf('And then?'));
    expect(words).to.contain('Some parts of this form are shown differently here');
    expect(inside(widget, '[part=help]').map((one) => one.textContent)).not.to.include('The lower text');
  });
});

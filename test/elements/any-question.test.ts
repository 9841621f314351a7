import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { full } from '../../src/core/answering/full-structure.ts';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import type { Item } from '../../src/core/instrument/instrument.ts';
import { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { forAnyQuestion } from '../../src/ui/questionnaire/items/any-question.ts';
import { itemViews } from '../../src/ui/questionnaire/items/index.ts';
import { everyType } from './fixtures/definitions.ts';
import { hear, keeps, mount } from './fixtures/host.ts';
import { focused, focusIsOn, inside, oneInside, read, send, settled } from './fixtures/person.ts';

customElements.define(
  'any-questionnaire',
  class extends AttuneQuestionnaire {
    protected static override itemSupport = { views: forAnyQuestion(itemViews), structure: full };
    protected static override readForm = readDefinition;
  },
);

const ask = (items: Item[], more: Record<string, string> = {}): Promise<AttuneQuestionnaire> => {
  const instrument = { ...everyType, id: 'any-question', items } as InstrumentDefinition;
  return mount('any-questionnaire', { attributes: { layout: 'list', ...more }, properties: { instrument } });
};

const fieldOf = (widget: Element, key: string): HTMLInputElement => oneInside(widget, `[data-key="${key}"] > :is(input, textarea)`);

async function type(widget: Element, key: string, text: string): Promise<void> {
  const field = fieldOf(widget, key);
  field.focus();
  field.select();
  await sendKeys(text ? { type: text } : { press: 'Delete' });
  field.blur();
  await settled(widget);
}

async function press(widget: Element, selector: string): Promise<void> {
  oneInside(widget, selector).click();
  await settled(widget);
}

const keys = (widget: Element): (string | undefined)[] => inside<HTMLElement>(widget, '[data-key]').map(({ dataset }) => dataset.key);
const drug: Item = { id: 'drug', type: 'text', line: true, text: 'What do you take?', repeats: { max: 3, add: 'Add a drug' } };

describe('a question that repeats', () => {
  it('is added with a button after the last one, and the focus is in it', async () => {
    const widget = await ask([drug]);
    expect(keys(widget)).to.eql(['drug.0']);
    await type(widget, 'drug.0', 'Aspirin');
    await press(widget, '[data-do=add]');
    focusIsOn(fieldOf(widget, 'drug.1'));
    await press(widget, '[data-do=add]');
    expect(keys(widget)).to.eql(['drug.0', 'drug.1', 'drug.2']);
    expect(inside(widget, '[data-do=add]').length, 'its limit is reached').to.equal(0);
  });

  it('is removed with a button of its own. The later ones move up', async () => {
    const widget = await ask([drug]);
    const sent = keeps(widget);
    for (const [i, name] of ['Aspirin', 'Iron', 'Zinc'].entries()) {
      if (i) await press(widget, '[data-do=add]');
      await type(widget, `drug.${i}`, name);
    }
    await press(widget, '[data-key="drug.1"] [data-do=remove]');
    expect(inside<HTMLInputElement>(widget, '[data-key] > input').map(({ value }) => value)).to.eql(['Aspirin', 'Zinc']);
    focusIsOn(oneInside(widget, '[data-do=add]'));
    await send(widget);
    expect(sent[0]!.response.answers).to.eql([
      { item: 'drug', at: [0], state: 'answered', values: ['Aspirin'] },
      { item: 'drug', at: [1], state: 'answered', values: ['Zinc'] },
    ]);
  });

  it('with choices has its follow-ups and its buttons below', async () => {
    const pet: Item = {
      id: 'pet', type: 'choice', text: 'Which animal?', repeats: { add: 'Add' }, choices: [{ code: 'cat', text: 'Cat' }, { code: 'dog', text: 'Dog' }],
      items: [{ id: 'name', type: 'text', line: true, text: 'Its name?', when: { item: 'pet', is: 'answered' } }],
    };
    const widget = await ask([pet]);
    await press(widget, '[data-key="pet.0"] input');
    expect(keys(widget)).to.eql(['pet.0', 'name.0']);
    const last = oneInside(widget, '[data-key="pet.0"]').lastElementChild!;
    expect(last.textContent!.trim()).to.equal('Add');
  });

  it('shows no buttons on a read-only widget', async () => {
    const widget = await ask([drug], { readonly: '' });
    expect(inside(widget, '[data-do=add], [data-do=remove]')).to.eql([]);
  });
});

describe('a read-only question', () => {
  const member: Item = {
    id: 'member', type: 'boolean', text: 'Are you a member?', readOnly: true, initial: [true],
    items: [{ id: 'since', type: 'text', line: true, text: 'Since when?' }],
  };

  it('shows its answer and cannot be changed. Its follow-up can', async () => {
    const widget = await ask([member]);
    const sent = keeps(widget);
    const [yes, no] = inside<HTMLInputElement>(widget, '[data-key=member] fieldset input');
    no!.click();
    await settled(widget);
    expect([yes!.checked, no!.checked]).to.eql([true, false]);
    expect(inside(widget, '[data-key=member] > [data-do=clear]'), 'nothing to undo').to.eql([]);
    await type(widget, 'since', '2020');
    await send(widget);
    expect(sent[0]!.response.answers.map(({ item }) => item)).to.eql(['member', 'since']);
  });

  it('is never missing', async () => {
    const widget = await ask([{ id: 'number', type: 'text', line: true, text: 'Your number', readOnly: true, required: true }], { required: '' });
    expect(widget.checkValidity()).to.equal(true);
    expect(fieldOf(widget, 'number').readOnly).to.equal(true);
    expect(fieldOf(widget, 'number').getAttribute('aria-required')).to.equal('false');
  });
});

describe('a value at the start', () => {
  const items: Item[] = [{ id: 'city', type: 'text', line: true, text: 'Your city', initial: ['Bern'] }, { id: 'name', type: 'text', line: true, text: 'Your name' }];

  it('is on the screen, and the widget is blank', async () => {
    const widget = await ask(items);
    expect(fieldOf(widget, 'city').value).to.equal('Bern');
    expect(widget.value).to.equal(null);
  });

  it('adds no entry to a form until the person has answered', async () => {
    const form = document.createElement('form');
    document.body.append(form);
    const widget = await mount<AttuneQuestionnaire>('any-questionnaire', { into: form, properties: { instrument: { ...everyType, id: 'any-question', items } } });
    expect([...new FormData(form)]).to.eql([]);
    await type(widget, 'name', 'Ann');
    expect([...new FormData(form)].slice(1)).to.eql([['any-question.city', 'Bern'], ['any-question.name', 'Ann']]);
    form.remove();
  });

  it('that was cleared does not come back with the record', async () => {
    const widget = await ask(items);
    await type(widget, 'city', '');
    const { value } = widget;
    expect(value!.answers).to.eql([]);
    const again = await ask(items);
    again.value = value;
    await settled(again);
    expect(fieldOf(again, 'city').value).to.equal('');
  });
});

describe('a calculated value', () => {
  const items: Item[] = [
    { id: 'a', type: 'integer', text: 'A' },
    { id: 'b', type: 'integer', text: 'B' },
    { id: 'sum', type: 'integer', text: 'Sum', readOnly: true, calculate: { sum: ['a', 'b'] } },
    { id: 'guess', type: 'integer', text: 'Guess', calculate: { sum: ['a'] } },
  ];

  it('follows the answers on the screen', async () => {
    const widget = await ask(items);
    await type(widget, 'a', '2');
    await type(widget, 'b', '3');
    expect(fieldOf(widget, 'sum').value).to.equal('5');
    await type(widget, 'sum', '9');
    expect(fieldOf(widget, 'sum').value).to.equal('5');
  });

  it('gives way to what the person types, and comes back when they clear it', async () => {
    const widget = await ask(items);
    await type(widget, 'a', '2');
    expect(fieldOf(widget, 'guess').value).to.equal('2');
    await type(widget, 'guess', '7');
    await type(widget, 'a', '3');
    expect(fieldOf(widget, 'guess').value).to.equal('7');
    await type(widget, 'guess', '');
    expect(fieldOf(widget, 'guess').value).to.equal('3');
    await type(widget, 'guess', '');
    expect(fieldOf(widget, 'guess').value).to.equal('3');
    expect(focused()).to.not.equal(fieldOf(widget, 'guess'));
  });
});

describe('an expression that nothing can evaluate', () => {
  it('is reported once, and its question is asked', async () => {
    const errors = hear(document, 'attune-error');
    const widget = await ask([{ id: 'a', type: 'text', text: 'A?', when: { expression: 'x', language: 'text/fhirpath' } }]);
    widget.requestUpdate();
    await settled(widget);
    expect(read(widget)).to.include('A?');
    expect(errors.map(({ detail }) => `${detail.code} ${detail.message}`)).to.eql(['bad-expression a.when: Must be evaluable with an evaluator for text/fhirpath']);
  });
});

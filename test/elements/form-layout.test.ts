import { expect } from '@open-wc/testing';
import '../../src/define/fhir-questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { ownLicence } from '../core/fixtures/own-licence.ts';
import { accessibilityContract } from '../contract/accessibility-contract.ts';
import { errorAt, itemAt } from './fixtures/fields.ts';
import { keeps, mount } from './fixtures/host.ts';
import { boxOf, container, headsOf, isChromium, linesOf, resized } from './fixtures/layout.ts';
import { activate, button, buttons, choose, click, field, focusIsOn, inside, oneInside, put, read, send, settled } from './fixtures/person.ts';

const text = (id: string, more: object = {}): object => ({ id, type: 'text', line: true, text: `Question ${id}`, ...more });
const group = (id: string, items: object[], more: object = {}): object => ({ id, type: 'group', text: `Part ${id}`, items, ...more });
const choices = [{ code: 'n', text: 'Never' }, { code: 's', text: 'Sometimes' }, { code: 'a', text: 'Always' }];
const form = (id: string, items: object[]): object => ({
  schema: 1, id, version: '1.0.0', language: 'en', audience: 'client', licence: ownLicence, normed: false, absent: {}, title: 'A form', scales: {}, items,
});
const given = (id: string, items: object[], more: object = {}): Promise<AttuneQuestionnaire> =>
  mount('attune-questionnaire', { properties: { instrument: form(id, items), ...more } });

const closed = group('b', [text('3', { required: true }), text('4')], { collapsible: 'closed' });

describe('the layout of a form', () => {
  it('has the pages that the form says, with its header on each', async () => {
    const header = { id: 'h', type: 'display', text: 'Harbour Clinic', layout: 'header' };
    const widget = await given('book', [header, group('a', [text('1'), text('2')], { layout: 'page' }), group('b', [text('3')], { layout: 'page' })]);
    expect(read(widget)).to.contain('Page 1 of 2').and.contain('Harbour Clinic').and.contain('Question 2').and.not.contain('Question 3');
    await activate(widget, 'Next');
    expect(read(widget)).to.contain('Page 2 of 2').and.contain('Harbour Clinic').and.contain('Question 3').and.not.contain('Question 1');
    widget.layout = 'list';
    await settled(widget);
    expect(read(widget)).to.contain('Question 1').and.contain('Question 3');
  });

  it('shows choices with the same answers as lines of a matrix, where there is room', async () => {
    const line = (id: string): object => ({ id, type: 'choice', choices, text: `Question ${id}`, layout: 'matrix' });
    const widget = await given('matrix', [group('a', [line('1'), line('2')])]);
    expect(headsOf(widget).map((head) => head.textContent)).to.eql(['Never', 'Sometimes', 'Always']);
    expect(linesOf(widget)).to.have.lengthOf(2);
    await choose(widget, 'Question 2', 'Sometimes');
    expect(widget.value!.answers).to.eql([{ item: '2', state: 'answered', values: ['s'] }]);
  });

  it('has the questions of a row beside each other where there is room, else below each other', async () => {
    const row = group('a', [text('1'), text('2'), text('3')], { layout: 'row', repeats: { max: 3, add: 'Add a medicine' } });
    const instrument = form('row', [row]);
    const wide = await mount('attune-questionnaire', { properties: { instrument }, into: await container(780) });
    const tops = (widget: Element, repetition: number): number[] => ['1', '2', '3'].map((id) => Math.round(boxOf(itemAt(widget, `${id}.${repetition}`)).top));
    expect(new Set(tops(wide, 0)).size).to.equal(1);
    button(wide, 'Add a medicine').click();
    await settled(wide);
    expect(new Set(tops(wide, 1)).size).to.equal(1);
    const names = inside(wide, '[role=group]').map((one) => (wide.shadowRoot!.getElementById(one.getAttribute('aria-labelledby')!) as HTMLElement).textContent);
    expect(names).to.eql(['Part a', 'Part a']);
    // The next row has its heading for screen readers alone.
    expect(inside(wide, '[part=group-title]').map((one) => one.getBoundingClientRect().height > 2 && !one.closest('.sr'))).to.eql([true, false]);
    const narrow = await mount('attune-questionnaire', { properties: { instrument, layout: 'list' }, into: await container(320) });
    await resized(narrow);
    expect(new Set(tops(narrow, 0)).size).to.equal(3);
  });

  it('opens a closed part for an error in it, and for the link to a question in it', async () => {
    const widget = await given('closed', [text('1'), closed]);
    const kept = keeps(widget);
    const details = oneInside<HTMLDetailsElement>(widget, 'details');
    expect(details.open).to.equal(false);
    await send(widget);
    expect([kept.length, details.open]).to.eql([0, true]);
    details.open = false;
    await click(oneInside(widget, '[part~=summary] a'));
    await settled(widget);
    expect(details.open).to.equal(true);
    focusIsOn(field(widget, 'Question 3'));
  });

  it('shows a part without a text open, because nothing would say what is closed', async () => {
    const widget = await given('nameless', [{ ...closed, text: '' }]);
    expect(inside(widget, 'details')).to.eql([]);
    expect(read(widget)).to.contain('Question 3');
  });

  it('opens and closes a part by keyboard, and keeps its answers', async () => {
    const widget = await given('kept', [group('a', [text('1')], { collapsible: 'open' })]);
    put(field(widget, 'Question 1'), 'here');
    await settled(widget);
    oneInside(widget, 'summary').click();
    const kept = keeps(widget);
    await send(widget);
    expect(kept[0]!.response.answers).to.eql([{ item: '1', state: 'answered', values: ['here'] }]);
  });

  it('says at a required part that it needs an answer, and sends with one', async () => {
    const widget = await given('required', [group('a', [text('1'), text('2')], { required: true })]);
    const kept = keeps(widget);
    await send(widget);
    expect(kept).to.have.lengthOf(0);
    expect(errorAt(widget, 'a')).to.equal('Answer at least one of these questions.');
    const box = oneInside(widget, '[part=group]');
    expect(widget.shadowRoot!.getElementById(box.getAttribute('aria-describedby')!)!.textContent).to.contain('Answer at least one');
    put(field(widget, 'Question 2'), 'yes');
    await settled(widget);
    expect(errorAt(widget, 'a')).to.equal(undefined);
    await send(widget);
    expect(kept).to.have.lengthOf(1);
  });

  it('says how many answers there must be', async () => {
    const widget = await given('count', [{ id: '1', type: 'choice', choices, multiple: true, minChoices: 2, text: 'Which?' }]);
    const [never] = inside<HTMLInputElement>(widget, 'input[type=checkbox]');
    never!.click();
    await send(widget);
    expect(errorAt(widget, '1')).to.equal('Choose at least 2 answers.');
    expect(buttons(widget)).to.include('Send');
  });
});

const every = [
  { id: 'h', type: 'display', text: 'Header', layout: 'header' },
  ...['m', 'n'].map((id) => ({ id, type: 'choice', choices, text: `Question ${id}`, layout: 'matrix' })),
  group('a', [text('1'), text('2')], { layout: 'row' }),
  closed,
];

if (isChromium) accessibilityContract({ tag: 'attune-questionnaire', properties: { instrument: form('all-layouts', every) } });

import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/define/fhir-questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { controlAt, errorAt, fieldsOf, itemAt, valuesOf } from './fixtures/fields.ts';
import { hear, keeps } from './fixtures/host.ts';
import { isChromium } from './fixtures/layout.ts';
import { activate, button, click, field, focusIsOn, inside, oneInside, press, put, send, settled, type } from './fixtures/person.ts';

const drugs = (placed: Parameters<typeof fieldsOf>[0] = {}) => fieldsOf({ only: ['drug'], ...placed });
const ills = (placed: Parameters<typeof fieldsOf>[0] = {}) => fieldsOf({ only: ['ills'], ...placed });
const box = (widget: Element, item = 'drug'): HTMLInputElement => controlAt(widget, item);
const isOpen = (widget: Element, item = 'drug'): boolean => !itemAt(widget, item).querySelector<HTMLElement>('[part=suggestions]')!.hidden;
const entries = (widget: Element, item = 'drug'): HTMLElement[] => [...itemAt(widget, item).querySelectorAll<HTMLElement>('[role=option]')];
const texts = (widget: Element, item?: string): string[] => entries(widget, item).map((one) => one.textContent);
const active = (widget: Element, item?: string): string | undefined => entries(widget, item).find((one) => one.getAttribute('aria-selected') === 'true')?.textContent;
const count = (widget: Element): string => itemAt(widget, 'drug').querySelector('[part=suggestions] .help')!.textContent;
const chosen = (widget: Element): string[] => [...itemAt(widget, 'ills').querySelectorAll('[part=chosen] li > span')].map((one) => one.textContent);

const write = async (widget: AttuneQuestionnaire, text: string, item = 'drug'): Promise<void> => {
  await type(box(widget, item), text);
  await settled(widget);
};
const key = async (widget: AttuneQuestionnaire, ...keys: string[]): Promise<void> => {
  for (const one of keys) await press(one);
  await settled(widget);
};

describe('a choice from a long list', () => {
  it('is found by what the person types, and chosen by keyboard only', async () => {
    const widget = await drugs();
    const events = hear(widget, 'attune-answer');
    await write(widget, 'sertraline 25 mg');
    expect(texts(widget)[0]).to.equal('Sertraline 25 mg');
    await key(widget, 'ArrowDown', 'Enter');
    expect(valuesOf(widget, 'drug')).to.eql(['d96']);
    expect([box(widget).value, isOpen(widget)]).to.eql(['Sertraline 25 mg', false]);
    focusIsOn(box(widget));
    expect(events.at(-1)!.detail).to.eql({ item: 'drug', answered: 1, total: 1 });
  });

  it('shows at most 50 of 10,000 and says how many there are', async () => {
    const widget = await drugs();
    box(widget).focus();
    await key(widget, 'ArrowDown');
    expect(entries(widget).length).to.equal(50);
    expect(count(widget)).to.equal('The first 50 of 10,000 answers. Write more to find others.');
    await write(widget, 'mirtazapine 2499');
    expect(count(widget)).to.equal('1 answer found.');
    await write(widget, 'x');
    expect([count(widget), texts(widget)]).to.eql(['There is no such answer in the list.', []]);
  });

  it('is found without its accents, by parts of its words, and those that begin with the text are first', async () => {
    const widget = await drugs();
    await write(widget, 'PAROXETINE 7');
    expect(texts(widget).slice(0, 2)).to.eql(['Paroxétine 7 mg', 'Paroxétine 70 mg']);
    box(widget).select();
    await write(widget, 'mg 12 fluox');
    expect(texts(widget)[0]).to.equal('Fluoxetine 12 mg');
  });

  it('is announced after a pause in typing', async () => {
    const widget = await drugs();
    await write(widget, 'sertraline 2500');
    const spoken = (): string => itemAt(widget, 'drug').querySelector('[aria-live]')!.textContent;
    expect(spoken()).to.equal('');
    await waitUntil(() => spoken() === '1 answer found.', 'the count is announced', { timeout: 3000 });
  });

  it('moves through the list with the arrow keys, over both ends, and back into the text with Home and End', async () => {
    const widget = await drugs();
    await write(widget, 'sertraline 250');
    const all = texts(widget);
    await key(widget, 'ArrowUp');
    expect(active(widget)).to.equal(all.at(-1));
    await key(widget, 'ArrowDown');
    expect(active(widget)).to.equal(all[0]);
    expect(box(widget).getAttribute('aria-activedescendant')).to.equal(entries(widget)[0]!.id);
    await key(widget, 'Home');
    expect([active(widget), box(widget).selectionStart]).to.eql([undefined, 0]);
    await key(widget, 'ArrowDown', 'End');
    expect([active(widget), box(widget).selectionStart]).to.eql([undefined, box(widget).value.length]);
    expect(box(widget).hasAttribute('aria-activedescendant')).to.equal(false);
  });

  it('closes with Escape, which the page does not hear, and with Tab', async () => {
    const widget = await drugs();
    const keys = hear(document, 'keydown');
    await write(widget, 'sertraline 3');
    keys.length = 0;
    await key(widget, 'ArrowDown', 'Escape');
    expect([isOpen(widget), box(widget).getAttribute('aria-expanded'), box(widget).value]).to.eql([false, 'false', 'sertraline 3']);
    expect(keys).to.eql([]);
    await key(widget, 'Escape');
    expect(keys.map((event) => event.key)).to.eql(['Escape']);
    await key(widget, 'ArrowDown', 'Tab');
    expect(isOpen(widget)).to.equal(false);
  });

  it('opens and chooses with the mouse, and the field keeps the focus', async () => {
    const widget = await drugs();
    await click(box(widget));
    expect(isOpen(widget)).to.equal(true);
    await click(entries(widget)[2]!);
    await settled(widget);
    expect([valuesOf(widget, 'drug'), isOpen(widget)]).to.eql([['d2'], false]);
    focusIsOn(box(widget));
  });

  it('is the answer too if the person writes all of it, and is then written as in the list', async () => {
    const widget = await drugs();
    await write(widget, 'paroxetine 3 MG');
    await key(widget, 'Tab');
    expect([valuesOf(widget, 'drug'), box(widget).value]).to.eql([['d11'], 'Paroxétine 3 mg']);
  });

  it('keeps a text that is not in the list, says so when the person leaves it, and does not send it', async () => {
    const widget = await drugs();
    const kept = keeps(widget);
    await write(widget, 'aspirin');
    expect(errorAt(widget, 'drug')).to.equal(undefined);
    await key(widget, 'Tab');
    expect(errorAt(widget, 'drug')).to.equal('Choose an answer from the list.');
    expect([box(widget).value, box(widget).getAttribute('aria-invalid')]).to.eql(['aspirin', 'true']);
    await send(widget);
    expect([kept.length, widget.validity.badInput]).to.eql([0, true]);
    box(widget).select();
    await write(widget, 'sertraline 1 mg');
    expect(errorAt(widget, 'drug')).to.equal(undefined);
  });

  it('lets the person press a button that is about to move, with the mouse', async () => {
    const widget = await drugs();
    await write(widget, 'aspirin');
    await click(oneInside(widget, '[part~=submit]'));
    await settled(widget);
    expect(inside(widget, '[part~=error-summary] li').length).to.equal(1);
    expect(errorAt(widget, 'drug')).to.equal('Choose an answer from the list.');
  });

  it('is blank again when the field is emptied', async () => {
    const widget = await drugs();
    await write(widget, 'sertraline 1 mg');
    box(widget).select();
    await key(widget, 'Delete', 'Tab');
    expect(widget.value).to.equal(null);
  });

  it('is restored from a record, and follows a reset', async () => {
    const one = await drugs();
    await write(one, 'fluoxetine 9 mg');
    const widget = await drugs({ properties: { value: one.value } });
    expect(box(widget).value).to.equal('Fluoxetine 9 mg');
    widget.reset();
    await settled(widget);
    expect(box(widget).value).to.equal('');
  });

  it('cannot be changed if the widget is readonly', async () => {
    const one = await drugs();
    await write(one, 'fluoxetine 9 mg');
    const widget = await drugs({ properties: { value: one.value, readonly: true } });
    await click(box(widget));
    await key(widget, 'ArrowDown', 'Enter');
    expect([isOpen(widget), box(widget).value]).to.eql([false, 'Fluoxetine 9 mg']);
    expect(widget.value).to.eql(one.value);
  });

  if (isChromium) it('is an editable combobox with a listbox in the accessibility tree', async () => {
    interface Node { role: string; name?: string; expanded?: boolean; children: Node[] }
    const all = (node: Node): Node[] => [node, ...node.children.flatMap(all)];
    const widget = await drugs();
    await write(widget, 'sertraline 2500');
    const tree = all(await executeServerCommand<Node, undefined>('accessibility-tree'));
    const combobox = tree.find(({ role }) => role === 'combobox')!;
    expect([combobox.name, combobox.expanded]).to.eql(['Which medicine?', true]);
    const listbox = tree.find(({ role }) => role === 'listbox')!;
    expect(all(listbox).filter(({ role }) => role === 'option').map(({ name }) => name)).to.eql(['Sertraline 2500 mg']);
  });

  it('has no accessibility problem that axe finds while it is open', async function () {
    this.timeout(30_000);
    const widget = await drugs();
    await write(widget, 'sertraline 25');
    await key(widget, 'ArrowDown');
    await expect(widget).to.be.accessible();
  });
});

describe('several choices from a list, and own words', () => {
  it('are chosen one after another, are listed below, and can be removed', async () => {
    const widget = await ills();
    await write(widget, 'ast', 'ills');
    await key(widget, 'ArrowDown', 'Enter');
    await write(widget, 'migraine', 'ills');
    await key(widget, 'Enter');
    await write(widget, 'Gout', 'ills');
    await key(widget, 'Tab');
    expect(valuesOf(widget, 'ills')).to.eql(['a', 'm', { words: 'Gout' }]);
    expect([chosen(widget), box(widget, 'ills').value]).to.eql([['Asthma', 'Migraine', 'Gout'], '']);
    await click(button(widget, '×Remove “Migraine”'));
    await settled(widget);
    expect(valuesOf(widget, 'ills')).to.eql(['a', { words: 'Gout' }]);
    focusIsOn(box(widget, 'ills'));
  });

  it('are restored from a record, and none is left after a reset', async () => {
    const one = await ills();
    put(box(one, 'ills'), 'Asthma');
    await key(one, 'Enter');
    put(box(one, 'ills'), 'Gout');
    await key(one, 'Enter');
    const widget = await ills({ properties: { value: one.value } });
    expect(chosen(widget)).to.eql(['Asthma', 'Gout']);
    widget.reset();
    await settled(widget);
    expect(chosen(widget)).to.eql([]);
  });

  it('are all in the copy', async () => {
    const widget = await ills();
    put(box(widget, 'ills'), 'Asthma');
    await key(widget, 'Enter');
    put(box(widget, 'ills'), 'Gout');
    await key(widget, 'Enter');
    await activate(widget, 'Keep a copy');
    await aTimeout(0);
    expect(widget.shadowRoot!.querySelector('[part=answers] dd')!.textContent).to.equal('Asthma, Gout');
  });

  it('say under the field that own words are possible, and that nobody reads them right away', async () => {
    const widget = await ills();
    const note = field(widget, 'What else do you have?').getAttribute('aria-describedby')!;
    expect(widget.shadowRoot!.getElementById(note)!.textContent).to.equal('You can also write your own answer. Not read right away.');
  });
});

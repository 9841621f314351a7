import { expect } from '@open-wc/testing';
import '../../src/define/questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { small } from './fixtures/definitions.ts';
import { keeps, mount, type Placed } from './fixtures/host.ts';
import { activate, button, click, field, focusIsOn, inside, option, put, question, read, send, settled } from './fixtures/person.ts';

/** Ids as other systems give them: with points, quotes and spaces, like each other, and like an id of the document. */
const ids = {
  choice: '/54126-8',
  why: '1.2',
  group: '1',
  inside: 'a "b" \\ c',
  follow: "d ' ] *",
  last: '体重 é',
  label: '体重 é-text',
};

const form = {
  ...small,
  id: 'other-ids',
  items: [
    { id: ids.choice, type: 'choice', scale: 'often', text: 'Do you sleep well?' },
    { id: ids.why, type: 'text', line: true, text: 'Why not?', required: true, when: { item: ids.choice, op: '=', value: 'no' } },
    {
      id: ids.group, type: 'group', text: 'Someone', repeats: { min: 1, max: 3, add: 'Add someone' },
      items: [{ id: ids.inside, type: 'boolean', text: 'Do they live near?', items: [{ id: ids.follow, type: 'text', line: true, text: 'Where?', when: { item: ids.inside, op: '=', value: true } }] }],
    },
    { id: ids.last, type: 'integer', text: 'Your weight', min: 1, max: 500 },
    { id: ids.label, type: 'text', line: true, text: 'A remark' },
  ],
};

const whole = ({ attributes, ...placed }: Placed = {}): Promise<AttuneQuestionnaire> =>
  mount('attune-questionnaire', { attributes: { layout: 'list', ...attributes }, properties: { instrument: form }, ...placed });

describe('items whose ids are any text', () => {
  it('are answered, also in repetitions and follow-ups, and are in the record with their ids', async () => {
    const widget = await whole();
    const kept = keeps(widget);
    option(question(widget, 'Do you sleep well?'), 'No').click();
    await settled(widget);
    put(field(widget, 'Why not?'), 'Noise');
    await activate(widget, 'Add someone');
    const near = (at: number): Element => inside(widget, '[part~=group]')[at]!;
    option(near(1), 'Yes').click();
    await settled(widget);
    put(field(widget, 'Where?'), 'Here');
    put(field(widget, 'Your weight'), '70');
    put(field(widget, 'A remark'), 'None');
    await settled(widget);
    await send(widget);
    expect(kept[0]!.response.answers).to.eql([
      { item: ids.choice, state: 'answered', values: ['no'] },
      { item: ids.why, state: 'answered', values: ['Noise'] },
      { item: ids.inside, at: [1], state: 'answered', values: [true] },
      { item: ids.follow, at: [1], state: 'answered', values: ['Here'] },
      { item: ids.last, state: 'answered', values: [70] },
      { item: ids.label, state: 'answered', values: ['None'] },
    ]);
  });

  it('have a label of their own, although one id is like the label of another', async () => {
    const widget = await whole();
    for (const label of ['Your weight', 'A remark']) {
      expect(field(widget, label).type).to.equal('text');
      await click(inside<HTMLLabelElement>(widget, 'label').find((one) => one.textContent!.includes(label))!);
      focusIsOn(field(widget, label));
    }
    const all = inside(widget, '[id]').map(({ id }) => id);
    expect(new Set(all).size).to.equal(all.length);
    expect(all.filter((id) => /\s/.test(id))).to.eql([]);
  });

  it('are described by their errors, and the links of the error summary lead to them', async () => {
    const widget = await whole();
    option(question(widget, 'Do you sleep well?'), 'No').click();
    await settled(widget);
    put(field(widget, 'Your weight'), 'heavy');
    await settled(widget);
    await send(widget);
    for (const label of ['Why not?', 'Your weight']) {
      const link = inside<HTMLAnchorElement>(widget, '[part~=error-summary] a').find((one) => one.textContent === label)!;
      await click(link);
      await settled(widget);
      const box = field(widget, label);
      focusIsOn(box);
      expect(box.getAttribute('aria-invalid')).to.equal('true');
      const [first] = box.getAttribute('aria-describedby')!.split(' ');
      expect(widget.shadowRoot!.getElementById(first!)!.textContent!.trim()).not.to.equal('');
    }
  });

  it('keep the focus at the repetition that is added, and at the button after one is removed', async () => {
    const widget = await whole();
    await activate(widget, 'Add someone');
    focusIsOn(inside(widget, '[part~=group]')[1]!.querySelector('input'));
    await activate(widget, 'Remove (2)');
    focusIsOn(button(widget, 'Add someone'));
    expect(inside(widget, '[part~=group]').length).to.equal(1);
  });

  it('are cleared by their own button', async () => {
    const widget = await whole();
    option(question(widget, 'Do you sleep well?'), 'No').click();
    await settled(widget);
    await click(question(widget, 'Do you sleep well?').parentElement!.querySelector('[part=clear]')!);
    await settled(widget);
    expect(widget.value).to.equal(null);
    focusIsOn(question(widget, 'Do you sleep well?').querySelector('legend'));
  });

  it('are entries of a form without white space in their names', async () => {
    const around = document.createElement('form');
    document.body.append(around);
    const widget = await whole({ into: around });
    option(question(widget, 'Do you sleep well?'), 'No').click();
    await settled(widget);
    put(field(widget, 'Why not?'), 'Noise');
    put(field(widget, 'Your weight'), '70');
    await settled(widget);
    const entries = [...new FormData(around)].slice(1);
    expect(entries).to.eql([
      ['other-ids./54126-8', 'no'],
      ['other-ids.1~2e~2', 'Noise'],
      ['other-ids.体重~20~é', '70'],
    ]);
    around.remove();
  });

  it('are shown again from a record that the host sets', async () => {
    const widget = await whole();
    put(field(widget, 'A remark'), 'Seen');
    await settled(widget);
    const value = widget.value!;
    const other = await whole({ properties: { instrument: form, value: JSON.parse(JSON.stringify(value)) as object } });
    expect(field(other, 'A remark').value).to.equal('Seen');
    expect(read(other)).to.contain('1 of');
  });
});

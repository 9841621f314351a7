import { expect } from '@open-wc/testing';
import '../../src/define/fhir-questionnaire.ts';
import '../../src/define/session.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { form, item } from './fixtures/fhir-forms.ts';
import { errorAt } from './fixtures/fields.ts';
import { hear, keeps, mount, type Placed } from './fixtures/host.ts';
import { activate, button, buttons, choose, field, focusIsOn, inside, oneInside, press, put, read, send, sendButton, settled } from './fixtures/person.ts';

const entryMode = (valueCode: string): object => ({ url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-entryMode', valueCode });
const questions = [
  { ...item('drinks', 'boolean', 'Do you drink?'), required: true },
  item('often', 'string', 'How often?'),
  item('since', 'integer', 'Since which year?'),
];
const given = (mode: string, { properties, ...placed }: Placed = {}): Promise<AttuneQuestionnaire> =>
  mount('attune-questionnaire', { ...placed, properties: { instrument: { ...form(questions), extension: [entryMode(mode)] }, ...properties } });

const ONE_WAY = 'When you go on, you cannot come back to this page.';
const page = (widget: Element): string | undefined => inside(widget, '#page')[0]?.textContent;
const write = async (widget: AttuneQuestionnaire, label: string, text: string): Promise<void> => {
  put(field(widget, label), text);
  await settled(widget);
};

describe('a form with an order', () => {
  for (const mode of ['sequential', 'prior-edit']) {
    it(`shows one question after the other, and is presented in full: ${mode}`, async () => {
      const widget = document.createElement('attune-questionnaire');
      const reports = hear(widget, 'attune-error');
      widget.instrument = { ...form(questions), extension: [entryMode(mode)] };
      await mount('div', { children: '' }).then((place) => place.append(widget));
      await settled(widget);
      expect(reports.map(({ detail }) => detail.code)).not.to.include('limited-form');
      expect([page(widget), read(widget).includes('How often?')]).to.eql(['Page 1 of 3', false]);
      expect(buttons(widget)).not.to.include('Back').and.not.to.include('Send');
    });

    it(`says in words what is needed before the person goes on: ${mode}`, async () => {
      const widget = await given(mode);
      await activate(widget, 'Next');
      expect(page(widget)).to.equal('Page 1 of 3');
      const summary = oneInside(widget, '[part~=summary]');
      focusIsOn(summary);
      expect(summary.textContent).to.contain('Please look at this before you go on').and.contain('Do you drink?');
      expect(errorAt(widget, 'drinks')).to.contain('Choose');
      await choose(widget, 'Do you drink?', 'Yes');
      expect(summary.textContent).to.contain('You can go on now.');
      await activate(widget, 'Next');
      expect([page(widget), inside(widget, '[part~=summary]').length]).to.eql(['Page 2 of 3', 0]);
      focusIsOn(oneInside(widget, '#page'));
    });

    it(`can be filled in and sent with the keyboard alone: ${mode}`, async () => {
      const widget = await given(mode);
      const kept = keeps(widget);
      await choose(widget, 'Do you drink?', 'Yes');
      button(widget, 'Next').focus();
      await press('Enter');
      await settled(widget);
      await write(widget, 'How often?', 'Daily');
      button(widget, 'Next').focus();
      await press('Space');
      await settled(widget);
      await write(widget, 'Since which year?', '1999');
      expect(buttons(widget)).not.to.include('Next');
      await send(widget);
      expect(kept[0]!.response.answers.map(({ item }) => item)).to.eql(['drinks', 'often', 'since']);
    });
  }
});

describe('a sequence', () => {
  it('says at each page that there is no way back, also to a screen reader, and has none', async () => {
    const widget = await given('sequential');
    await choose(widget, 'Do you drink?', 'Yes');
    for (const _ of [1, 2]) {
      const next = button(widget, 'Next');
      expect(widget.shadowRoot!.getElementById(next.getAttribute('aria-describedby')!)!.textContent).to.equal(ONE_WAY);
      await activate(widget, 'Next');
      expect(buttons(widget)).not.to.include('Back');
    }
    expect([page(widget), read(widget).includes(ONE_WAY)]).to.eql(['Page 3 of 3', false]);
  });

  it('lets the person erase at any time, and begins again', async () => {
    const widget = await given('sequential');
    await choose(widget, 'Do you drink?', 'Yes');
    await activate(widget, 'Next');
    await activate(widget, 'Stop and erase');
    await activate(widget, 'Erase');
    expect(widget.value).to.equal(null);
    await activate(widget, 'Start again');
    expect([page(widget), inside(widget, 'input:checked').length]).to.eql(['Page 1 of 3', 0]);
  });

  it('shows the earlier answers when the last page is reached, and no link leads back to them', async () => {
    const widget = await given('sequential');
    await choose(widget, 'Do you drink?', 'Yes');
    expect(buttons(widget)).not.to.include('Keep a copy');
    await activate(widget, 'Next');
    await activate(widget, 'Next');
    await activate(widget, 'Keep a copy');
    expect(read(widget)).to.contain('Do you drink?').and.contain('Yes');
    await activate(widget, 'Close');
    expect(page(widget)).to.equal('Page 3 of 3');
  });

  it('names only the blank question that the person can still answer', async () => {
    const widget = await given('sequential');
    const kept = keeps(widget);
    await choose(widget, 'Do you drink?', 'Yes');
    await activate(widget, 'Next');
    await activate(widget, 'Next');
    sendButton(widget).click();
    await settled(widget);
    expect(oneInside(widget, '[part~=summary]').textContent).to.contain('You left 1 question blank').and.contain('Since which year?').and.not.contain('How often?');
    await send(widget);
    expect(kept).to.have.lengthOf(1);
  });

  it('goes on where the person was, when their answers are restored', async () => {
    const first = await given('sequential');
    await choose(first, 'Do you drink?', 'Yes');
    await activate(first, 'Next');
    await write(first, 'How often?', 'Daily');
    const widget = await given('sequential', { properties: { value: first.value } });
    expect([page(widget), field(widget, 'How often?').value]).to.eql(['Page 2 of 3', 'Daily']);
  });

  it('is a list in a session, and where nothing can be changed', async () => {
    const readonly = await given('sequential', { properties: { readonly: true } });
    expect([page(readonly), read(readonly).includes('Since which year?')]).to.eql([undefined, true]);
    const session = await mount('attune-session', { children: '' });
    const widget = await given('sequential', { into: session });
    expect([page(widget), read(widget).includes('Since which year?')]).to.eql([undefined, true]);
  });
});

describe('a form in which earlier answers can be changed', () => {
  it('goes back, keeps the answers, and goes ahead over them', async () => {
    const widget = await given('prior-edit');
    await choose(widget, 'Do you drink?', 'Yes');
    await activate(widget, 'Next');
    await write(widget, 'How often?', 'Daily');
    await activate(widget, 'Next');
    await activate(widget, 'Back');
    expect(field(widget, 'How often?').value).to.equal('Daily');
    await write(widget, 'How often?', 'Never');
    await activate(widget, 'Next');
    expect(page(widget)).to.equal('Page 3 of 3');
    expect(read(widget)).not.to.contain(ONE_WAY);
    expect(widget.value!.answers.at(-1)).to.eql({ item: 'often', state: 'answered', values: ['Never'] });
  });

  it('has the order also with the layout of a list', async () => {
    const widget = await given('prior-edit', { properties: { layout: 'list' } });
    expect(page(widget)).to.equal('Page 1 of 3');
  });
});

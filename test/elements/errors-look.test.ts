import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/all.ts';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import { everyType } from './fixtures/definitions.ts';
import { mount } from './fixtures/host.ts';
import { boxOf, container, hasNoWindowErrors, linesOf, resized, restoresWindow, setWindow } from './fixtures/layout.ts';
import {
  choose, focused, focusIsOn, framesPassed, inside, legendOf, oneInside, press, put, radioGroups, radiosOf, sendButton, settled, textBoxes,
} from './fixtures/person.ts';

const trust = 'attune-trust-questionnaire';
const plain = (part: Element): string => part.textContent!.replace(/\s+/g, ' ').trim();

const mixed: InstrumentDefinition = {
  ...everyType,
  id: 'mixed',
  items: [
    { id: 'sleep', type: 'choice', scale: 'often', text: 'Do you sleep well?', required: true },
    { id: 'hours', type: 'integer', min: 0, max: 24, text: 'How many hours?', required: true },
    { id: 'why', type: 'text', minLength: 5, maxLength: 10, text: 'What keeps you awake?', required: true },
  ],
};

/** Whether a person can see the whole of it in the window. */
const isWhole = (part: Element): boolean => {
  const { top, bottom } = boxOf(part);
  return top >= -0.5 && bottom <= innerHeight + 0.5;
};

async function sent(tag: string, { width = 900, ...placed }: { width?: number; attributes?: Record<string, string>; properties?: Record<string, unknown> } = {}): Promise<HTMLElement> {
  const widget = await mount(tag, { ...placed, into: await container(width) });
  await resized(widget);
  const button = sendButton(widget);
  button.focus();
  // WebKit scrolls to the focus a moment later, and a person presses what they see.
  await waitUntil(() => isWhole(button), 'the send button is not in the window', { timeout: 5000 });
  await press('Enter');
  await settled(widget);
  await framesPassed();
  return widget;
}
const summary = (widget: Element): HTMLElement => oneInside(widget, '[part~=error-summary]');
const links = (widget: Element): HTMLElement[] => [...summary(widget).querySelectorAll<HTMLElement>('a')];

describe('after sending with errors', () => {
  hasNoWindowErrors();
  restoresWindow();

  it('the summary is above the questions, has the focus, and its beginning is in the window', async () => {
    await setWindow(1000, 500);
    const widget = await sent(trust, { attributes: { required: '' } });
    focusIsOn(summary(widget));
    expect(boxOf(summary(widget)).bottom).to.be.below(boxOf(oneInside(widget, '[part=items]')).top);
    expect(boxOf(summary(widget)).top).to.be.within(0, innerHeight - 100);
  });

  it('it says in one sentence what is missing in many, and links to each question', async () => {
    const widget = await sent(trust, { attributes: { required: '' } });
    const text = plain(summary(widget));
    expect(text.split("Choose one, or “Can't say yet”.")).to.have.length(2);
    expect(text.split('Choose one, or “Skip this one”.')).to.have.length(2);
    const wrong = radioGroups(widget).filter((group) => group.getAttribute('aria-invalid') === 'true').map(legendOf);
    expect(wrong).to.have.length(13);
    expect(links(widget).map(plain).sort()).to.eql(wrong.sort());
    expect(links(widget).slice(0, 12).map(plain)).to.eql(linesOf(widget).map(legendOf));
  });

  it('it says for each line what is wrong, if it is not the same everywhere', async () => {
    const widget = await mount('attune-questionnaire', { properties: { instrument: mixed } });
    await resized(widget);
    const [hours, why] = [oneInside<HTMLInputElement>(widget, '[inputmode=numeric], [inputmode=decimal]'), textBoxes(widget)[0]!];
    put(hours, '25');
    put(why, 'so');
    await settled(widget);
    sendButton(widget).click();
    await settled(widget);
    // The words are above the link.
    const said = [...summary(widget).querySelectorAll('ul')].map((list) => [plain(list.previousElementSibling!), plain(list)]);
    const atQuestions = inside(widget, '.item.wrong').map((item) => ['[part=error]', '[part=legend]'].map((part) => plain(item.querySelector(part)!)));
    expect(said).to.have.length(3);
    expect(said).to.eql(atQuestions);
    expect(new Set(said.map(([words]) => words)).size).to.equal(3);
  });

  it('the error is described once: by the group, and not by its radios', async () => {
    const widget = await sent(trust, { attributes: { required: '' } });
    const wrong = radioGroups(widget).filter((group) => group.getAttribute('aria-invalid') === 'true');
    expect(wrong.length).to.be.above(10);
    for (const group of wrong) {
      const [first = ''] = (group.getAttribute('aria-describedby') ?? '').split(' ');
      const error = oneInside(widget, `[id="${first}"]`);
      expect(plain(error)).to.equal("Choose one, or “Can't say yet”.".replace("Can't say yet", wayOut(group)));
      expect(group.querySelectorAll('[part=error]')).to.have.length(1);
      for (const radio of radiosOf(group)) expect(radio.getAttribute('aria-describedby')).to.equal(null);
    }
  });

  it('the line of a question is marked at its start, and the words are at the question', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const home = await container(900);
      home.dir = dir;
      const widget = await mount(trust, { attributes: { required: '' }, into: home });
      await resized(widget);
      sendButton(widget).click();
      await settled(widget);
      const [item] = inside(widget, '.item.wrong');
      const { borderInlineStartWidth, borderInlineStartStyle } = getComputedStyle(item!, '::before');
      expect([borderInlineStartWidth, borderInlineStartStyle]).to.eql(['4px', 'solid']);
      const [legend, error] = ['legend', '[part=error]'].map((part) => boxOf(item!.querySelector(part)!));
      expect(error!.top).to.be.at.least(legend!.bottom - 1);
      expect(error!.bottom).to.be.at.most(boxOf(item!).bottom);
      home.remove();
    }
  });

  it('a link goes to the first control of its question, and shows the question whole in a window of 320 x 256', async function () {
    this.timeout(20_000);
    await setWindow(320, 256);
    const widget = await sent(trust, { width: 320, attributes: { required: '', layout: 'list', length: 'pulse' } });
    const count = links(widget).length;
    expect(count).to.be.at.least(4);
    for (const at of [0, 2, count - 1]) {
      const link = links(widget)[at]!;
      const group = radioGroups(widget).find((one) => legendOf(one) === plain(link))!;
      link.focus();
      await press('Enter');
      await settled(widget);
      await framesPassed();
      focusIsOn(radiosOf(group)[0]);
      expect(isWhole(group.querySelector('legend')!), plain(link)).to.equal(true);
      expect(isWhole(focused()!), plain(link)).to.equal(true);
    }
  });

  it('a link shows the question of a matrix whole, and not under the heads', async () => {
    await setWindow(1000, 300);
    const widget = await sent(trust, { attributes: { required: '' } });
    for (const at of [0, 6, 11]) {
      const link = links(widget)[at]!;
      const group = radioGroups(widget).find((one) => legendOf(one) === plain(link))!;
      link.focus();
      await press('Enter');
      await settled(widget);
      await framesPassed();
      focusIsOn(radiosOf(group)[0]);
      const legend = group.querySelector('legend')!;
      expect(isWhole(legend), plain(link)).to.equal(true);
      const words = document.createRange();
      words.selectNodeContents(legend);
      expect(words.getBoundingClientRect().top).to.be.at.least(boxOf(oneInside(widget, '.heads')).bottom);
    }
  });

  it('it says when everything is mended, and its marks go', async () => {
    const widget = await sent('attune-rapport-check', { attributes: { required: '' } });
    for (let at = 0; at < radioGroups(widget).length; at++) await choose(widget, at, 'Agree');
    expect(plain(summary(widget))).to.contain('You can send it now.');
    expect(inside(widget, '.item.wrong')).to.eql([]);
    expect(inside<HTMLElement>(widget, '[part=error]').filter((error) => error.checkVisibility({ visibilityProperty: true }))).to.eql([]);
    for (const group of radioGroups(widget)) {
      expect(group.getAttribute('aria-invalid')).to.equal('false');
      expect(group.hasAttribute('aria-describedby')).to.equal(false);
    }
  });
});

/** The first option that leaves a question out. */
const wayOut = (group: Element): string => plain(group.querySelector('[part=leave-out]')!);

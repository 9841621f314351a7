import { expect } from '@open-wc/testing';
import '../../src/define/all.ts';
import type { AttuneSession } from '../../src/elements/session/session.ts';
import { small } from './fixtures/definitions.ts';
import { hear, keeps, mount } from './fixtures/host.ts';
import { boxOf, container, hasNoWindowErrors, isMatrix, resized } from './fixtures/layout.ts';
import {
  activate, buttons, choose, chosenIn, focused, focusIsOn, framesPassed, inside, legendOf, oneInside, option, press, question, radioGroups, radiosOf, settled, textBoxes, type,
} from './fixtures/person.ts';

const trust = 'attune-trust-questionnaire';
const seen = { who: 'Your therapist', when: 'before the next session', kept: 'In your file at the clinic' };
const PHONE = 390;
const WIDE = 900;

async function shown(tag: string, width: number, attributes: Record<string, string> = {}): Promise<{ widget: HTMLElement; home: HTMLElement }> {
  const home = await container(width);
  const widget = await mount(tag, { attributes: { ...seen, ...attributes }, into: home });
  await resized(widget);
  return { widget, home };
}
const heading = (widget: Element): string | undefined => inside(widget, '#page')[0]?.textContent ?? undefined;
const isPaged = (widget: Element): boolean => heading(widget) !== undefined;
const turn = async (widget: Element, home: HTMLElement, width: number): Promise<void> => {
  home.style.inlineSize = `${width}px`;
  await resized(widget);
};
/** How far down in the widget something ends. */
const endOf = (widget: Element, part: Element): number => boxOf(part).bottom - boxOf(widget).top;

describe('a questionnaire with layout="auto", the default', () => {
  hasNoWindowErrors();

  it('shows a page at a time in a narrow container: one question, then three', async () => {
    const { widget } = await shown(trust, PHONE);
    expect(heading(widget)).to.equal('Page 1 of 5');
    expect(radioGroups(widget)).to.have.length(1);
    await activate(widget, 'Next');
    expect(radioGroups(widget)).to.have.length(3);
    expect(buttons(widget)).to.include('Back');
  });

  it('shows a list in a wide container, and a narrow one of five questions or fewer', async () => {
    expect(isPaged((await shown(trust, WIDE)).widget)).to.equal(false);
    const home = await container(PHONE);
    const widget = await mount('attune-questionnaire', { properties: { instrument: small }, into: home });
    await resized(widget);
    expect(isPaged(widget)).to.equal(false);
    expect(radioGroups(widget)).to.have.length(4);
    expect(textBoxes(widget)).to.have.length(1);
  });

  it('counts the text size: with text twice as large, more containers are narrow', async () => {
    const home = await container(WIDE, 'font-size: 32px');
    const widget = await mount(trust, { into: home });
    await resized(widget);
    expect(isPaged(widget)).to.equal(true);
  });

  it('is not paged because a condition asks more, and stays paged if it asks less', async () => {
    const { items } = small;
    const more = { ...small, id: 'more', items: [...items.slice(0, 4), { id: 'five', type: 'text', text: 'Five', when: { item: 'one', op: '=', value: 'yes' } }, { id: 'six', type: 'text', text: 'Six', when: { item: 'one', op: '=', value: 'yes' } }] };
    const home = await container(PHONE);
    const widget = await mount('attune-questionnaire', { properties: { instrument: more }, into: home });
    await resized(widget);
    expect(isPaged(widget)).to.equal(true);
    await choose(widget, 0, 'Yes');
    await choose(widget, 0, 'No');
    expect(isPaged(widget)).to.equal(true);
  });

  it('keeps the answers, the focus and the question of the person when a phone is turned', async () => {
    const { widget, home } = await shown(trust, PHONE);
    const values = hear(widget, 'attune-answer');
    await choose(widget, 0, 'Agree');
    await activate(widget, 'Next');
    await activate(widget, 'Next');
    const page = heading(widget);
    const legend = legendOf(radioGroups(widget)[1]!);
    const at = option(radioGroups(widget)[1]!, 'Disagree');
    at.focus();
    await press('Space');
    await settled(widget);
    await turn(widget, home, WIDE);
    expect(isPaged(widget)).to.equal(false);
    expect(isMatrix(widget)).to.equal(true);
    focusIsOn(at);
    expect(chosenIn(question(widget, legend))).to.eql(['Disagree']);
    expect(chosenIn(radioGroups(widget)[0]!)).to.eql(['Agree']);
    await turn(widget, home, PHONE);
    expect(heading(widget)).to.equal(page);
    focusIsOn(at);
    expect(chosenIn(question(widget, legend))).to.eql(['Disagree']);
    expect(values).to.have.length(2);
  });

  it('opens the page of the question that has the focus, else of the last answer', async () => {
    const { widget, home } = await shown(trust, WIDE);
    const legends = radioGroups(widget).map(legendOf);
    await choose(widget, 5, 'Agree');
    await turn(widget, home, PHONE);
    expect(radioGroups(widget).map(legendOf)).to.include(legends[5]);
    await turn(widget, home, WIDE);
    const at = radiosOf(radioGroups(widget)[9]!)[0]!;
    at.focus();
    await turn(widget, home, PHONE);
    expect(radioGroups(widget).map(legendOf)).to.include(legends[9]);
    focusIsOn(at);
  });

  it('keeps a text that is being typed, and the cursor in it', async () => {
    const { widget, home } = await shown('attune-check-in', WIDE);
    const sent = keeps(widget);
    const box = textBoxes(widget)[1]!;
    await type(box, 'I would like ');
    await turn(widget, home, PHONE);
    expect(isPaged(widget)).to.equal(true);
    focusIsOn(box);
    box.setSelectionRange(2, 2);
    await type(box, 'myself ');
    await turn(widget, home, WIDE);
    focusIsOn(box);
    expect(box.selectionStart).to.equal(9);
    await turn(widget, home, PHONE);
    expect((focused() as HTMLTextAreaElement).value).to.equal('I myself would like ');
    await turn(widget, home, WIDE);
    expect(textBoxes(widget).map(({ value }) => value)).to.include('I myself would like ');
    expect(sent).to.eql([]);
  });

  it('has a heading for each page, which gets the focus with Next and Back', async () => {
    const { widget } = await shown(trust, PHONE);
    const page = (): HTMLElement => oneInside(widget, '#page');
    await activate(widget, 'Next');
    focusIsOn(page());
    expect(heading(widget)).to.equal('Page 2 of 5');
    await activate(widget, 'Next');
    focusIsOn(page());
    await activate(widget, 'Back');
    focusIsOn(page());
    expect(heading(widget)).to.equal('Page 2 of 5');
    expect(page().matches('h2, h3, h4')).to.equal(true);
  });

  it('has pages of its own neither narrow nor wide inside a session', async () => {
    for (const width of [PHONE, WIDE]) {
      const home = await container(width);
      const session = await mount<AttuneSession>('attune-session', { children: `<${trust}></${trust}>`, into: home });
      const widget = session.querySelector(trust)!;
      await resized(widget);
      expect(isPaged(widget)).to.equal(false);
      expect(radioGroups(widget).length).to.be.at.least(12);
      expect(buttons(widget)).to.not.include('Next');
      expect([...inside(widget, 'progress'), ...inside(session, 'progress')].length).to.be.at.most(1);
      home.remove();
    }
  });
});

describe('layout="list" and layout="paged"', () => {
  hasNoWindowErrors();

  it('are the same at each width', async () => {
    for (const layout of ['list', 'paged']) {
      const { widget, home } = await shown(trust, WIDE, { layout });
      const counts = (): unknown => [heading(widget), radioGroups(widget).length];
      const before = counts();
      expect(before).to.eql(layout === 'list' ? [undefined, 13] : ['Page 1 of 5', 3]);
      await turn(widget, home, PHONE);
      expect(counts()).to.eql(before);
      await turn(widget, home, WIDE);
      expect(counts()).to.eql(before);
      home.remove();
    }
  });
});

const isFirefox = navigator.userAgent.includes('Firefox/');

describe('the focus ring', () => {
  it('is whole in the window while a person moves through a page with Tab', async () => {
    const home = await container(320);
    const widget = await mount(trust, { attributes: { ...seen, variant: 'session' }, into: home });
    await resized(widget);
    // More than the window holds, so that the browser scrolls.
    home.style.paddingBlock = '1000px';
    const before = document.createElement('button');
    home.prepend(before);
    before.focus();
    await choose(widget, 0, 1);
    before.focus();
    const seenParts: string[] = [];
    for (let step = 0; step < 6; step++) {
      await press('Tab');
      const at = focused()!;
      if (!inside(widget, '*').includes(at)) break;
      await framesPassed();
      seenParts.push(at.localName);
      // Firefox leaves a control where it is if a part of it is in view. Then that part shows the ring.
      const hidden = isFirefox ? boxOf(at).height : 0;
      expect(boxOf(at).top - 5, at.outerHTML).to.be.at.least(-hidden);
      expect(boxOf(at).bottom + 5, at.outerHTML).to.be.at.most(innerHeight + hidden);
    }
    expect(seenParts).to.include.members(['input', 'button']);
  });
});

/** Elements for clients, each with the attributes of its longest opening. */
const openings: [tag: string, attributes: Record<string, string>][] = [
  [trust, { variant: 'intake' }],
  [trust, { variant: 'session' }],
  [trust, { length: 'pulse' }],
  ['attune-empathy-checklist', {}],
  ['attune-benefits-check', {}],
  ['attune-rapport-check', {}],
  ['attune-openness-check', {}],
  ['attune-environment-check', {}],
  ['attune-check-in', {}],
  ['attune-boundary-card', {}],
];

describe('the opening of a questionnaire', () => {
  for (const [tag, attributes] of openings) {
    const name = `<${[tag, ...Object.values(attributes)].join(' ')}>`;

    for (const [who, disclosure] of [['with', seen], ['without', {}]] as const) {
      it(`has the first question in sight on a phone, and its page ends at 844 px: ${name} ${who} who sees it`, async () => {
        const home = await container(PHONE);
        const widget = await mount(tag, { attributes: { ...disclosure, ...attributes }, into: home });
        await resized(widget);
        const items = inside(widget, '.item');
        expect(items).to.not.eql([]);
        expect(Math.max(...items.map((item) => endOf(widget, item)))).to.be.at.most(844);
      });
    }

    it(`has the first question in sight in a window of 1200 x 800: ${name}`, async () => {
      const { widget } = await shown(tag, 1200, attributes);
      const [legend] = inside(widget, '[part=legend]');
      const first = legend!.closest('.item')!;
      expect(endOf(widget, legend!)).to.be.at.most(800);
      for (const control of [...first.querySelectorAll('label:has(input), textarea')].slice(0, 6)) {
        expect(endOf(widget, control)).to.be.at.most(800);
      }
    });
  }
});

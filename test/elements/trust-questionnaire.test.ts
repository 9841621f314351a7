import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import '../../src/define/trust-questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import type { CrisisNotice } from '../../src/ui/safety/crisis-notice.ts';
import { questionnaireContract } from '../contract/questionnaire-contract.ts';
import { hear, keeps, mount, place } from './fixtures/host.ts';
import {
  activate, choose, field, fillByKeyboard, inside, legendOf, option, put, question, radioGroups, read, send, settled, type,
} from './fixtures/person.ts';

const tag = 'attune-trust-questionnaire';

questionnaireContract({
  tag,
  instrument: 'trust-12',
  property: { name: 'variant', value: 'intake', shows: 'Before you start' },
  act: (widget) => choose(widget, 0, 1),
});

describe('<attune-trust-questionnaire>', () => {
  it('accepts twelve items, the 0 to 10 item and a written answer by keyboard alone', async () => {
    const widget = await mount(tag);
    const kept = keeps(widget);
    await fillByKeyboard(widget, { words: 'more time' });
    const { response, score } = kept[0]!;
    expect(response.answers.length).to.equal(14);
    expect(response.answers.at(-1)).to.include({ item: 't-help' }).and.to.deep.include({ values: ['more time'] });
    expect(response.answers[0]).to.deep.include({ item: 't01', values: ['disagree'] });
    expect(response.answers[12]).to.deep.include({ item: 't-now', values: [1] });
    expect(score.status).to.equal('complete');
  });

  it('is by default worded for after a session, with items of both keyings', async () => {
    const widget = await mount(tag);
    expect(read(widget)).to.contain("After today's session").and.to.contain('I felt judged by my therapist.');
    expect(radioGroups(widget).length).to.equal(13);
    await choose(widget, 0, 1);
    expect(widget.value!.instrument).to.deep.include({ id: 'trust-12', options: { variant: 'session', keying: 'mixed' } });
  });

  it('is worded for intake, with positive items only', async () => {
    const widget = await mount(tag, { attributes: { variant: 'intake' } });
    expect(read(widget)).to.contain('These lines are about therapists in general.');
    expect(radioGroups(widget).map(legendOf)).to.include('A therapist would accept me as I am.');
    await choose(widget, 0, 1);
    expect(widget.value!.instrument.options).to.eql({ variant: 'intake', keying: 'positive' });
  });

  it('uses the keying that the host sets', async () => {
    const widget = await mount(tag, { attributes: { keying: 'positive' } });
    expect(radioGroups(widget).map(legendOf)).to.include('I felt accepted by my therapist.');
  });

  it('is a pulse of four items, the 0 to 10 item and a written one', async () => {
    const widget = await mount(tag, { attributes: { length: 'pulse' } });
    expect(radioGroups(widget).length).to.equal(5);
    expect(read(widget)).to.contain('1 minute, 5 questions;');
    await choose(widget, 0, 1);
    expect(widget.value!.instrument.id).to.equal('trust-pulse');
  });

  it('changes the variant while nothing was answered', async () => {
    const widget = await mount(tag);
    widget.setAttribute('variant', 'intake');
    await settled(widget);
    expect(read(widget)).to.contain('Before you start');
  });

  it('keeps the form that was begun when the variant changes, and reports it', async () => {
    const widget = await mount(tag);
    const errors = hear(widget, 'attune-error');
    await choose(widget, 0, 1);
    widget.setAttribute('variant', 'intake');
    await settled(widget);
    expect(read(widget)).to.contain("After today's session");
    expect(widget.value!.answers.length).to.equal(1);
    expect(errors.map(({ detail }) => detail.code)).to.eql(['instrument-in-use']);
  });

  it('keeps the form that was begun also if the host set the record and the person has answered since', async () => {
    const other = await mount(tag);
    await choose(other, 0, 1);
    const widget = await mount(tag, { properties: { value: structuredClone(other.value) } });
    const errors = hear(document, 'attune-error');
    await choose(widget, 1, 0);
    const { value } = widget;
    widget.setAttribute('variant', 'intake');
    await settled(widget);
    expect(widget.value).to.eql(value);
    expect(errors.map(({ detail }) => detail.code)).to.eql(['instrument-in-use']);
  });

  it('changes the variant after reset()', async () => {
    const widget = await mount(tag);
    await choose(widget, 0, 1);
    widget.setAttribute('variant', 'intake');
    await settled(widget);
    widget.reset();
    await settled(widget);
    expect(read(widget)).to.contain('Before you start');
  });

  it('reports once that a pulse has no intake, and an unknown length', async () => {
    const errors = hear(document, 'attune-error');
    const mistakes = (): string[] => errors.map(({ detail }) => detail.message).filter((text) => /pulse/.test(text));
    const widget = await mount(tag, { attributes: { length: 'pulse', variant: 'intake' } });
    expect(mistakes()).to.eql(['variant: Must be session for the pulse']);
    await choose(widget, 0, 1);
    await activate(widget, 'Keep a copy');
    await activate(widget, 'Close');
    expect(mistakes().length).to.equal(1);
    widget.setAttribute('length', 'short');
    widget.reset();
    await settled(widget);
    expect(mistakes()[1]).to.equal('length: Must be one of full, pulse');
  });

  it('keeps full stops at the end of sentences, and text aligned with the page, from right to left', async () => {
    const home = await place();
    home.dir = 'rtl';
    const widget = await mount(tag, { into: home });
    const spot = (text: Text, at: number): DOMRect => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect();
    };
    for (const part of ['progress] span', 'legend', 'concern']) {
      const [element] = inside(widget, `[part=${part}${part.includes(']') ? '' : ']'}`);
      const text = (element!.firstElementChild ?? element!).lastChild as Text;
      expect(spot(text, text.length - 1).left, part).to.be.above(spot(text, 0).left);
    }
    const [title] = inside(widget, 'h2');
    const { right } = spot(title!.lastChild as Text, title!.textContent!.length - 1);
    expect(Math.abs(title!.getBoundingClientRect().right - right)).to.be.below(2);
  });

  it('says below the text field that it is not read right away', async () => {
    const widget = await mount(tag);
    const box = field(widget, 'Is there one thing');
    const described = box.getAttribute('aria-describedby')!.split(' ').map((id) => widget.shadowRoot!.getElementById(id)!.textContent);
    expect(described.join(' ')).to.contain('Not read right away.');
  });

  it('counts a text field that was emptied again as unanswered', async () => {
    const widget = await mount(tag);
    const box = field(widget, 'Is there one thing');
    await type(box, 'a');
    await settled(widget);
    expect(widget.value!.answers).to.deep.include({ item: 't-help', state: 'answered', values: ['a'] });
    put(box, '  ');
    expect(widget.value).to.equal(null);
  });

  it('accepts zero as an answer', async () => {
    const widget = await mount(tag);
    option(question(widget, 'Right now'), '0').click();
    await settled(widget);
    expect(widget.value!.answers).to.eql([{ item: 't-now', state: 'answered', values: [0] }]);
  });

  it('distinguishes unanswered, "can\'t say yet" and an answer in the middle', async () => {
    const widget = await mount(tag);
    const kept = keeps(widget);
    await choose(widget, 0, "Can't say yet");
    await choose(widget, 1, 'In between');
    await send(widget);
    expect(kept[0]!.response.answers).to.eql([
      { item: 't01', state: 'unknown' },
      { item: 't02', state: 'answered', values: ['in-between'] },
    ]);
    expect(kept[0]!.score.status).to.equal('insufficient');
  });

  describe('after sending', () => {
    const sent = async (result?: string) => {
      const widget = await mount(tag, { attributes: result ? { result } : {} });
      keeps(widget);
      for (let at = 0; at < 12; at++) await choose(widget, at, at === 3 ? 'Agree' : at < 10 ? 'Agree' : 'In between');
      await send(widget);
      return widget;
    };

    it('shows no result by default', async () => {
      expect(inside(await sent(), '[part~=result]').length).to.equal(0);
    });

    it('shows words made from the sent record, and no number of the score', async () => {
      const widget = await sent('words');
      const text = inside(widget, '[part~=result]')[0]!.textContent!;
      expect(text).to.contain('of your answers lean towards trust').and.to.contain('I felt judged by my therapist.');
      expect(text).not.to.match(/score|\d\.\d|%|low|moderate|high/i);
      widget.reset();
      await settled(widget);
      expect(inside(widget, '[part~=result]').length).to.equal(0);
    });

    it('shows no score to a client, and reports it whenever the host sets it', async () => {
      const errors = hear(document, 'attune-error');
      const widget = await sent('score');
      expect(inside(widget, '[part~=result]').length).to.equal(0);
      expect(errors.map(({ detail }) => detail.code)).to.eql(['result-refused']);
      const later = await mount(tag);
      later.result = 'score';
      await settled(later);
      expect(errors.length).to.equal(2);
    });

    it('never shows a result on a shared device', async () => {
      const widget = await mount(tag, { attributes: { privacy: 'shared', result: 'words' } });
      keeps(widget);
      await choose(widget, 0, 1);
      await send(widget);
      expect(inside(widget, '[part~=result]').length).to.equal(0);
    });
  });

  describe('shows where to find help', () => {
    const notices = (...widgets: Element[]): number[] => widgets.map((one) => inside(one, '[part~=crisis]').length);

    it('once on a page, in the first widget in page order, also if it was added later', async () => {
      const second = await mount(tag);
      const first = document.createElement(tag);
      first.innerHTML = '<p slot="crisis">0800</p>';
      second.before(first);
      await settled(first);
      await settled(second);
      expect(notices(first, second)).to.eql([1, 0]);
      first.remove();
      await settled(second);
      expect(notices(second)).to.eql([1]);
    });

    it('in the widget that is first after the host moved them', async () => {
      const first = await mount(tag);
      const second = await mount(tag, { into: first.parentElement! });
      expect(notices(first, second)).to.eql([1, 0]);
      second.after(first);
      await settled(first);
      await settled(second);
      expect(notices(second, first)).to.eql([1, 0]);
    });

    it('in the widget that is first on the page, across shadow roots', async () => {
      const home = await place();
      home.innerHTML = '<div></div><p></p><div></div>';
      const [before, between, after] = [...home.children];
      // eslint-disable-next-line wc/no-closed-shadow-root -- a host may use one
      const [open, closed] = [before!.attachShadow({ mode: 'open' }), after!.attachShadow({ mode: 'closed' })];
      const into = (root: ShadowRoot | Element): Promise<AttuneQuestionnaire> =>
        mount(tag, { into: root.appendChild(document.createElement('div')) });
      const last = await into(closed);
      expect(notices(last)).to.eql([1]);
      const middle = await into(between!);
      expect(notices(middle, last)).to.eql([1, 0]);
      const first = await into(open);
      await settled(middle);
      expect(notices(first, middle, last)).to.eql([1, 0, 0]);
      first.remove();
      middle.remove();
      await settled(last);
      expect(notices(last)).to.eql([1]);
    });

    it('once for two copies of the library', async () => {
      const address = '/src/ui/safety/crisis-notice.ts?copy=2';
      const copy = (await import(address)) as { CrisisNotice: typeof CrisisNotice };
      class OtherCopy extends LitElement {
        notice = new copy.CrisisNotice(this, () => true);
        override render(): string {
          return '';
        }
      }
      customElements.define('other-copy', OtherCopy);
      const widget = await mount(tag);
      const other = new OtherCopy();
      widget.before(other);
      await settled(other);
      await settled(widget);
      expect([other.notice.isHere, ...notices(widget)]).to.eql([true, 0]);
      widget.after(other);
      await settled(other);
      await settled(widget);
      expect([other.notice.isHere, ...notices(widget)]).to.eql([false, 1]);
      widget.remove();
      await settled(other);
      expect(other.notice.isHere).to.equal(true);
      other.remove();
    });

    it('in the host\'s own words; without them it is reported, and the person does not see it', async () => {
      const errors = hear(document, 'attune-error');
      const good = await mount(tag);
      expect(inside<HTMLSlotElement>(good, 'slot[name=crisis]')[0]!.assignedElements()[0]!.textContent).to.equal('Call 0800 111.');
      good.remove();
      expect(errors.length).to.equal(0);
      const bare = await mount(tag, { children: '' });
      expect(errors.map(({ detail }) => detail.code)).to.eql(['no-crisis-slot']);
      expect(read(bare)).to.contain('Call your local emergency number').and.not.to.contain('slot');
    });

    it('in full on the first page, in one line on the next', async () => {
      const widget = await mount(tag, { attributes: { layout: 'paged' } });
      expect(read(widget)).to.contain('No one is watching this form');
      await activate(widget, 'Next');
      expect(inside(widget, 'details[part~=crisis] summary')[0]!.textContent).to.equal('If you are in danger');
    });

    it('and that a person can tell someone other than the therapist', async () => {
      const widget = await mount(tag, { children: '<span slot="concern">Write to the ombudsman.</span>' });
      const slot = inside<HTMLSlotElement>(widget, 'slot[name=concern]')[0]!;
      expect(slot.assignedElements()[0]!.textContent).to.equal('Write to the ombudsman.');
      expect(slot.textContent).to.contain('You do not have to tell your therapist first.');
    });
  });

  it('uses the host\'s own interface words', async () => {
    const widget = await mount(tag, { properties: { strings: { erase: 'Alles verwerfen', send: 'Los' } } });
    expect(read(widget)).to.contain('Alles verwerfen').and.not.to.contain('Stop and erase');
  });

  it('uses the heading level of the host\'s page', async () => {
    const widget = await mount(tag, { attributes: { 'heading-level': '4' } });
    expect(inside(widget, '#title')[0]!.getAttribute('aria-level')).to.equal('4');
  });
});

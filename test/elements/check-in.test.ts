import { expect } from '@open-wc/testing';
import '../../src/define/check-in.ts';
import '../../src/define/session.ts';
import type { AttuneCheckIn } from '../../src/elements/check-in/check-in.ts';
import type { Answer, Response } from '../../src/core/record/response.ts';
import { questionnaireContract } from '../contract/questionnaire-contract.ts';
import { hear, keeps, mount, place } from './fixtures/host.ts';
import {
  activate, button, buttons, choose, field, focusIsOn, inside, legendOf, oneInside, press, put, radioGroups, read, send, settled, type,
} from './fixtures/person.ts';

const tag = 'attune-check-in';
const GOAL = 'What is the main thing you want from therapy right now?';
const CLOSE = 'How close do you feel to it today?';
const AGAIN = 'When shall we look at this again?';

/** A check-in of an earlier day, as the host stored it. */
function earlier(id: string, day: string, { goal, close }: { goal?: string; close?: number } = {}): Response {
  const at = `${day}T10:00:00+01:00`;
  const answers: Answer[] = [
    ...(goal === undefined ? [] : [{ item: 'p1', state: 'answered' as const, values: [goal] }]),
    ...(close === undefined ? [] : [{ item: 'p2', state: 'answered' as const, values: [close] }]),
  ];
  return {
    schema: 1,
    id,
    instrument: { id: 'progress-check-in', version: '1.0.0', options: {} },
    status: 'completed',
    startedAt: at,
    completedAt: at,
    locale: 'en',
    answers,
    software: { name: 'attune-elements', version: '0.1.0' },
  };
}

const SLEEP = 'Sleep through the night';
const course = [
  earlier('a', '2026-03-03', { goal: SLEEP, close: 2 }),
  earlier('b', '2026-03-10', { goal: SLEEP, close: 4 }),
  earlier('c', '2026-03-17'),
  earlier('d', '2026-03-24', { goal: SLEEP, close: 5 }),
  earlier('e', '2026-04-07', { goal: 'Talk to my brother', close: 1 }),
];

questionnaireContract({
  tag,
  instrument: 'progress-check-in',
  property: { name: 'earlier', value: course, shows: 'Last time you wrote: Talk to my brother' },
  act: async (widget) => {
    await type(field(widget, GOAL), 'ok');
    await choose(widget, 0, 1);
  },
  begin: async (widget) => {
    put(field(widget, GOAL), 'ok');
    await settled(widget);
  },
  rest: async (widget) => {
    for (const label of [GOAL, 'What has helped', 'What got in the way?']) put(field(widget, label), 'ok');
    put(field(widget, AGAIN), '2030-02-02');
    await settled(widget);
    if (!radioGroups(widget)[0]!.querySelector(':checked')) await choose(widget, CLOSE, 1);
  },
});

describe('<attune-check-in>', () => {
  it('says the day to look again in words in the copy, as it does after sending', async () => {
    const widget = await mount(tag, { attributes: { layout: 'list' } });
    put(field(widget, AGAIN), '2030-02-02');
    await settled(widget);
    await activate(widget, 'Keep a copy');
    expect(oneInside(widget, '[part=answers]').textContent).to.contain('February 2, 2030');
  });

  const placed = (given?: unknown, more: Record<string, string> = {}): Promise<AttuneCheckIn> =>
    mount(tag, { attributes: more, properties: { ...(given !== undefined && { earlier: given }) } });
  const write = async (widget: Element, goal: string): Promise<void> => {
    put(field(widget, GOAL), goal);
    await settled(widget);
  };
  /** The words of the course, line by line. */
  const said = (widget: Element): string[] =>
    inside(widget, '[part~=course] :is(dt, dd)').map((line) => line.textContent!.replace(/\s+/g, ' ').trim());
  const codes = (errors: CustomEvent<{ code: string }>[]): string[] => errors.map(({ detail }) => detail.code);

  it('finds the earlier check-ins among the records of the session around it', async () => {
    const errors = hear(document, 'attune-error');
    const other = { ...course[0]!, instrument: { id: 'trust-12', version: '1.0.0', options: {} } };
    const session = await mount<HTMLElement>('attune-session', {
      properties: { earlier: [other, ...course] },
      children: '<p slot="crisis">Call 0800 111.</p><attune-check-in></attune-check-in>',
    });
    const widget = session.querySelector('attune-check-in')!;
    await settled(widget);
    expect(read(widget)).to.contain('Last time you wrote: Talk to my brother');
    expect(codes(errors)).to.eql([]);
    const elsewhere = await place();
    elsewhere.append(widget);
    await settled(widget);
    expect(read(widget)).to.not.contain('Last time you wrote');
    session.append(widget);
    await settled(widget);
    Object.assign(session, { earlier: course.slice(0, 4) });
    await settled(session);
    await settled(widget);
    expect(read(widget)).to.contain('Last time you wrote: Sleep through the night');
  });

  it('asks how close the goal feels only after a goal is written', async () => {
    const widget = await placed();
    expect(radioGroups(widget).map(legendOf)).not.to.include(CLOSE);
    await type(field(widget, GOAL), 'Sleep');
    await settled(widget);
    expect(legendOf(radioGroups(widget)[0]!)).to.equal(CLOSE);
    await choose(widget, CLOSE, '3');
    await write(widget, '');
    expect(radioGroups(widget).map(legendOf)).not.to.include(CLOSE);
    expect(widget.value!.answers).to.eql([]);
  });

  it('gives the host the answers without a score', async () => {
    const widget = await placed();
    const kept = keeps(widget);
    await write(widget, SLEEP);
    await choose(widget, CLOSE, '0');
    await choose(widget, 'What would you like next?', 'Keep going as we are');
    await choose(widget, 'Do you want to talk', 'I am not sure');
    put(field(widget, AGAIN), '2026-05-03');
    await settled(widget);
    await send(widget);
    expect(kept[0]!.response.answers).to.eql([
      { item: 'p1', state: 'answered', values: [SLEEP] },
      { item: 'p2', state: 'answered', values: [0] },
      { item: 'p5', state: 'answered', values: ['keep-going-as-we-are'] },
      { item: 'p6', state: 'answered', values: ['i-am-not-sure'] },
      { item: 'p7', state: 'answered', values: ['2026-05-03'] },
    ]);
    expect(kept[0]!.score.status).to.equal('unscored');
  });

  describe('with the last goal', () => {
    it('shows it beside today\'s, and never writes it without the person', async () => {
      const widget = await placed(course);
      expect(oneInside(widget, '[part~=last-goal]').textContent).to.equal('Last time you wrote: Talk to my brother');
      expect(field(widget, GOAL).value).to.equal('');
      expect(widget.value).to.equal(null);
    });

    it('uses it again with one key press, and the page receives the same events as for any answer', async () => {
      const widget = await placed(course);
      const events = [hear(document, 'attune-answer'), hear(document, 'input'), hear(document, 'change')];
      const keep = button(widget, 'Keep this');
      expect(widget.shadowRoot!.getElementById(keep.getAttribute('aria-describedby')!)!.textContent).to.contain('Talk to my brother');
      const before = document.createElement('button');
      widget.before(before);
      before.focus();
      await press('Tab');
      focusIsOn(keep);
      await press('Enter');
      await settled(widget);
      expect(field(widget, GOAL).value).to.equal('Talk to my brother');
      focusIsOn(field(widget, GOAL));
      expect(widget.value!.answers).to.eql([{ item: 'p1', state: 'answered', values: ['Talk to my brother'] }]);
      expect(events.map(({ length }) => length)).to.eql([1, 1, 1]);
      expect(radioGroups(widget).map(legendOf)).to.include(CLOSE);
    });

    it('offers it again after the person wrote another goal, and replaces that', async () => {
      const widget = await placed(course);
      await type(field(widget, GOAL), 'Something else');
      await settled(widget);
      button(widget, 'Keep this').click();
      await settled(widget);
      expect(field(widget, GOAL).value).to.equal('Talk to my brother');
      expect(buttons(widget)).not.to.include('Keep this');
      expect(read(widget)).to.contain('Last time you wrote');
    });

    it('shows the last goal that was written, if the latest check-in has none; in any order, and from JSON', async () => {
      const list = [earlier('z', '2026-04-14'), ...[...course].reverse()];
      for (const given of [list, JSON.stringify(list)]) {
        expect(read(await placed(given))).to.contain('Last time you wrote: Talk to my brother');
      }
      const byAttribute = await mount(tag, { attributes: { earlier: JSON.stringify(list) } });
      expect(read(byAttribute)).to.contain('Last time you wrote: Talk to my brother');
    });

    it('shows nothing if there is no earlier check-in', async () => {
      for (const given of [undefined, [], '', '[]', [earlier('z', '2026-04-14')]]) {
        expect(read(await placed(given))).not.to.contain('Last time');
      }
    });

    it('has no button if nothing can be changed', async () => {
      expect(buttons(await placed(course, { readonly: '' }))).not.to.include('Keep this');
      expect(button(await placed(course, { disabled: '' }), 'Keep this').matches(':disabled')).to.equal(true);
    });

    it('shows nothing on a shared device', async () => {
      const widget = await placed(course, { privacy: 'shared' });
      expect(read(widget)).not.to.contain('brother');
      await write(widget, SLEEP);
      await choose(widget, CLOSE, '3');
      expect(inside(widget, '[part~=course]').length).to.equal(0);
      expect(read(widget)).not.to.contain('brother');
    });
  });

  describe('shows how close the goal felt', () => {
    const today = async (goal: string, close: number, given: unknown = course) => {
      const widget = await mount<AttuneCheckIn>(tag, { properties: { earlier: given }, into: await english() });
      await write(widget, goal);
      await choose(widget, CLOSE, String(close));
      return widget;
    };
    const english = async (): Promise<HTMLElement> => {
      const home = await place();
      home.lang = 'en-GB';
      return home;
    };

    it('after the person has answered it for today, not before', async () => {
      const widget = await placed(course);
      expect(inside(widget, '[part~=course]').length).to.equal(0);
      await write(widget, SLEEP);
      expect(inside(widget, '[part~=course]').length).to.equal(0);
      await choose(widget, CLOSE, '3');
      expect(inside(widget, '[part~=course]').length).to.equal(1);
    });

    it('in words: each goal with its dates, the answers and the missing answers', async () => {
      const lines = said(await today('talk to  my brother', 3));
      expect(lines.slice(0, 3)).to.eql([
        SLEEP, '3 March 2026 to 24 March 2026: 2, 4, no answer, 5', 'Then you wrote something new: Talk to my brother',
      ]);
      expect(lines[3]).to.match(/^7 April 2026 to \d+ \w+ \d{4}: 1, 3$/);
      expect(lines.length).to.equal(4);
    });

    it('as lines that break at a gap and at another goal', async () => {
      const widget = await today('Talk to my brother', 3);
      const [rule, lines, dots] = inside(widget, '[part~=chart] path').map((path) => path.getAttribute('d')!);
      // A line joins 2 and 4. 5 is alone after the gap. 1 and 3 belong to another goal.
      expect(lines!.match(/[ML]/g)!.join('')).to.equal('MLMML');
      expect(dots!.match(/M[^M]+/g)).to.eql(['M0 80h.01', 'M20 60h.01', 'M60 50h.01', 'M80 90h.01', 'M100 70h.01']);
      expect(rule).to.contain('M70 0V100');
      expect(oneInside(widget, '[part~=chart]').getAttribute('aria-hidden')).to.equal('true');
      await expect(widget).to.be.accessible();
    });

    it('from right to left on a page in that direction', async () => {
      const home = await place();
      home.dir = 'rtl';
      const widget = await mount(tag, { properties: { earlier: course }, into: home });
      await write(widget, 'Talk to my brother');
      await choose(widget, CLOSE, '3');
      expect(inside(widget, '.dots')[0]!.getAttribute('d')).to.match(/^M100 80h.01M80 60h.01/);
    });

    it('with another goal of today as a new beginning', async () => {
      const lines = said(await today('Go out once a week', 2));
      expect(lines.slice(2, 5)).to.eql([
        'Then you wrote something new: Talk to my brother', '7 April 2026: 1', 'Then you wrote something new: Go out once a week',
      ]);
    });

    it('never with a comment on what it means', async () => {
      for (const close of [0, 10]) {
        const text = oneInside(await today(SLEEP, close), '[part~=course]').textContent!;
        expect(text).not.to.match(/better|worse|more|less|up|down|progress|improve|well|%|\+|-\d/i);
      }
    });

    it('not for a single answer', async () => {
      expect(said(await today(SLEEP, 3, []))).to.eql([]);
      expect(said(await today(SLEEP, 3, [earlier('a', '2026-03-03', { goal: SLEEP })]))).to.eql([]);
      expect(said(await today(SLEEP, 3, [earlier('a', '2026-03-03', { goal: SLEEP, close: 2 })])).length).to.equal(2);
    });

    it('after sending too, with today\'s answer once, also if the host adds it to the earlier ones by then', async () => {
      const widget = await today(SLEEP, 3, [course[0]!]);
      const kept = keeps(widget);
      await send(widget);
      expect(said(widget)[1]).to.match(/: 2, 3$/);
      widget.earlier = [course[0]!, kept[0]!.response];
      await settled(widget);
      expect(said(widget)[1]).to.match(/: 2, 3$/);
    });

    it('after sending, also if today has no answer', async () => {
      const widget = await placed(course);
      hear(document, 'attune-submit');
      await choose(widget, 'Do you want to talk', 'No');
      await send(widget);
      expect(said(widget).at(-1)).to.contain(', no answer');
    });
  });

  it('shows the day to look at this again after sending only', async () => {
    const home = await place();
    home.lang = 'en-GB';
    const widget = await mount(tag, { into: home });
    keeps(widget);
    put(field(widget, AGAIN), '2026-05-03');
    await settled(widget);
    expect(read(widget)).not.to.contain('2026');
    await send(widget);
    expect(oneInside(widget, '[part~=again]').textContent).to.equal('Look at this again: 3 May 2026');
  });

  it('uses the valid earlier check-ins and reports the others once', async () => {
    const errors = hear(document, 'attune-error');
    const strange = { ...earlier('x', '2026-04-08', { goal: SLEEP, close: 2 }), instrument: { id: 'trust-12', version: '1.0.0', options: {} } };
    const widget = await placed([course[0], strange, 7]);
    await write(widget, SLEEP);
    expect(codes(errors)).to.eql(['bad-earlier', 'bad-earlier']);
    expect(errors.map(({ detail }) => detail.message.slice(0, 10))).to.eql(['earlier[1]', 'earlier[2]']);
    expect(read(widget)).to.contain(`Last time you wrote: ${SLEEP}`);
  });

  describe('shows no data of another person', () => {
    const of = (subject: string, at = 0): Response => ({ ...course[at]!, subject });
    const messages = (errors: CustomEvent<{ message: string }>[]): string[] => errors.map(({ detail }) => detail.message);

    it('from the earlier check-ins, if the widget has a subject, and reports it', async () => {
      const errors = hear(document, 'attune-error');
      const widget = await placed([of('me'), of('OTHER', 4), course[1]], { subject: 'me' });
      expect(read(widget)).to.contain(`Last time you wrote: ${SLEEP}`).and.not.to.contain('brother');
      await write(widget, SLEEP);
      await choose(widget, CLOSE, '3');
      expect(said(widget).length, 'one that names nobody is taken').to.equal(2);
      expect(said(widget)[1]).to.match(/: 2, 4, 3$/);
      expect(messages(errors)).to.eql(['earlier[1]: is of another subject']);
    });

    it('if the session around it has a subject', async () => {
      const errors = hear(document, 'attune-error');
      const session = await mount<HTMLElement>('attune-session', {
        attributes: { subject: 'me' },
        properties: { earlier: [of('OTHER')] },
        children: '<p slot="crisis">Call 0800 111.</p><attune-check-in></attune-check-in>',
      });
      const widget = session.querySelector('attune-check-in')!;
      await settled(widget);
      expect(read(widget)).not.to.contain('Last time');
      expect(codes(errors)).to.eql(['bad-earlier']);
      session.setAttribute('subject', 'OTHER');
      await settled(session);
      await settled(widget);
      expect(read(widget)).to.contain('Last time you wrote');
      session.setAttribute('subject', 'me');
      await settled(session);
      await settled(widget);
      expect(read(widget)).not.to.contain('Last time');
    });

    it('when the subject of the widget changes', async () => {
      const widget = await placed([of('me')], { subject: 'me' });
      expect(read(widget)).to.contain('Last time you wrote');
      widget.subject = 'you';
      await settled(widget);
      expect(read(widget)).not.to.contain('Last time');
    });

    it('and no data at all if the records are of two subjects and none is given', async () => {
      const errors = hear(document, 'attune-error');
      expect(read(await placed([of('me'), of('OTHER', 4)]))).not.to.contain('Last time');
      expect(messages(errors)).to.eql(['earlier: is of several subjects']);
      expect(read(await placed([of('me'), of('me', 1), course[2]]))).to.contain('Last time you wrote');
      expect(errors.length).to.equal(1);
    });
  });

  it('reports input that is not a list', async () => {
    for (const given of ['{', '{}', { a: 1 }, '7']) {
      const errors = hear(document, 'attune-error');
      const widget = await placed(given);
      expect(codes(errors)).to.eql(['bad-earlier']);
      expect(read(widget)).not.to.contain('Last time');
    }
  });

  it('uses the host’s words', async () => {
    const widget = await placed(course, {});
    Object.assign(widget, { strings: { 'checkIn.lastTime': 'Letztes Mal:', 'checkIn.keepGoal': 'Behalten' } });
    await settled(widget);
    expect(read(widget)).to.contain('Letztes Mal: Talk to my brother').and.to.contain('Behalten');
  });
});

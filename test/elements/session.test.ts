import { expect } from '@open-wc/testing';
import '../../src/define/session.ts';
import '../../src/define/empathy-checklist.ts';
import '../../src/define/questionnaire.ts';
import '../../src/define/trust-questionnaire.ts';
import type { AttuneSession } from '../../src/elements/session/session.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import type { SessionSubmitDetail } from '../../src/events/session-submit-event.ts';
import { stopClock } from './fixtures/clock.ts';
import { elementContract } from '../contract/element-contract.ts';
import { unheardContract } from '../contract/unheard-contract.ts';
import { printed } from '../contract/filling-contract.ts';
import { collectsGarbage, stillHeld } from './fixtures/garbage.ts';
import { defer, has, hear, keeps, lacks, listen, mount, place, warnings } from './fixtures/host.ts';
import {
  activate, button, buttons, choose, chooseAll, chosenIn, click, focused, focusIsOn, heard, inside, oneInside, press, radioGroups, radiosOf, read, settled,
} from './fixtures/person.ts';

const MINUTE = 60_000;
const tag = 'attune-session';
const children = `
  <p slot="crisis">Call 0800 111.</p>
  <h3>First, one minute</h3>
  <attune-trust-questionnaire length="pulse"></attune-trust-questionnaire>
  <attune-empathy-checklist></attune-empathy-checklist>
  <p>Thank you for your time.</p>`;

elementContract({
  tag,
  children,
  property: { name: 'layout', value: 'list', shows: 'Send' },
});

unheardContract({
  tag,
  type: 'attune-session-submit',
  begun: async (attributes = {}) => {
    const session = await mount<AttuneSession>(tag, { attributes: { layout: 'list', ...attributes }, children });
    await choose(session.querySelector('attune-trust-questionnaire')!, 0, 1);
    return session;
  },
  questionnaire: (session) => session.querySelector<AttuneQuestionnaire>('attune-trust-questionnaire')!,
});

describe('<attune-session>', () => {
  const open = (attributes: Record<string, string> = {}): Promise<AttuneSession> =>
    mount<AttuneSession>(tag, { attributes, children });
  const part = (session: Element, name: string): AttuneQuestionnaire => session.querySelector<AttuneQuestionnaire>(name)!;
  const pulse = (session: Element): AttuneQuestionnaire => part(session, 'attune-trust-questionnaire');
  const empathy = (session: Element): AttuneQuestionnaire => part(session, 'attune-empathy-checklist');
  const isSeen = (element: Element): boolean => element.getClientRects().length > 0;
  const next = (session: Element): Promise<void> => activate(session, 'Next');
  const toTheEnd = async (session: Element): Promise<void> => {
    await next(session);
    if (buttons(session).includes('Next')) await next(session); // blank items are shown once
  };

  /** A host that waits until the test settles the promise. */
  const keepsLater = (session: Element) => {
    const attempts: (SessionSubmitDetail & { keep: () => Promise<void>; refuse: () => Promise<void> })[] = [];
    listen(session, 'attune-session-submit', (event) => {
      const { promise, resolve, reject } = defer();
      event.waitUntil(promise);
      attempts.push({
        ...event.detail,
        keep: () => (resolve(), settled(session)),
        refuse: () => (reject(new Error('no room')), settled(session)),
      });
    });
    return attempts;
  };

  it('aligns the host’s content above and below with its own', async () => {
    const session = await mount<AttuneSession>(tag, {
      children: `<p slot="intro">Welcome.</p><p slot="thanks">Thank you.</p>${children}`,
    });
    const left = (element: Element): number => element.getBoundingClientRect().left;
    const edge = left(oneInside(session, '[part=progress]'));
    const pad = edge - left(session);
    expect(pad).to.be.within(16, 24);
    expect(left(session.querySelector('[slot=intro]')!)).to.equal(edge);
    expect(left(pulse(session))).to.equal(left(session));
    await choose(pulse(session), 0, 0);
    listen(session, 'attune-session-submit', (event) => event.waitUntil(Promise.resolve()));
    for (let round = 0; round < 4; round++) await session.submit();
    await settled(session);
    // The page may have lost its scroll bar, which moves the session.
    expect(left(session.querySelector('[slot=thanks]')!) - left(session)).to.equal(pad);
  });

  describe('in steps', () => {
    it('shows one questionnaire at a time, with the host’s content around it', async () => {
      const session = await open();
      const [title, thanks] = [session.querySelector('h3')!, session.querySelector('p:not([slot])')!];
      expect([title, pulse(session), empathy(session), thanks].map(isSeen)).to.eql([true, true, false, false]);
      expect(read(session)).to.contain('Part 1 of 2');
      await toTheEnd(session);
      expect([title, pulse(session), empathy(session), thanks].map(isSeen)).to.eql([false, false, true, true]);
      expect(read(session)).to.contain('Part 2 of 2');
      focusIsOn(oneInside(session, '[part=progress] span'));
    });

    it('shows its title before the crisis notice, and one progress bar, not two', async () => {
      const session = await open();
      const order = [oneInside(session, '#title'), oneInside(session, '[part~=crisis]'), oneInside(session, 'progress'), pulse(session)];
      const tops = order.map((element) => element.getBoundingClientRect().top);
      expect(tops).to.eql([...tops].sort((a, b) => a - b));
      expect(inside(session, '#title ~ [part~=crisis], slot[name=title] ~ [part~=crisis]').length).to.equal(1);
      expect(oneInside(session, '#title').textContent).to.equal('Your questions');
      expect(inside(session, 'progress').length).to.equal(1);
      expect([pulse(session), empathy(session)].flatMap((one) => inside(one, 'progress'))).to.eql([]);
      expect(read(pulse(session))).to.contain('0 of 5 answered');
    });

    it('shows the title of the host instead, on the first step only', async () => {
      const session = await mount<AttuneSession>(tag, { children: `<h2 slot="title">After your session</h2>${children}` });
      const title = session.querySelector('h2')!;
      expect(isSeen(title)).to.equal(true);
      expect(isSeen(oneInside(session, '#title'))).to.equal(false);
      await toTheEnd(session);
      expect(isSeen(title)).to.equal(false);
    });

    it('goes back, and every answer is still there', async () => {
      const session = await open();
      await choose(pulse(session), 1, 'Agree');
      await toTheEnd(session);
      await activate(session, 'Back');
      expect(isSeen(pulse(session))).to.equal(true);
      expect(pulse(session).value!.answers.map(({ item }) => item)).to.eql(['t01']);
    });

    it('shows once what is blank in a questionnaire that was begun, and then continues', async () => {
      const session = await open();
      await choose(pulse(session), 0, 5);
      await next(session);
      expect(isSeen(pulse(session))).to.equal(true);
      expect(read(pulse(session))).to.contain('You left 4 questions blank');
      focusIsOn(oneInside(pulse(session), '[part~=summary]'));
      await next(session);
      expect(isSeen(empathy(session))).to.equal(true);
    });

    it('does not continue while a required item is blank', async () => {
      const session = await open();
      pulse(session).required = true;
      await settled(pulse(session));
      await next(session);
      await next(session);
      expect(isSeen(pulse(session))).to.equal(true);
      focusIsOn(oneInside(pulse(session), '[part~=error-summary]'));
    });

    it('shows all at once with layout="list"', async () => {
      const session = await open({ layout: 'list' });
      expect([pulse(session), empathy(session)].map(isSeen)).to.eql([true, true]);
      expect(buttons(session)).to.not.include('Next');
      expect(inside(session, 'progress').length).to.equal(0);
    });

    it('leaves sending, copying and erasing to the session, and one crisis notice to it', async () => {
      const session = await open();
      await choose(pulse(session), 0, 5);
      expect(buttons(pulse(session)).filter((label) => /Send|send|copy|erase/.test(label))).to.eql([]);
      expect(inside(session, '[part~=crisis]').length).to.equal(1);
      expect(inside(pulse(session), '[part~=crisis]').length).to.equal(0);
      expect(buttons(session)).to.eql(['Next', 'Keep a copy', 'Stop and erase']);
    });
  });

  describe('sends', () => {
    const filled = async (attributes: Record<string, string> = {}): Promise<AttuneSession> => {
      const session = await open({ subject: 'p-1', encounter: 's-9', author: 'client', ...attributes });
      await chooseAll(pulse(session), 3);
      await toTheEnd(session);
      await chooseAll(empathy(session), 1);
      await settled(session);
      return session;
    };

    it('one event with every record, its score, and the details of the session', async () => {
      const session = await filled();
      const each = keeps(session);
      const attempts = keepsLater(session);
      await activate(session, 'Send');
      expect(attempts.length).to.equal(1);
      expect(each).to.eql([]);
      const { id, submissions } = attempts[0]!;
      expect(id).to.be.a('string').and.not.equal(submissions[0]!.response.id);
      expect(submissions.map(({ response }) => response.instrument.id)).to.eql(['trust-pulse', 'empathy-checklist']);
      for (const { response, score } of submissions) {
        expect(response).to.include({ status: 'completed', subject: 'p-1', encounter: 's-9', author: 'client' });
        expect(score.provenance.instrument).to.equal(response.instrument.id);
      }
    });

    it('the details of a widget rather than those of the session', async () => {
      const session = await filled();
      const attempts = keepsLater(session);
      empathy(session).encounter = 's-10';
      await activate(session, 'Send');
      expect(attempts[0]!.submissions.map(({ response }) => response.encounter)).to.eql(['s-9', 's-10']);
    });

    it('no blank questionnaire', async () => {
      const session = await open();
      await chooseAll(pulse(session), 2);
      await toTheEnd(session);
      const attempts = keepsLater(session);
      await activate(session, 'Send');
      expect(attempts[0]!.submissions.map(({ response }) => response.instrument.id)).to.eql(['trust-pulse']);
    });

    it('nothing if nothing was answered, and says so', async () => {
      const session = await open();
      const attempts = keepsLater(session);
      await toTheEnd(session);
      await activate(session, 'Send');
      expect(attempts).to.eql([]);
      expect(heard(session)).to.equal('You have not answered anything yet.');
    });

    it('clears every questionnaire when the host has saved all records, and fires attune-saved for each', async () => {
      const session = await filled();
      const saved = hear(document, 'attune-saved');
      const attempts = keepsLater(session);
      await activate(session, 'Send');
      expect(heard(session)).to.equal('Sending...');
      expect(has(session, 'sending')).to.equal(true);
      expect(radioGroups(empathy(session))[0]!.matches(':disabled')).to.equal(true);
      await attempts[0]!.keep();
      expect(heard(session)).to.equal('Saved.');
      expect(has(session, 'saved')).to.equal(true);
      await lacks(session, 'sending');
      expect([pulse(session), empathy(session)].map(({ value }) => value)).to.eql([null, null]);
      expect(saved.map(({ detail }) => detail.responseId)).to.eql(attempts[0]!.submissions.map(({ response }) => response.id));
      expect(isSeen(pulse(session))).to.equal(false);
    });

    it('ids that a framework sets as numbers as text', async () => {
      const session = await filled();
      Object.assign(session, { subject: 17, encounter: 204 });
      const attempts = keepsLater(session);
      await activate(session, 'Send');
      for (const { response } of attempts[0]!.submissions) expect(response).to.include({ subject: '17', encounter: '204' });
      await attempts[0]!.keep();
    });

    it('keeps every answer when it fails, and tries again with the identical records', async () => {
      const session = await filled();
      const errors = hear(document, 'attune-error');
      const attempts = keepsLater(session);
      await activate(session, 'Send');
      await attempts[0]!.refuse();
      expect(heard(session)).to.equal('This did not send. Your answers are still here. Try again.');
      expect(errors.map(({ detail }) => detail)).to.deep.include({ code: 'save-failed', message: 'no room', responseId: attempts[0]!.id });
      expect(pulse(session).value!.answers.length).to.be.greaterThan(3);
      await activate(session, 'Try again');
      expect(attempts[1]!.id).to.equal(attempts[0]!.id);
      expect(attempts[1]!.submissions).to.eql(attempts[0]!.submissions);
      await attempts[1]!.keep();
      expect(heard(session)).to.equal('Saved.');
    });

    it('after a change, sends a record that replaces the earlier one, and the others unchanged', async () => {
      const session = await filled();
      const attempts = keepsLater(session);
      await activate(session, 'Send');
      await attempts[0]!.refuse();
      await choose(empathy(session), 0, 'No');
      await activate(session, 'Send');
      const [first, second] = attempts;
      expect(second!.id).to.not.equal(first!.id);
      expect(second!.submissions[0]!.response).to.eql(first!.submissions[0]!.response);
      expect(second!.submissions[1]!.response.replaces).to.equal(first!.submissions[1]!.response.id);
    });

    it('has one submission, also if submit() is called again', async () => {
      const session = await filled();
      const attempts = keepsLater(session);
      const all = [session.submit(), session.submit()];
      await settled(session);
      await click(oneInside(session, '[part~=submit]'));
      expect(attempts.length).to.equal(1);
      await attempts[0]!.keep();
      expect(await Promise.all(all)).to.eql(['saved', 'saved']);
    });

    it('goes back to editing when the host prevents it', async () => {
      const session = await filled();
      listen(session, 'attune-session-submit', (event) => event.preventDefault());
      expect(await session.submit()).to.equal('prevented');
      expect(heard(session)).to.equal('');
      expect(radioGroups(empathy(session))[0]!.matches(':disabled')).to.equal(false);
    });

    it('does not say that it is saved until the host confirms it', async () => {
      const session = await filled();
      const events = hear(session, 'attune-session-submit');
      await activate(session, 'Send');
      expect(heard(session)).to.equal('Thank you. This page has your answers.');
      expect(has(session, 'sent')).to.equal(true);
      expect(pulse(session).value).to.not.equal(null);
      session.acknowledge(events[0]!.detail.id);
      await settled(session);
      expect(heard(session)).to.equal('Saved.');
      expect(pulse(session).value).to.equal(null);
    });

    it('offers everything again when the host calls fail()', async () => {
      const session = await filled();
      const events = hear(session, 'attune-session-submit');
      await activate(session, 'Send');
      session.fail(events[0]!.detail.id);
      await settled(session);
      expect(heard(session)).to.contain('Your answers are still here');
      expect(pulse(session).value).to.not.equal(null);
    });

    it('refuses submit() on a widget inside', async () => {
      const session = await filled();
      expect(await pulse(session).submit()).to.equal('prevented');
      expect(warnings.some((line) => line.includes('in-session'))).to.equal(true);
    });
  });

  describe('loses and duplicates nothing', () => {
    const answered = async (attributes: Record<string, string> = {}): Promise<AttuneSession> => {
      const session = await open({ layout: 'list', ...attributes });
      await chooseAll(pulse(session), 3);
      await settled(session);
      return session;
    };

    it('allows no change while the records are on their way, also for a long time', async () => {
      const clock = stopClock();
      const session = await answered();
      const attempts = keepsLater(session);
      await activate(session, 'Send');
      await clock.pass(31_000);
      await settled(session);
      expect(heard(session)).to.contain('This is still sending');
      expect(radioGroups(pulse(session))[0]!.matches(':disabled')).to.equal(true);
      await activate(session, 'Try again');
      expect(attempts[1]!.submissions).to.eql(attempts[0]!.submissions);
      await attempts[0]!.keep();
      expect(heard(session)).to.equal('Saved.');
    });

    it('clears only what it has sent', async () => {
      const home = await place();
      home.innerHTML = `<attune-session layout="list"><p slot="crisis">x</p>
        <attune-trust-questionnaire length="pulse"></attune-trust-questionnaire>
        <form method="post"><attune-empathy-checklist></attune-empathy-checklist></form></attune-session>`;
      const session = home.querySelector<AttuneSession>(tag)!;
      await settled(session);
      await chooseAll(pulse(session), 2);
      await choose(empathy(session), 0, 1);
      const attempts = keepsLater(session);
      await activate(session, 'Send');
      expect(attempts[0]!.submissions.map(({ response }) => response.instrument.id)).to.eql(['trust-pulse']);
      await attempts[0]!.keep();
      expect(pulse(session).value).to.equal(null);
      expect(empathy(session).value!.answers.length).to.equal(1);
    });

    it('sends unchanged records under the same id, also after the host prevented it', async () => {
      const session = await answered();
      const events = hear(session, 'attune-session-submit');
      listen(session, 'attune-session-submit', (event) => event.preventDefault());
      await session.submit();
      await session.submit();
      expect(new Set(events.map(({ detail }) => detail.id)).size).to.equal(1);
    });

    it('still says that it failed when an attribute changes', async () => {
      const session = await answered();
      const attempts = keepsLater(session);
      await activate(session, 'Send');
      await attempts[0]!.refuse();
      pulse(session).who = 'Your therapist';
      await settled(pulse(session));
      await settled(session);
      expect(has(session, 'failed')).to.equal(true);
      expect(buttons(session)).to.include('Try again');
    });

    it('shows the current answers in a copy after a change', async () => {
      const session = await answered();
      const attempts = keepsLater(session);
      await activate(session, 'Send');
      await attempts[0]!.refuse();
      await choose(pulse(session), 'My therapist was honest', 'Totally agree');
      await activate(session, 'Keep a copy');
      expect(read(session)).to.match(/My therapist was honest with me\. ?Totally agree/);
    });

    it('ignores a widget in a named slot, and includes one in a shadow root', async () => {
      const home = await place();
      home.innerHTML = `<attune-session layout="list"><p slot="crisis">x</p><div id="host"></div>
        <attune-empathy-checklist slot="thanks"></attune-empathy-checklist></attune-session>`;
      const session = home.querySelector<AttuneSession>(tag)!;
      const inner = document.createElement('attune-trust-questionnaire');
      inner.length = 'pulse';
      home.querySelector('#host')!.attachShadow({ mode: 'open' }).append(inner);
      await settled(inner);
      await settled(session);
      await chooseAll(inner, 2);
      expect(buttons(session)).to.include('Send');
      expect(buttons(empathy(session))).to.include('Send');
    });

    if (collectsGarbage) {
      it('forgets a questionnaire that is removed from it, also the one of the step where the person is', async () => {
        const session = await open();
        await choose(pulse(session), 0, 1);
        await toTheEnd(session);
        const remove = async (): Promise<WeakRef<Element>> => {
          const widget = empathy(session);
          await choose(widget, 0, 1);
          widget.remove();
          await settled(session);
          await click(session.parentElement!.appendChild(document.createElement('button')));
          return new WeakRef(widget);
        };
        expect(await stillHeld([await remove()])).to.eql([]);
      });
    }

    it('belongs to one session if one is inside another', async () => {
      const home = await place();
      home.innerHTML = `<attune-session id="outer" layout="list"><attune-late-inner>${children}</attune-late-inner></attune-session>`;
      const [outer, inner] = [home.querySelector<AttuneSession>('#outer')!, home.querySelector<AttuneSession>('attune-late-inner')!];
      await settled(outer);
      customElements.define('attune-late-inner', class extends (customElements.get(tag)! as new () => AttuneSession) {});
      inner.layout = 'list';
      await settled(inner);
      await chooseAll(pulse(inner), 2);
      const attempts = [keepsLater(inner), keepsLater(outer)];
      await outer.submit();
      void inner.submit();
      await settled(inner);
      expect(attempts.map(({ length }) => length)).to.eql([1, 1]); // the outer session receives the event of the inner one
      expect(attempts[1]![0]!.id).to.equal(attempts[0]![0]!.id);
    });

    it('is not blocked by a readonly widget', async () => {
      const session = await answered();
      empathy(session).readonly = true;
      empathy(session).required = true;
      await settled(empathy(session));
      const attempts = keepsLater(session);
      await activate(session, 'Send');
      expect(attempts.length).to.equal(1);
    });
  });

  describe('on a shared device', () => {
    const answeredElsewhere = async (): Promise<AttuneQuestionnaire> => {
      const widget = await mount('attune-trust-questionnaire', { attributes: { length: 'pulse' } });
      await choose(widget, 0, 5);
      return widget;
    };
    const becomesShared = async (session: AttuneSession): Promise<void> => {
      session.privacy = 'shared';
      await settled(session);
    };
    const ways: Record<string, () => Promise<AttuneSession>> = {
      'from the beginning': () => open({ privacy: 'shared', layout: 'list' }),
      'from now on': async () => {
        const session = await open({ layout: 'list' });
        await choose(pulse(session), 0, 5);
        await becomesShared(session);
        return session;
      },
    };

    for (const [since, start] of Object.entries(ways)) {
      it(`erases its questionnaires when nobody is active: ${since}`, async () => {
        const clock = stopClock();
        const session = await start();
        await choose(pulse(session), 0, 4);
        await choose(empathy(session), 0, 1);
        await clock.pass(5 * MINUTE);
        expect([pulse(session), empathy(session)].map(({ value }) => value)).to.eql([null, null]);
      });

      it(`erases a questionnaire after its own time: ${since}`, async () => {
        const clock = stopClock();
        const session = await start();
        empathy(session).idleMinutes = 2;
        await choose(empathy(session), 0, 1);
        await clock.pass(2 * MINUTE);
        expect(empathy(session).value).to.equal(null);
      });

      it(`gives the browser nothing to store of its questionnaires: ${since}`, async () => {
        const { setFormValue } = ElementInternals.prototype;
        const last = new Map<ElementInternals, unknown[]>();
        ElementInternals.prototype.setFormValue = function (this: ElementInternals, ...given: Parameters<typeof setFormValue>) {
          last.set(this, given);
          setFormValue.apply(this, given);
        };
        try {
          const session = await start();
          await choose(empathy(session), 0, 1);
          expect([...last.values()].flat().every((one) => one === null)).to.equal(true);
          expect(last.size).to.equal(2);
        } finally {
          ElementInternals.prototype.setFormValue = setFormValue;
        }
      });

      it(`takes nothing from an earlier visit: ${since}`, async () => {
        const session = await start();
        const before = pulse(session).value;
        const earlier = await answeredElsewhere();
        (pulse(session) as unknown as { formStateRestoreCallback(state: string): void }).formStateRestoreCallback(JSON.stringify(earlier.value));
        expect(pulse(session).value).to.eql(before);
      });
    }

    it('is a personal one again when the host says so', async () => {
      const clock = stopClock();
      const session = await open({ privacy: 'shared', layout: 'list' });
      await choose(pulse(session), 0, 5);
      session.privacy = 'personal';
      await settled(session);
      await clock.pass(6 * MINUTE);
      expect(pulse(session).value).not.to.equal(null);
    });

    it('takes a questionnaire with answers that comes later', async () => {
      const clock = stopClock();
      const session = await open({ privacy: 'shared', layout: 'list' });
      const late = await answeredElsewhere();
      session.append(late);
      await settled(late);
      await clock.pass(5 * MINUTE);
      expect(late.value).to.equal(null);
    });
  });

  describe('with a questionnaire that is erased when idle', () => {
    const warned = async () => {
      const clock = stopClock();
      const session = await open();
      pulse(session).privacy = empathy(session).privacy = 'shared';
      await choose(pulse(session), 0, 5);
      await toTheEnd(session);
      await choose(empathy(session), 0, 1);
      const pass = async (time: number): Promise<void> => {
        await clock.pass(time);
        for (const one of [pulse(session), empathy(session), session]) await settled(one);
      };
      await pass(4 * MINUTE);
      return { session, pass };
    };
    const isWarned = (element: Element): boolean => read(element).includes('Are you still there?');

    it('shows one warning for all, in the step where the person is', async () => {
      const { session } = await warned();
      const { top, bottom } = oneInside(session, '[part=idle]').getBoundingClientRect();
      expect(top >= 0 && bottom <= innerHeight).to.equal(true);
      expect([session, pulse(session), empathy(session)].map(isWarned)).to.eql([true, false, false]);
      expect([pulse(session), empathy(session)].map(isSeen)).to.eql([false, true]);
    });

    const ways: Record<string, (session: AttuneSession) => Promise<unknown>> = {
      'the button': (session) => activate(session, 'I am still here'),
      Escape: () => press('Escape'),
      'an answer': (session) => choose(empathy(session), 0, 0),
    };
    for (const [way, act] of Object.entries(ways)) {
      it(`gives all of them more time: ${way}`, async () => {
        const { session, pass } = await warned();
        await act(session);
        await pass(0);
        expect(isWarned(session)).to.equal(false);
        await pass(4 * MINUTE);
        expect([pulse(session), empathy(session)].map(({ value }) => value?.answers.length)).to.eql([1, 1]);
      });
    }

    it('erases them, and shows one that says that it was erased', async () => {
      const { session, pass } = await warned();
      await pass(MINUTE);
      expect([pulse(session), empathy(session)].map(({ value }) => value)).to.eql([null, null]);
      expect(isWarned(session)).to.equal(false);
      expect([pulse(session), empathy(session)].some((one) => isSeen(one) && heard(one).startsWith('Erased'))).to.equal(true);
    });
  });

  it('opens the step of a questionnaire that the form around it cannot submit yet', async () => {
    const home = await place();
    home.innerHTML = `<form method="post"><attune-session>${children}</attune-session></form>`;
    const session = home.querySelector<AttuneSession>(tag)!;
    await settled(session);
    await toTheEnd(session);
    pulse(session).required = true;
    await settled(pulse(session));
    home.querySelector('form')!.requestSubmit();
    await settled(pulse(session));
    await settled(session);
    expect(isSeen(pulse(session))).to.equal(true);
    focusIsOn(oneInside(pulse(session), '[part~=error-summary]'));
  });

  it('keeps the focus when the send button disappears, and asks before it erases', async () => {
    const session = await open({ layout: 'list' });
    await chooseAll(pulse(session), 3);
    await activate(session, 'Stop and erase');
    focusIsOn(oneInside(session, '#title'));
    await activate(session, 'Keep them');
    const attempts = keepsLater(session);
    await activate(session, 'Send');
    await attempts[0]!.keep();
    expect(session.shadowRoot!.activeElement).to.not.equal(null);
  });

  it('focuses the heading of a page, also if a button to hide is above it', async () => {
    const session = await open({ layout: 'list', 'quick-hide': '', review: '' });
    await chooseAll(pulse(session), 3);
    for (const label of ['Stop and erase', 'Keep them', 'Look at my answers']) {
      await activate(session, label);
      if (label !== 'Keep them') focusIsOn(oneInside(session, '#title'));
    }
  });

  it('focuses the status after a copy is closed, not the button that hides', async () => {
    const session = await open({ layout: 'list', 'quick-hide': '' });
    await chooseAll(pulse(session), 3);
    const attempts = keepsLater(session);
    await activate(session, 'Send');
    await attempts[0]!.keep();
    await activate(session, 'Keep a copy');
    await activate(session, 'Close');
    focusIsOn(oneInside(session, '[role=status]'));
  });

  it('hides the whole session at once', async () => {
    const session = await open({ layout: 'list', 'quick-hide': '' });
    await activate(session, 'Hide this');
    expect(isSeen(pulse(session))).to.equal(false);
    expect(buttons(session)).to.eql(['Show']);
    await activate(session, 'Show');
    expect(isSeen(pulse(session))).to.equal(true);
  });

  it('has no step for a questionnaire without an instrument', async () => {
    const session = await open();
    const lost = document.createElement('attune-questionnaire');
    lost.setAttribute('instrument', 'nothing-like-it');
    session.prepend(lost);
    await settled(session);
    expect(read(session)).to.contain('Part 1 of 2');
    expect(isSeen(pulse(session))).to.equal(true);
  });

  it('stays at the questionnaire that the person is filling in, also if others are inserted before it', async () => {
    const session = await open();
    const before = (): void => session.prepend(document.createElement('attune-empathy-checklist'));
    before();
    await settled(session);
    expect(isSeen(pulse(session))).to.equal(false);
    await next(session);
    expect(isSeen(pulse(session))).to.equal(true);
    before();
    await settled(session);
    expect(isSeen(pulse(session))).to.equal(true);
    expect(read(session)).to.contain('Part 3 of 4');
    await activate(session, 'Back');
    expect(read(session)).to.contain('Part 2 of 4');
    await click(radiosOf(radioGroups(session.children[1]!)[0]!)[0]!);
    before();
    await settled(session);
    expect(read(session)).to.contain('Part 3 of 5');
  });

  it('reports that a session in a session sends by itself', async () => {
    const errors = hear(document, 'attune-error');
    const outer = await open();
    const inner = document.createElement(tag);
    outer.append(inner);
    await settled(outer);
    expect(errors.map(({ detail }) => detail.code)).to.eql(['nested-session']);
  });

  it('shows content that the host adds later', async () => {
    const session = await open({ layout: 'list' });
    const more = document.createElement('p');
    more.textContent = 'One more word';
    session.append(more);
    await new Promise((done) => setTimeout(done));
    await settled(session);
    expect(isSeen(more)).to.equal(true);
  });

  it('shows each whole questionnaire, and one Next button', async () => {
    const session = await open();
    pulse(session).layout = 'paged';
    await settled(pulse(session));
    expect(buttons(pulse(session)).filter((label) => label === 'Next')).to.eql([]);
    expect(radioGroups(pulse(session)).length).to.equal(5);
  });

  describe('shows all answers again', () => {
    it('before they are sent, with review', async () => {
      const session = await open({ review: '' });
      await chooseAll(pulse(session), 3);
      await toTheEnd(session);
      const attempts = keepsLater(session);
      await activate(session, 'Look at my answers');
      expect(read(session)).to.contain("After today's session").and.to.contain('Agree').and.to.contain('Left blank');
      focusIsOn(oneInside(session, '#title'));
      const sizes = ["After today's session", 'My therapist was honest with me.'].map((text) =>
        parseFloat(getComputedStyle(inside(session, 'dt').find(({ textContent }) => textContent === text)!).fontSize));
      expect(sizes[0]).to.be.above(sizes[1]! * 1.2);
      expect(attempts).to.eql([]);
      await activate(session, 'Send');
      expect(attempts.length).to.equal(1);
    });

    it('as a copy, also after they were saved, but not on a shared device', async () => {
      const session = await open();
      await chooseAll(pulse(session), 3);
      await toTheEnd(session);
      const attempts = keepsLater(session);
      await activate(session, 'Send');
      await attempts[0]!.keep();
      await activate(session, 'Keep a copy');
      expect(read(session)).to.match(/My therapist was honest with me\. ?Agree/);
      session.privacy = 'shared';
      session.reset();
      await settled(session);
      await choose(pulse(session), 0, 5);
      expect(buttons(session)).to.not.include('Keep a copy');
    });
  });

  it('erases every questionnaire after asking', async () => {
    const session = await open();
    await choose(pulse(session), 0, 5);
    await activate(session, 'Stop and erase');
    expect(oneInside(session, '#title').textContent).to.equal('Erase your answers? They cannot be brought back.');
    await activate(session, 'Erase');
    expect(pulse(session).value).to.equal(null);
    expect(heard(session)).to.equal('Erased. Nothing was sent.');
    focusIsOn(oneInside(session, '[role=status]'));
    expect(read(session)).to.not.contain('Stop and erase');
  });

  it('still says that it is saved when the host clears its drafts, and restores none of them', async () => {
    for (const moment of ['on the way', 'afterwards']) {
      const session = await open({ layout: 'list' });
      const attempts = keepsLater(session);
      await chooseAll(pulse(session), 3);
      const draft = pulse(session).value;
      pulse(session).value = structuredClone(draft);
      const saved = hear(session, 'attune-saved');
      await activate(session, 'Send');
      if (moment === 'on the way') pulse(session).value = null;
      await attempts[0]!.keep();
      for (const value of [null, draft, attempts[0]!.submissions[0]!.response, null]) {
        pulse(session).value = value;
        await settled(session);
      }
      expect(saved.length, moment).to.equal(1);
      expect(heard(session), moment).to.equal('Saved.');
      expect(has(session, 'saved'), moment).to.equal(true);
      expect(pulse(session).value, moment).to.equal(null);
    }
  });

  it('does not accept a draft that the person has erased, until the host resets it', async () => {
    const session = await open();
    await choose(pulse(session), 0, 5);
    const draft = pulse(session).value;
    await activate(session, 'Stop and erase');
    await activate(session, 'Erase');
    pulse(session).value = draft;
    await settled(session);
    expect(pulse(session).value).to.equal(null);
    session.reset();
    pulse(session).value = draft;
    expect(pulse(session).value).to.eql(draft);
  });

  it('does not say after erasing that nothing was sent, if something was sent since the person started', async () => {
    const session = await open({ layout: 'list' });
    const attempts = keepsLater(session);
    await chooseAll(pulse(session), 3);
    await activate(session, 'Send');
    await attempts[0]!.refuse();
    await activate(session, 'Stop and erase');
    await activate(session, 'Erase');
    expect(read(session)).to.contain('What you sent before may have arrived.').and.not.contain('Nothing was sent');
    await activate(session, 'Start again');
    await choose(pulse(session), 0, 5);
    await activate(session, 'Stop and erase');
    await activate(session, 'Erase');
    expect(read(session)).to.contain('Erased. Nothing was sent.');
  });

  it('shows no copy of sent answers to the next person who comes back to the page', async () => {
    const session = await open({ layout: 'list' });
    const attempts = keepsLater(session);
    await chooseAll(pulse(session), 3);
    await activate(session, 'Send');
    await attempts[0]!.keep();
    await activate(session, 'Keep a copy');
    const comesBack = (persisted: boolean): Promise<void> => {
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));
      return settled(session);
    };
    await comesBack(false);
    expect(read(session)).to.contain('My therapist was honest with me.');
    await comesBack(true);
    expect(read(session)).not.to.contain('My therapist was honest with me.');
    expect(buttons(session)).not.to.include('Keep a copy');
  });

  it('removes the frame for printing when it is reset or hidden', async () => {
    for (const act of [(session: AttuneSession) => session.reset(), (session: AttuneSession) => activate(session, 'Hide this')]) {
      const session = await open({ 'quick-hide': '' });
      await choose(pulse(session), 0, 5);
      await activate(session, 'Keep a copy');
      await printed(() => button(session, 'Print').click());
      expect(inside(session, 'iframe').length).to.equal(1);
      await act(session);
      await settled(session);
      expect(inside(session, 'iframe').length).to.equal(0);
    }
  });

  it('erases the others too if one has no instrument yet', async () => {
    const session = await open();
    await choose(pulse(session), 1, 'Agree');
    const lost = document.createElement('attune-questionnaire');
    lost.setAttribute('instrument', 'nothing-like-it');
    session.prepend(lost);
    await settled(session);
    session.reset();
    expect(pulse(session).value).to.equal(null);
    await settled(session);
    await choose(pulse(session), 1, 'Agree');
    await activate(session, 'Stop and erase');
    await activate(session, 'Erase');
    expect(pulse(session).value).to.equal(null);
  });

  it('includes widgets that existed before it, and removes those that leave', async () => {
    const home = await place();
    home.innerHTML = `<attune-late-session>${children}</attune-late-session>`;
    const session = home.firstElementChild as AttuneSession;
    await settled(pulse(session));
    customElements.define('attune-late-session', class extends (customElements.get(tag)! as new () => AttuneSession) {});
    await settled(session);
    await settled(pulse(session));
    expect(buttons(pulse(session))).to.not.include('Send');
    const alone = pulse(session);
    home.append(alone);
    await settled(alone);
    await choose(alone, 0, 5);
    expect(buttons(alone)).to.include('Send');
    expect(inside(session, 'progress').length).to.equal(0);
  });

  it('only shows the steps inside a form, which sends', async () => {
    const home = await place();
    home.innerHTML = `<form method="post"><attune-session>${children}</attune-session></form>`;
    const session = home.querySelector<AttuneSession>(tag)!;
    await settled(session);
    await choose(pulse(session), 0, 5);
    await toTheEnd(session);
    expect(buttons(session)).to.not.include('Send');
    expect(buttons(session)).to.include('Stop and erase');
    expect(inside(session, '[part~=crisis]').length).to.equal(1);
    expect([...new FormData(home.querySelector('form')!).keys()]).to.include('trust-pulse');
  });

  it('has the host’s latest details of the sitting in the entries of the form around it', async () => {
    const home = await place();
    home.innerHTML = `<form method="post"><attune-session subject="p-1">${children}</attune-session></form>`;
    const [form, session] = [home.querySelector('form')!, home.querySelector<AttuneSession>(tag)!];
    await settled(session);
    await choose(pulse(session), 0, 5);
    Object.assign(session, { subject: 'p-2', encounter: 's-9', author: 'client' });
    await settled(session);
    await settled(pulse(session));
    const whole = JSON.parse(String(new FormData(form).get('trust-pulse'))) as object;
    expect(whole).to.include({ subject: 'p-2', encounter: 's-9', author: 'client' });
  });

  it('keeps the answers of a questionnaire in a closed step while a person is active in another', async () => {
    const clock = stopClock();
    const session = await open();
    pulse(session).privacy = 'shared';
    await choose(pulse(session), 0, 5);
    await toTheEnd(session);
    for (const answer of [0, 1, 2]) {
      await clock.pass(3 * MINUTE);
      await choose(empathy(session), 0, answer);
    }
    expect(isSeen(empathy(session))).to.equal(true);
    expect(pulse(session).value).to.not.equal(null);
  });

  it('can be filled in and sent by keyboard alone', async () => {
    const session = await open();
    const attempts = keepsLater(session);
    const before = document.createElement('button');
    session.before(before);
    before.focus();
    for (let step = 0; step < 150 && !attempts.length; step++) {
      await press('Tab');
      const at = focused() as HTMLInputElement;
      if (at.type === 'radio' && !chosenIn(at.closest('fieldset')!).length) await press('Space');
      else if (at.matches('[part~=next], [part~=submit]')) await press('Enter');
      await settled(session);
    }
    expect(attempts[0]!.submissions.map(({ response }) => response.answers.length)).to.eql([5, 12]);
  });

  it('reports once that it has no local help of the host; the widgets inside do not report it', async () => {
    const errors = hear(document, 'attune-error');
    const session = await mount<AttuneSession>(tag, { children: children.replace(/<p slot.*?<\/p>/, '') });
    await choose(pulse(session), 0, 5);
    expect(errors.map(({ target, detail }) => [(target as Element).localName, detail.code])).to.eql([[tag, 'no-crisis-slot']]);
  });

  describe('with an invalid attribute', () => {
    const wrong = { author: 'counsellor', layout: 'tabs', privacy: 'open', 'heading-level': '7' };
    for (const [name, value] of Object.entries(wrong)) {
      it(`reports it once: ${name}="${value}"`, async () => {
        const errors = hear(document, 'attune-error');
        const session = await open({ [name]: value });
        session.review = true;
        await settled(session);
        const reports = errors.filter(({ target }) => target === session).map(({ detail }) => detail);
        expect(reports.map(({ code }) => code)).to.eql(['bad-attribute']);
        expect(reports[0]!.message).to.contain(name);
      });
    }

    it('sends the records without an invalid author', async () => {
      const session = await open({ layout: 'list', author: 'counsellor' });
      const attempts = keepsLater(session);
      await chooseAll(pulse(session), 2);
      await activate(session, 'Send');
      expect(attempts[0]!.submissions[0]!.response).to.not.have.property('author');
    });

    it('shows all at once for an unknown layout, and offers no copy for an unknown privacy', async () => {
      const session = await open({ layout: 'tabs', privacy: 'open' });
      expect([pulse(session), empathy(session)].map(isSeen)).to.eql([true, true]);
      await choose(pulse(session), 0, 5);
      expect(buttons(session)).to.not.include('Keep a copy');
    });

    it('uses the default if the host removes one, and reports nothing', async () => {
      const errors = hear(document, 'attune-error');
      const session = await open({ layout: 'list', privacy: 'shared', author: 'client', 'heading-level': '3' });
      for (const name of Object.keys(wrong)) session.removeAttribute(name);
      await settled(session);
      expect([pulse(session), empathy(session)].map(isSeen)).to.eql([true, false]);
      await choose(pulse(session), 0, 5);
      expect(buttons(session)).to.include('Keep a copy');
      expect(errors.map(({ detail }) => detail.code)).to.eql([]);
    });
  });

  it('reports earlier records that it cannot read, and continues', async () => {
    const errors = hear(document, 'attune-error');
    const session = await open({ earlier: '{' });
    expect(read(session)).to.contain('Part 1 of 2');
    expect(errors.map(({ detail }) => detail.code)).to.include('bad-earlier');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Session } from '../../src/core/answering/session.ts';
import type { Instance } from '../../src/core/answering/snapshot.ts';
import type { Submission } from '../../src/core/record/submission.ts';
import { answer, initialState, openPage, pointOutBlanks, showErrors, type QuestionnaireState } from '../../src/ui/questionnaire/questionnaire-state.ts';
import { isSameView, viewOf, whatStops, wrongItems, type Facts, type Settings } from '../../src/ui/questionnaire/questionnaire-view.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import { resolveInstrument } from '../../src/core/instrument/resolve-instrument.ts';
import { sessionOf } from '../core/fixtures/sessions.ts';

const plain: Settings = {
  isPaged: false,
  isRequired: false,
  isReadonly: false,
  isDisabled: false,
  isSentByOther: false,
  isInSitting: false,
  isShared: false,
  hasReview: false,
};
const idle: Submission = { state: 'idle' };

const trust = resolveInstrument(trust12, {});
assert.ok(trust.ok);
const { instrument } = trust;
const choices = instrument.items.filter(({ type }) => type === 'choice');
const session = (answered = 0): Session => {
  const made = sessionOf(instrument);
  for (const { id } of choices.slice(0, answered)) made.answer(id, ['agree']);
  return made;
};
/** A filling session with a rejected answer. */
const spoiled = (): Session => {
  const made = session(2);
  made.answer('t01', ['no such choice']);
  return made;
};

const listed = ({ current }: Session, keys: readonly string[]): Instance[] =>
  current.instances.filter(({ key }) => keys.includes(key));
const pointedOut = (of: Session): QuestionnaireState => pointOutBlanks(initialState, listed(of, of.current.blank));

interface Given {
  of?: Session;
  settings?: Partial<Settings>;
  state?: QuestionnaireState;
  submission?: Submission;
  isUnsent?: boolean;
}
const factsOf = ({ of = session(), settings, state = initialState, submission = idle, isUnsent = false }: Given = {}): Facts => ({
  settings: { ...plain, ...settings },
  snapshot: of.current,
  state,
  submission,
  isUnsent,
});
const view = (given?: Given) => viewOf(factsOf(given));
const record = session(1).current.response;
const at = (page: number, of: Session = session(1)): Session => {
  of.goTo(page);
  return of;
};

describe('the buttons below the items', () => {
  const offered: [when: string, given: Given, actions: string[]][] = [
    ['blank', {}, ['send', 'erase']],
    ['with an answer', { of: session(1) }, ['send', 'copy', 'erase']],
    ['on a device that others use', { of: session(1), settings: { isShared: true } }, ['send', 'erase']],
    ['in a form', { of: session(1), settings: { isSentByOther: true } }, ['copy', 'erase']],
    ['in a session', { of: session(1), settings: { isSentByOther: true, isInSitting: true } }, []],
    ['with nothing to send', { of: session(1), isUnsent: true }, ['copy', 'erase']],
    ['read only', { of: session(1), settings: { isReadonly: true } }, ['send', 'copy']],
    ['disabled', { of: session(1), settings: { isDisabled: true } }, ['send', 'copy']],
    ['on the first page, blank', { settings: { isPaged: true } }, ['next', 'erase']],
    ['on the first page, with an answer', { of: session(1), settings: { isPaged: true } }, ['next', 'send', 'copy', 'erase']],
    ['on the second page', { of: at(2), settings: { isPaged: true } }, ['back', 'next', 'send', 'copy', 'erase']],
  ];
  for (const [when, given, actions] of offered) {
    it(`${when}: ${actions.join(', ') || 'none'}`, () => assert.deepEqual(view(given).offers, actions));
  }

  it('on the last page: no next', () => {
    const last = at(session().current.pages.length);
    assert.ok(!view({ of: last, settings: { isPaged: true } }).offers.includes('next'));
    assert.ok(view({ of: last, settings: { isPaged: true } }).isLast);
  });
});

describe('the send button', () => {
  it('keeps its words while the person answers, so that no button beside it moves', () => {
    assert.equal(view({ of: session(1) }).sends, 'send');
    assert.equal(view({ of: session(choices.length) }).sends, 'send');
  });
  it('sends what is answered so far, once blank items were pointed out', () => {
    assert.equal(view({ of: session(1), state: pointedOut(session(1)) }).sends, 'sendPart');
  });
  it('sends what is answered so far before the last page', () => {
    assert.equal(view({ of: session(1), settings: { isPaged: true } }).sends, 'sendPart');
  });
  it('sends everything if every item is required', () => {
    assert.equal(view({ of: session(1), settings: { isRequired: true } }).sends, 'send');
  });
  it('opens the review first, and sends from there', () => {
    assert.equal(view({ settings: { hasReview: true } }).sends, 'review');
    assert.equal(view({ settings: { hasReview: true }, state: openPage(initialState, 'review') }).sends, 'send');
  });
  it('is disabled with the widget', () => assert.equal(view({ settings: { isDisabled: true } }).isDisabled, true));
});

describe('what prevents sending', () => {
  const stops: [when: string, given: Given, stop: ReturnType<typeof whatStops>][] = [
    ['an answer that cannot be used', { of: spoiled() }, 'errors'],
    ['blank items that nobody pointed out', { of: session(1) }, 'blanks'],
    ['nothing, once the blank items were pointed out', { of: session(1), state: pointedOut(session(1)) }, undefined],
    ['blank items that must be dealt with, each time', { of: session(1), settings: { isRequired: true }, state: pointedOut(session(1)) }, 'errors'],
    ['the review, as the last thing', { of: session(1), settings: { hasReview: true }, state: pointedOut(session(1)) }, 'review'],
    ['nothing in the review', { of: session(1), settings: { hasReview: true }, state: openPage(pointedOut(session(1)), 'review') }, undefined],
    ['nothing where a session leaves the whole questionnaire out', { settings: { isInSitting: true } }, undefined],
    ['blank items in a session, once something is answered', { of: session(1), settings: { isInSitting: true } }, 'blanks'],
    ['nothing where answers cannot be changed', { of: spoiled(), settings: { isReadonly: true } }, undefined],
  ];
  for (const [when, given, stop] of stops) it(when, () => assert.equal(whatStops(factsOf(given)), stop));
});

describe('the screen', () => {
  const sent: Submission = { state: 'sent', record, attempt: 1 };
  it('is the form at first', () => assert.equal(view().screen, 'form'));
  it('shows the thanks after sending, but does not replace a copy or a question', () => {
    assert.equal(view({ submission: sent }).screen, 'over');
    assert.equal(view({ submission: sent, state: openPage(initialState, 'review') }).screen, 'over');
    assert.equal(view({ submission: sent, state: openPage(initialState, 'copy') }).screen, 'copy');
    assert.equal(view({ submission: sent, state: openPage(initialState, 'erase') }).screen, 'erase');
  });
  it('is hidden while the person hides it, whatever else happens', () => {
    assert.equal(view({ submission: sent, state: { ...initialState, isHidden: true } }).screen, 'hidden');
  });
  it('accepts no input while the record is on its way', () => {
    assert.equal(view({ submission: { state: 'sending', record, attempt: 1, slow: false } }).isLocked, true);
  });
});

describe('the summary', () => {
  it('is empty until blank items or errors were shown', () => assert.deepEqual(view({ of: session(1) }).summary, []));
  it('lists the blank items', () => {
    const of = session(1);
    const { summary, summaryOf } = view({ of, state: pointedOut(of) });
    assert.deepEqual(summary.map(({ key }) => key), of.current.blank);
    assert.equal(summaryOf, 'blanks');
  });
  it('lists the errors instead, if there are any', () => {
    const of = spoiled();
    const { summary, summaryOf } = view({ of, state: showErrors(pointedOut(of), listed(of, of.current.rejected)) });
    assert.deepEqual(summary.map(({ key }) => key), ['t01']);
    assert.equal(summaryOf, 'errors');
  });
  it('keeps an error that the person corrects, as mended, and gains none while they type', () => {
    const of = spoiled();
    const shown = showErrors(initialState, listed(of, of.current.rejected));
    of.answer('t01', ['agree']);
    of.answer('t02', ['no such choice']);
    const state = answer(shown, wrongItems(of.current, plain));
    assert.deepEqual([...state.errors], []);
    const { summary, mended } = view({ of, state });
    assert.deepEqual(summary, shown.summary!.instances);
    assert.deepEqual(mended, ['t01']);
    assert.ok(state.mended.get('t01')!.rejected, 'the words of the error stay the same');
  });
  it('keeps a blank item that the person answers, as mended', () => {
    const of = session(2);
    const state = pointedOut(of);
    of.answer('t03', ['agree']);
    assert.deepEqual(view({ of, state }).mended, ['t03']);
  });
});

describe('the place of a button that the first answer adds', () => {
  it('is free before', () => {
    assert.deepEqual(view().reserved, ['copy']);
    assert.deepEqual(view({ settings: { isPaged: true } }).reserved, ['send', 'copy']);
    assert.deepEqual(view({ of: session(1), settings: { isPaged: true } }).reserved, []);
  });
  it('is not there if the button never comes', () => {
    assert.deepEqual(view({ settings: { isShared: true } }).reserved, []);
    assert.deepEqual(view({ settings: { isInSitting: true, isSentByOther: true } }).reserved, []);
  });
});

describe('an answer', () => {
  it('leaves the view the same if only its item changes', () => {
    const of = session(2);
    const before = view({ of });
    of.answer('t03', ['agree']);
    assert.ok(isSameView(before, view({ of })));
  });
  it('changes the view if it is the first', () => {
    const of = session();
    const before = view({ of });
    of.answer('t01', ['agree']);
    assert.ok(!isSameView(before, view({ of })));
  });
  it('changes the view if it removes an item from the summary', () => {
    const of = session(2);
    const state = pointedOut(of);
    const before = view({ of, state });
    of.answer('t03', ['agree']);
    assert.ok(!isSameView(before, view({ of, state })));
  });
});

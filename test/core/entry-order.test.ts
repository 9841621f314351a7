import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EntryMode, Item } from '../../src/core/instrument/instrument.ts';
import { blankInReach } from '../../src/core/answering/entry-order.ts';
import type { Session } from '../../src/core/answering/session.ts';
import type { Instance } from '../../src/core/answering/snapshot.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { intake } from './fixtures/intake.ts';
import { sessionOf } from './fixtures/sessions.ts';

const question = (id: string, more: object = {}): Item => ({ id, type: 'text', text: id, ...more });
const number = (id: string, more: object = {}): Item => ({ id, type: 'integer', text: id, max: 9, ...more });
const group = (id: string, items: Item[], more: object = {}): Item => ({ id, type: 'group', text: id, items, ...more }) as Item;
const inOrder = (entryMode: EntryMode, items: Item[], options?: Parameters<typeof sessionOf>[1]): Session => sessionOf({ ...intake, entryMode, items }, options);

const inWords = (one: Instance): string => (one.children.length ? `${one.key}(${one.children.map(inWords).join(' ')})` : one.key);
const pages = (session: Session): string[] => session.current.pages.map((page) => page.map(inWords).join(' '));
/** Whether the session goes to a page. */
const goes = (session: Session, to: number): boolean => {
  const outcome = session.goTo(to);
  if (!outcome.ok) assert.deepEqual([outcome.problem.path, outcome.problem.code], ['page', 'next-in-order']);
  assert.equal(session.current.page === to, outcome.ok);
  return outcome.ok;
};

describe('an instrument with an order', () => {
  for (const mode of ['sequential', 'prior-edit'] as const) {
    it(`has each question on a page, also in groups: ${mode}`, () => {
      const items = [{ id: 'w', type: 'display', text: 'w' } as Item, question('a', { items: [question('why')] }), question('b'), group('g', [question('c'), question('d')])];
      assert.deepEqual(pages(inOrder(mode, items)), ['w a(why)', 'b', 'g(c)', 'g(d)']);
    });

    it(`keeps the pages that the instrument says, and its headers: ${mode}`, () => {
      const items = [
        { id: 'h', type: 'display', text: 'h', layout: 'header' } as Item,
        question('a'), question('b'), group('p', [question('c'), question('d')], { layout: 'page' }), question('e'), question('f'),
      ];
      assert.deepEqual(pages(inOrder(mode, items)), ['h a', 'h b', 'h p(c d)', 'h e', 'h f']);
    });

    it(`has the same page objects while nothing on them changes: ${mode}`, () => {
      const session = inOrder(mode, [group('g', [question('a'), question('b')]), group('p', [question('c')], { layout: 'page' }), question('d')]);
      const before = session.current.pages;
      session.answer('b', ['x']);
      assert.deepEqual(session.current.pages.map((page, i) => page === before[i]), [true, false, true, true]);
    });

    it(`goes ahead only when what is required there has an answer that is right: ${mode}`, () => {
      const session = inOrder(mode, [number('a', { required: true }), number('b'), number('c')]);
      assert.equal(goes(session, 2), false);
      session.answer('a', [10]);
      assert.equal(goes(session, 2), false);
      session.answer('a', [1]);
      assert.equal(goes(session, 2), true);
      assert.equal(goes(session, 3), true);
    });

    it(`goes ahead when a required item was left out for a reason: ${mode}`, () => {
      const session = inOrder(mode, [number('a', { required: true }), number('b')]);
      session.leaveOut('a', 'declined');
      assert.equal(goes(session, 2), true);
    });

    it(`asks for a required group on its last page: ${mode}`, () => {
      const session = inOrder(mode, [group('g', [number('a'), number('b')], { required: true }), number('c')]);
      assert.equal(goes(session, 2), true);
      assert.equal(goes(session, 3), false);
      session.answer('b', [1]);
      assert.equal(goes(session, 3), true);
    });
  }

  it('of prior-edit goes back to any page, and ahead again over what is answered', () => {
    const session = inOrder('prior-edit', ['a', 'b', 'c'].map((id) => number(id)));
    for (const page of [2, 3, 1, 3]) assert.equal(goes(session, page), true);
  });

  it('of prior-edit is continued on its first page', () => {
    const items = ['a', 'b', 'c'].map((id) => number(id));
    const session = inOrder('prior-edit', items);
    for (const id of ['a', 'b', 'c']) session.answer(id, [1]);
    assert.equal(inOrder('prior-edit', items, { restore: session.current.response }).current.page, 1);
  });

  it('of prior-edit does not go ahead over a question that an answer has added', () => {
    const session = inOrder('prior-edit', [number('a'), number('b', { required: true, when: { item: 'a', op: '=', value: 1 } }), number('c')]);
    goes(session, 2);
    assert.equal(session.current.pages.length, 2);
    goes(session, 1);
    session.answer('a', [1]);
    assert.equal(goes(session, 3), false);
    assert.equal(goes(session, 2), true);
  });
});

describe('a sequence', () => {
  it('goes to the next page only, and not back', () => {
    const session = inOrder('sequential', ['a', 'b', 'c', 'd'].map((id) => number(id)));
    session.answer('a', [1]);
    session.answer('b', [1]);
    assert.equal(goes(session, 3), false);
    assert.equal(goes(session, 2), true);
    assert.equal(goes(session, 1), false);
  });

  it('goes back at its end to what prevents sending, so that nobody is stuck', () => {
    const late = number('a', { required: true, when: { item: 'c', op: '=', value: 1 } });
    const session = inOrder('sequential', [late, number('b'), number('c')]);
    session.answer('b', [1]);
    goes(session, 2);
    session.answer('c', [1]);
    // The question that was added is before the others.
    assert.deepEqual([pages(session), session.current.page], [['a', 'b', 'c'], 2]);
    assert.equal(goes(session, 1), false);
    assert.equal(goes(session, 3), true);
    assert.equal(goes(session, 2), false);
    assert.equal(goes(session, 1), true);
  });

  it('is continued on the last page with an answer', () => {
    const items = ['a', 'b', 'c', 'd'].map((id) => number(id, id === 'd' ? { initial: [3] } : {}));
    const session = inOrder('sequential', items);
    session.answer('a', [1]);
    session.answer('b', [1]);
    const restored = inOrder('sequential', items, { restore: session.current.response });
    assert.equal(restored.current.page, 2);
    restored.reset();
    assert.equal(restored.current.page, 1);
    restored.reset(session.current.response);
    assert.equal(restored.current.page, 2);
  });

  it('is continued on an earlier page with a blank question, which the person may not have seen', () => {
    const items = ['a', 'b', 'c'].map((id) => number(id));
    const session = inOrder('sequential', items);
    session.answer('a', [1]);
    session.answer('c', [1]);
    assert.equal(inOrder('sequential', items, { restore: session.current.response }).current.page, 2);
  });

  it('stays on its page, also if something on it is wrong', () => {
    const session = inOrder('sequential', [number('a', { required: true }), number('b')]);
    assert.equal(goes(session, 1), true);
  });

  it('is continued on a page with a text to read', () => {
    const items = [number('a'), { id: 'w', type: 'display', text: 'w' } as Item, number('b'), number('c')];
    const session = inOrder('sequential', items);
    for (const id of ['a', 'b']) session.answer(id, [1]);
    assert.equal(inOrder('sequential', items, { restore: session.current.response }).current.page, 2);
  });

  it('is continued on a page with several questions, of which one is answered', () => {
    const items = [number('a'), group('g', [number('b'), number('c')]), group('h', [number('d'), number('e', { optional: true })], { layout: 'page' })];
    const session = inOrder('sequential', items);
    for (const id of ['a', 'b', 'c', 'd']) session.answer(id, [1]);
    const { pages, page } = inOrder('sequential', items, { restore: session.current.response }).current;
    assert.deepEqual([page, pages.length], [4, 4]);
  });

  it('is continued on its first page without an answer', () => {
    const items = [number('a'), number('b')];
    const { response } = inOrder('sequential', items).current;
    assert.equal(inOrder('sequential', items, { restore: response }).current.page, 1);
  });
});

describe('a definition', () => {
  it('may have an order', () => {
    for (const entryMode of ['sequential', 'prior-edit']) {
      const read = readDefinition({ ...intake, options: {}, items: [number('a')], scoring: undefined, result: undefined, entryMode });
      assert.equal(read.ok && read.definition.entryMode, entryMode);
    }
  });
});

describe('the blank questions that a person can still reach', () => {
  const blank = (mode: EntryMode | undefined, to: number): readonly string[] => {
    const session = inOrder('prior-edit', ['a', 'b', 'c'].map((id) => number(id)));
    session.goTo(to);
    return blankInReach({ entryMode: mode }, session.current);
  };

  it('are those from this page on in a sequence, and all of them otherwise', () => {
    assert.deepEqual(blank('sequential', 2), ['b', 'c']);
    assert.deepEqual(blank('sequential', 1), ['a', 'b', 'c']);
    assert.deepEqual(blank('prior-edit', 2), ['a', 'b', 'c']);
    assert.deepEqual(blank(undefined, 2), ['a', 'b', 'c']);
  });
});

describe('an instrument without an order', () => {
  it('goes to any page, whatever is blank', () => {
    const session = sessionOf({ ...intake, items: ['a', 'b', 'c'].map((id) => number(id, { required: true })) }, { pageSize: 1 });
    for (const page of [3, 1, 2]) assert.equal(goes(session, page), true);
  });
});

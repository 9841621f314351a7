import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GroupItem, Item } from '../../src/core/instrument/instrument.ts';
import type { Session } from '../../src/core/answering/session.ts';
import type { Instance } from '../../src/core/answering/snapshot.ts';
import { intake } from './fixtures/intake.ts';
import { sessionOf } from './fixtures/sessions.ts';

const question = (id: string, more: object = {}): Item => ({ id, type: 'text', text: id, ...more });
const words = (id: string): Item => ({ id, type: 'display', text: id });
const group = (id: string, items: Item[], repeats?: GroupItem['repeats']): Item => ({
  id,
  type: 'group',
  text: id,
  items,
  ...(repeats && { repeats }),
});

const paged = (items: Item[], pageSize?: number): Session => sessionOf({ ...intake, items }, pageSize ? { pageSize } : {});

const inWords = (one: Instance): string =>
  one.children.length ? `${one.key}(${one.children.map(inWords).join(' ')})` : one.key;
const pages = (session: Session): string[] => session.current.pages.map((page) => page.map(inWords).join(' '));

describe('pages', () => {
  it('have three questions each by default', () => {
    assert.deepEqual(pages(paged(['a', 'b', 'c', 'd'].map((id) => question(id)))), ['a b c', 'd']);
  });

  it('have as many questions as requested', () => {
    assert.deepEqual(pages(paged(['a', 'b', 'c'].map((id) => question(id)), 2)), ['a b', 'c']);
    assert.deepEqual(pages(paged(['a', 'b', 'c', 'd'].map((id) => question(id)), Infinity)), ['a b c d']);
  });

  it('have fewer questions on the first page, if requested', () => {
    const first = (items: Item[]): string[] => pages(sessionOf({ ...intake, items }, { firstPageSize: 1, pageSize: 2 }));
    assert.deepEqual(first(['a', 'b', 'c', 'd'].map((id) => question(id))), ['a', 'b c', 'd']);
    assert.deepEqual(first([words('w'), question('a'), question('b')]), ['w a', 'b']);
    const members = ['a', 'b', 'c'].map((id) => question(id));
    assert.deepEqual(first([group('g', members), group('h', members)]), ['g(a)', 'g(b c)', 'h(a b)', 'h(c)']);
  });

  it('have text together with the question after it, and text at the end with the question before it', () => {
    const items = [words('w1'), question('a'), question('b'), words('w2'), words('w3'), question('c'), words('w4')];
    assert.deepEqual(pages(paged(items, 2)), ['w1 a b', 'w2 w3 c w4']);
  });

  it('have an optional question at the end on the page before it', () => {
    assert.deepEqual(pages(paged([question('a'), question('b'), question('c', { optional: true })], 2)), ['a b c']);
    assert.deepEqual(pages(paged([question('a'), question('b', { optional: true }), question('c')], 1)), ['a', 'b', 'c']);
  });

  it('have the groups at the end that ask one optional question on the page before them', () => {
    const own = group('own', [question('o', { optional: true })], { min: 2, max: 5, add: 'Add' });
    assert.deepEqual(pages(paged([group('g', [question('a'), question('b'), own])], 2)), ['g(a b own.0(o.0) own.1(o.1))']);
    // Not if they ask more, must be answered, or are followed by a question.
    const more = group('more', [question('o', { optional: true }), question('p', { optional: true })]);
    assert.deepEqual(pages(paged([question('a'), more], 2)), ['a', 'more(o p)']);
    assert.deepEqual(pages(paged([question('a'), group('must', [question('o')])], 2)), ['a', 'must(o)']);
    assert.deepEqual(pages(paged([question('a'), group('own', [question('o', { optional: true })]), question('b')], 2)), ['a', 'own(o)', 'b']);
  });

  it('have a group on pages of its own, with its heading on each', () => {
    const items = [question('a'), words('w'), group('g', ['b', 'c', 'd'].map((id) => question(id))), question('e')];
    assert.deepEqual(pages(paged(items, 2)), ['a', 'w g(b c)', 'g(d)', 'e']);
  });

  it('have each repetition and each nested group on pages of its own', () => {
    const inner = group('in', [question('x'), question('y'), question('z')]);
    const items = [group('g', [question('a'), inner], { add: 'Add' })];
    const session = paged(items, 2);
    session.add('g');
    assert.deepEqual(pages(session), ['g.0(a.0)', 'g.0(in.0(x.0 y.0))', 'g.0(in.0(z.0))', 'g.1(a.1)', 'g.1(in.1(x.1 y.1))', 'g.1(in.1(z.1))']);
  });

  it('do not have a group with nothing to show', () => {
    const never = { when: { any: [] } };
    assert.deepEqual(pages(paged([question('a'), group('g', [question('b', never)]), question('c')])), ['a c']);
  });

  it('exist: there is at least one', () => {
    assert.deepEqual(paged([]).current.pages, [[]]);
    assert.deepEqual(pages(paged([words('w')])), ['w']);
  });

  it('are the same objects while nothing on them changes, also with parts of groups', () => {
    const items = [question('a'), group('g', [group('in', ['b', 'c', 'd', 'e'].map((id) => question(id)))])];
    const session = paged(items, 2);
    assert.deepEqual(pages(session), ['a', 'g(in(b c))', 'g(in(d e))']);
    const before = session.current.pages;
    session.answer('d', ['x']);
    assert.deepEqual(session.current.pages.map((page, i) => page === before[i]), [true, true, false]);
    assert.ok(Object.isFrozen(session.current.pages[2]?.[0]?.children));
  });
});

describe('turning pages', () => {
  const session = (): Session =>
    paged([question('a'), question('b', { when: { item: 'a', is: 'answered' } }), question('c', { when: { item: 'b', is: 'answered' } })], 1);

  it('goes to an existing page, and to no other', () => {
    const one = session();
    one.answer('a', ['x']);
    assert.deepEqual(one.goTo(2), { ok: true });
    assert.equal(one.current.page, 2);
    for (const page of [0, 3, 1.5, -1, NaN, Infinity]) {
      const outcome = one.goTo(page);
      assert.equal(!outcome.ok && outcome.problem.code, 'one-of-the-pages');
    }
    assert.equal(one.current.page, 2);
  });

  it('shows the last page if the current one no longer exists', () => {
    const one = session();
    one.answer('a', ['x']);
    one.answer('b', ['x']);
    one.goTo(3);
    one.clear('b');
    assert.equal(one.current.page, 2);
    one.clear('a');
    assert.equal(one.current.page, 1);
  });
});

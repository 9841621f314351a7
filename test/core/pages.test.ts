import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GroupItem, Item } from '../../src/core/instrument/instrument.ts';
import type { Session } from '../../src/core/answering/session.ts';
import type { Instance } from '../../src/core/answering/snapshot.ts';
import { saysPages } from '../../src/core/answering/form-pages.ts';
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
    const followed = question('b', { items: [question('c', { optional: true })] });
    assert.deepEqual(pages(paged([question('a'), group('own', [question('o', { optional: true })]), followed], 2)), ['a', 'own(o)', 'b(c)']);
    // Nor if there is no page before them.
    assert.deepEqual(pages(paged([own], 2)), ['own.0(o.0)', 'own.1(o.1)']);
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
      assert.deepEqual(!outcome.ok && [outcome.problem.path, outcome.problem.code], ['page', 'one-of-the-pages']);
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

describe('pages that the instrument says', () => {
  const page = (id: string, items: Item[], more: object = {}): Item => ({ ...group(id, items), layout: 'page', ...more }) as Item;

  it('are those of its items, and what is between them', () => {
    const items = [question('a'), question('b'), page('p', ['c', 'd', 'e', 'f'].map((id) => question(id))), question('g'), page('q', [question('h')])];
    assert.deepEqual(pages(paged(items, 1)), ['a b', 'p(c d e f)', 'g', 'q(h)']);
  });

  it('can be a single question', () => {
    assert.deepEqual(pages(paged([question('a'), question('b', { layout: 'page' }), question('c'), question('d')])), ['a', 'b', 'c d']);
  });

  it('exist in an instrument if one of its items is a page, at any depth', () => {
    const says = (...items: Item[]): boolean[] => {
      const instrument = { ...intake, items };
      return [saysPages(instrument), saysPages(instrument)];
    };
    assert.deepEqual(says(question('a'), group('g', [question('b')])), [false, false]);
    assert.deepEqual(says(question('a', { layout: 'header' })), [false, false]);
    assert.deepEqual(says(question('a'), page('p', [question('b')])), [true, true]);
    assert.deepEqual(says(question('a'), group('g', [question('b'), page('p', [question('c')])])), [true, true]);
  });

  it('are in their group, which is on each of them', () => {
    const tabs = group('tabs', [page('p', [question('a')]), page('q', [question('b')])]);
    assert.deepEqual(pages(paged([tabs, question('c')])), ['tabs(p(a))', 'tabs(q(b))', 'c']);
  });

  it('that are not asked do not exist', () => {
    const session = paged([question('a'), page('p', [question('b')], { when: { item: 'a', is: 'answered' } })]);
    assert.deepEqual(pages(session), ['a']);
    session.answer('a', ['x']);
    assert.deepEqual(pages(session), ['a', 'p(b)']);
  });

  it('have the headers first and the footers last, on each page', () => {
    const items = [{ ...words('h'), layout: 'header' } as Item, ...['a', 'b', 'c'].map((id) => question(id)), { ...words('f'), layout: 'footer' } as Item];
    assert.deepEqual(pages(paged(items, 2)), ['h a b f', 'h c f']);
  });

  it('stay the same objects while their answers do', () => {
    const session = paged([page('p', [question('a')]), page('q', [question('b')])]);
    const [, before] = session.current.pages;
    session.answer('a', ['x']);
    assert.equal(session.current.pages[1], before);
  });
});

describe('a required group', () => {
  const required = (items: Item[], more: object = {}): Item => ({ ...group('g', items), required: true, ...more }) as Item;

  it('needs an answer to one of its questions', () => {
    const session = paged([required([question('a'), question('b')])]);
    assert.deepEqual(session.current.needed, ['g']);
    session.answer('b', ['x']);
    assert.deepEqual(session.current.needed, []);
    session.clear('b');
    session.leaveOut('a', 'declined');
    assert.deepEqual(session.current.needed, [], 'a reason for leaving out is an answer');
  });

  it('is the only one that needs an answer', () => {
    assert.deepEqual(paged([group('g', [question('a')]), question('b')]).current.needed, []);
    const hidden = required([question('a')], { hidden: true });
    assert.deepEqual(paged([hidden, question('b')]).current.needed, []);
  });

  it('in a repeating group needs an answer in each repetition', () => {
    const session = paged([group('days', [required([question('a')])], { min: 2, max: 3 })]);
    assert.deepEqual(session.current.needed, ['g.0', 'g.1']);
    session.answer('a', ['x'], [0]);
    assert.deepEqual(session.current.needed, ['g.1']);
  });

  it('is not listed beside a question in it that must be answered anyway', () => {
    assert.deepEqual(paged([required([question('a', { required: true }), question('b')])]).current.needed, ['a']);
  });

  it('that repeats needs an answer in one of its repetitions', () => {
    const session = paged([required([question('a')], { repeats: { min: 2, max: 3 } })]);
    assert.deepEqual(session.current.needed, ['g.0']);
    session.answer('a', ['x'], [1]);
    assert.deepEqual(session.current.needed, []);
  });

  it('is not needed while it is not asked, or if the person can answer nothing in it', () => {
    const session = paged([question('first'), required([question('a')], { when: { item: 'first', is: 'answered' } })]);
    assert.deepEqual(session.current.needed, []);
    session.answer('first', ['x']);
    assert.deepEqual(session.current.needed, ['g']);
    session.clear('first');
    assert.deepEqual(session.current.needed, []);
    assert.deepEqual(paged([required([question('a')], { repeats: { min: 0 } })]).current.needed, []);
    assert.deepEqual(paged([required([words('w'), question('a', { readOnly: true })])]).current.needed, []);
  });
});

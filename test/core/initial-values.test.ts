import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instrument, Item } from '../../src/core/instrument/instrument.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import type { Session } from '../../src/core/answering/session.ts';
import { intake } from './fixtures/intake.ts';
import { answers, instance } from './fixtures/session-view.ts';
import { completed, sessionOf } from './fixtures/sessions.ts';

const form = (items: Item[]): Instrument => ({ ...intake, items });
const city: Item = { id: 'city', type: 'text', text: 'Your city', initial: ['Bern'] };
const name: Item = { id: 'name', type: 'text', text: 'Your name' };

/** A new session with what a server stored of another. */
function restored(session: Session): Session {
  const read = readResponse(session.instrument, JSON.parse(JSON.stringify(session.current.response)));
  assert.ok(read.ok);
  return sessionOf(session.instrument, { restore: read.response });
}

describe('a value at the start', () => {
  it('is seen at once, and the form stays blank', () => {
    const { current } = sessionOf(form([city, name]));
    assert.deepEqual(current.instances[0]?.answer, { item: 'city', state: 'answered', values: ['Bern'] });
    assert.deepEqual([current.pristine, current.blank, current.answered, current.total], [true, ['name'], 1, 2]);
  });

  it('is in the completed record, if the person leaves it', () => {
    const session = sessionOf(form([city, name]));
    session.answer('name', ['Ann']);
    assert.ok(!session.current.pristine);
    assert.deepEqual(completed(session).answers.map(({ item }) => item), ['city', 'name']);
  });

  it('satisfies a required item', () => {
    const session = sessionOf(form([{ ...city, required: true }]));
    assert.deepEqual(session.current.needed, []);
    session.clear('city');
    assert.deepEqual(session.current.needed, ['city']);
  });

  it('can be changed and cleared. A cleared one does not come back', () => {
    const session = sessionOf(form([city, name]));
    session.answer('city', ['Basel']);
    assert.deepEqual(answers(session), { city: ['Basel'] });
    session.clear('city');
    assert.deepEqual([answers(session), session.current.pristine], [{}, false]);
    session.translate({ ...session.instrument, language: 'de' });
    assert.deepEqual([answers(session), session.current.pristine], [{}, false]);
    const again = restored(session);
    assert.deepEqual([answers(again), again.current.pristine], [{}, false]);
    session.reset();
    assert.deepEqual([answers(session), session.current.pristine], [{ city: ['Bern'] }, true]);
  });

  it('is used by conditions and calculations', () => {
    const items: Item[] = [
      { id: 'a', type: 'integer', text: 'a', initial: [3] },
      { id: 'b', type: 'text', text: 'b', when: { item: 'a', op: '>', value: 2 } },
      { id: 'c', type: 'integer', text: 'c', readOnly: true, calculate: { sum: ['a'] } },
    ];
    const session = sessionOf(form(items));
    assert.ok(instance(session, 'b') && session.current.pristine);
    assert.deepEqual(answers(session), { a: [3], c: [3] });
  });

  it('gives way to an answer of the host', () => {
    const given = [{ item: 'city', state: 'answered', values: ['Rome'] }] as const;
    assert.deepEqual(answers(sessionOf(form([city]), { given })), { city: ['Rome'] });
  });

  it('is in each new repetition of a group', () => {
    const session = sessionOf(form([{ id: 'home', type: 'group', text: 'Home', repeats: { add: 'Add' }, items: [city] }]));
    session.add('home');
    assert.deepEqual([answers(session), session.current.pristine], [{ 'city.0': ['Bern'], 'city.1': ['Bern'] }, true]);
    session.remove('home', [0]);
    assert.ok(!session.current.pristine, 'the person has removed a value');
    const again = restored(session);
    assert.deepEqual(answers(again), { 'city.0': ['Bern'] });
  });

  it('of a question that repeats is one repetition for each value', () => {
    const session = sessionOf(form([{ ...city, repeats: { add: 'Add' }, initial: ['Bern', 'Basel'] } as Item]));
    assert.deepEqual([answers(session), session.current.pristine], [{ 'city.0': ['Bern'], 'city.1': ['Basel'] }, true]);
    session.add('city');
    assert.ok(session.current.pristine, 'a blank repetition is no answer');
    session.remove('city', [2]);
    session.clear('city', [1]);
    session.translate({ ...session.instrument, language: 'de' });
    assert.deepEqual(answers(session), { 'city.0': ['Bern'] });
    session.remove('city', [1]);
    session.add('city');
    assert.deepEqual(answers(session), { 'city.0': ['Bern'] });
  });

  it('that is removed from one repetition of a group does not come back when another is added', () => {
    const cities = { ...city, repeats: { add: 'Add' }, initial: ['Bern', 'Basel'] } as Item;
    const session = sessionOf(form([{ id: 'home', type: 'group', text: 'Home', repeats: { add: 'Add' }, items: [cities] }]));
    session.remove('city', [0, 1]);
    session.add('home');
    assert.deepEqual(answers(session), { 'city.0.0': ['Bern'], 'city.1.0': ['Bern'], 'city.1.1': ['Basel'] });
  });

  it('is the person’s own in what stays when they remove a repetition, and elsewhere as before', () => {
    const home: Item = { id: 'home', type: 'group', text: 'Home', repeats: { add: 'Add' }, items: [city] };
    const session = sessionOf(form([{ ...city, id: 'born-in' } as Item, home]));
    for (const _ of [1, 2]) session.add('home');
    session.remove('home', [0]);
    assert.deepEqual(['born-in', 'city.0', 'city.1'].map((key) => instance(session, key)?.source), ['initial', undefined, undefined]);
  });

  it('that was cleared does not come back in a restored record, in any repetition and while it is not asked', () => {
    const items: Item[] = [
      { id: 'open', type: 'boolean', text: 'Open?' },
      { id: 'home', type: 'group', text: 'Home', repeats: { add: 'Add' }, items: [name, { ...city, when: { item: 'open', op: '=', value: true } }] },
    ];
    const session = sessionOf(form(items));
    session.add('home');
    session.answer('name', ['Ann'], [1]);
    const again = restored(session);
    assert.equal(again.current.pristine, false);
    again.translate({ ...again.instrument, language: 'de' });
    again.answer('open', [true]);
    assert.deepEqual(answers(again), { open: [true], 'name.1': ['Ann'] });
    assert.deepEqual([instance(again, 'city.1')?.at, instance(again, 'city.1')?.children], [[1], []]);
    assert.deepEqual(answers(session), { 'name.1': ['Ann'] });
    session.answer('open', [true]);
    assert.deepEqual(answers(session), { open: [true], 'city.0': ['Bern'], 'name.1': ['Ann'], 'city.1': ['Bern'] });
  });

  it('that is removed in every repetition does not come back', () => {
    const session = sessionOf(form([{ ...city, repeats: { add: 'Add' } } as Item]));
    session.add('city');
    session.remove('city', [0]);
    assert.deepEqual([answers(session), session.current.pristine], [{}, false]);
    assert.deepEqual(answers(restored(session)), {});
  });
});

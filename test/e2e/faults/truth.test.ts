import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, type Evidence } from './truth.ts';

const none = new Map<string, string>();
const answers = '["yes"]';

/** What is said of a record that is not stored. */
const said = (more: Partial<Evidence>) => {
  const { lost, waiting, wrong } = compare({
    sent: new Map([['a', { answers, isImpossible: false }]]),
    saved: new Set(), seen: new Set('a'), setAside: none, waiting: none, others: none, rows: [],
    ...more,
  });
  return { lost, waiting, wrong };
};

test('a record that was seen as kept and still waits on its device is not lost', () => {
  assert.deepEqual(said({ waiting: new Map([['a', answers]]) }), { lost: [], waiting: ['a'], wrong: [] });
});

test('it is lost if the device has nothing of it, or other answers', () => {
  assert.deepEqual(said({}), { lost: ['a'], waiting: [], wrong: [] });
  assert.deepEqual(said({ waiting: new Map([['a', '["no"]']]) }), { lost: ['a'], waiting: [], wrong: [] });
});

test('a record that was seen as saved is lost also if it waits', () => {
  assert.deepEqual(said({ saved: new Set('a'), waiting: new Map([['a', answers]]) }), { lost: ['a'], waiting: [], wrong: [] });
});

test('a record that waits and is stored has arrived', () => {
  const rows = [{ id: 'a', client: 'c', body: { answers: ['yes'] } }];
  assert.deepEqual(said({ waiting: new Map([['a', answers]]), rows }), { lost: [], waiting: [], wrong: [] });
});

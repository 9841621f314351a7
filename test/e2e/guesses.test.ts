import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { slowGuesses } from '../../demo/guesses.ts';

beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'] }));
afterEach(() => mock.timers.reset());

const wrong = (): boolean => false;
const right = (): boolean => true;

test('guesses after the eighth are checked every two seconds, all of one source together, and not earlier', async () => {
  const guess = slowGuesses();
  for (let time = 0; time < 8; time++) assert.equal(await guess('a', wrong), 'wrong');
  const seen: string[] = [];
  const check = (name: string, is: boolean) => (): boolean => {
    seen.push(name);
    return is;
  };
  const outcomes = Promise.all([guess('a', check('one', false)), guess('a', check('two', true)), guess('a', check('three', false))]);
  mock.timers.tick(1999);
  await Promise.resolve();
  assert.deepEqual(seen, []);
  mock.timers.tick(1);
  assert.deepEqual(await outcomes, ['slowed', 'right', 'slowed']);
  assert.deepEqual(seen, ['one', 'two', 'three']);
});

test('at most a hundred guesses of a source wait; more are never checked', async () => {
  const guess = slowGuesses();
  for (let time = 0; time < 8; time++) await guess('a', wrong);
  let looked = 0;
  const count = (): boolean => {
    looked++;
    return false;
  };
  const waiting = Array.from({ length: 100 }, () => guess('a', count));
  assert.equal(await guess('a', () => assert.fail('looked at')), 'crowded');
  mock.timers.tick(2000);
  assert.deepEqual(new Set(await Promise.all(waiting)), new Set(['slowed']));
  assert.equal(looked, 100);
  const next = guess('a', right);
  mock.timers.tick(2000);
  assert.equal(await next, 'right');
});

test('the right password does not count as a guess, and does not reset the wrong guesses from the same address', async () => {
  const guess = slowGuesses();
  for (let time = 0; time < 20; time++) assert.equal(await guess('a', right), 'right');
  for (let time = 0; time < 7; time++) assert.equal(await guess('a', wrong), 'wrong');
  assert.equal(await guess('a', right), 'right');
  assert.equal(await guess('a', wrong), 'wrong');
  const ninth = guess('a', wrong);
  mock.timers.tick(2000);
  assert.equal(await ninth, 'slowed');
});

test('a source is forgotten a minute after its last wrong guess', async () => {
  const guess = slowGuesses();
  for (let time = 0; time < 8; time++) await guess('a', wrong);
  mock.timers.tick(59_000);
  const late = guess('a', wrong);
  mock.timers.tick(2000);
  assert.equal(await late, 'slowed');
  mock.timers.tick(59_999);
  const later = guess('a', right);
  mock.timers.tick(2000);
  assert.equal(await later, 'right');
  assert.equal(await guess('a', wrong), 'wrong');
});

test('ten thousand sources are remembered; one more replaces the source with the oldest guess, and locks nobody out', async () => {
  const guess = slowGuesses();
  for (const source of ['first', 'second']) for (let time = 0; time < 8; time++) await guess(source, wrong);
  const again = guess('first', wrong);
  mock.timers.tick(2000);
  assert.equal(await again, 'slowed');
  for (let number = 0; number < 9_999; number++) assert.equal(await guess(`source ${number}`, wrong), 'wrong');
  const stillKnown = guess('first', right);
  mock.timers.tick(2000);
  assert.equal(await stillKnown, 'right');
  assert.equal(await guess('second', wrong), 'wrong');
});

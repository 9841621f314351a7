import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { breaks, exceeds, inWords } from '../../src/core/plain-data/problem.ts';

describe('a problem', () => {
  it('has its rule as a code and in words, with what would do', () => {
    assert.deepEqual(breaks('items[2].scale', 'one-of', 'a, b'), { path: 'items[2].scale', code: 'one-of', message: 'Must be one of a, b' });
    assert.deepEqual(breaks('title', 'there'), { path: 'title', code: 'there', message: 'Must be there' });
    assert.deepEqual(exceeds('items', 20, 'levels'), { path: 'items', code: 'within-the-limit', message: 'Must be within the limit of 20 levels' });
  });

  it('is short, whatever the host gave', () => {
    const { path, message } = breaks('x'.repeat(5_000), 'one-of', 'y'.repeat(5_000));
    assert.deepEqual([path.length, message.length], [1_000, 1_000]);
  });

  it('is a line with its path, beside others', () => {
    const problems = [breaks('a', 'there'), breaks('b', 'text')];
    assert.equal(inWords(problems), 'a: Must be there; b: Must be text');
    assert.equal(inWords(problems, '\n'), 'a: Must be there\nb: Must be text');
    assert.equal(inWords([]), '');
  });
});

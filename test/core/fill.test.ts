import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fill, placeholdersIn } from '../../src/core/plain-data/fill.ts';

it('fill replaces names by values, leaves unknown names unchanged, and does not fill the values themselves', () => {
  assert.equal(fill('{answered} of {total} answered', { answered: 0, total: 12 }), '0 of 12 answered');
  assert.equal(fill('{who} and {constructor}', { who: '$& {total}', total: 1 }), '$& {total} and {constructor}');
});

it('the placeholders of a text are named once each, in the same order for each order of the words', () => {
  assert.deepEqual(placeholdersIn('{b} of {a-1} and {b}, { c } and {}'), ['{a-1}', '{b}']);
  assert.deepEqual(placeholdersIn('none'), []);
});

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { leastOf, mostOf } from '../../src/core/instrument/repetitions.ts';
import type { Item } from '../../src/core/instrument/instrument.ts';

const item = (repeats?: Item['repeats']): Item => ({ id: 'g', type: 'group', text: 'G', items: [], ...(repeats && { repeats }) });
const bounds = (repeats?: Item['repeats']): number[] => [leastOf(item(repeats)), mostOf(item(repeats))];

it('an item is there once at the start and at most 100 times, if its definition says nothing else', () => {
  assert.deepEqual([bounds(), bounds({}), bounds({ add: 'Add' })], [[1, 100], [1, 100], [1, 100]]);
  assert.deepEqual([bounds({ min: 0, max: 3 }), bounds({ min: 2 }), bounds({ min: 0, add: 'Add' }), bounds({ min: 2, add: 'Add' })], [[0, 3], [2, 100], [1, 100], [2, 100]]);
});

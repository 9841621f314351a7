import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { strongComponents } from '../../src/core/plain-data/strong-components.ts';

type Graph = Record<string, string[]>;

/** The names in groups that depend on each other, each group in alphabetical order. */
const groups = (graph: Graph): string[][] => {
  const components = [...strongComponents(new Map(Object.entries(graph)))];
  const numbers = [...new Set(components.map(([, number]) => number))];
  return numbers.map((one) => components.flatMap(([name, number]) => (number === one ? name : [])).sort()).sort();
};

describe('names that depend on each other', () => {
  it('are one group, directly or through others', () => {
    assert.deepEqual(groups({ a: ['b'], b: ['a'], c: ['d'], d: ['e'], e: ['c'], f: ['a', 'c'] }), [['a', 'b'], ['c', 'd', 'e'], ['f']]);
    assert.deepEqual(groups({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }), [['a'], ['b'], ['c'], ['d']]);
  });

  it('can be listed without dependencies of their own', () => {
    assert.deepEqual(groups({ a: ['a', 'nowhere'] }), [['a'], ['nowhere']]);
    assert.deepEqual(groups({}), []);
  });

  it('are those that reach each other, in any graph', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const graph = fc.record(Object.fromEntries(names.map((name) => [name, fc.subarray(names)])));
    fc.assert(
      fc.property(graph, (graph: Graph) => {
        const reachable = (from: string, seen = new Set<string>()): Set<string> => {
          for (const to of graph[from]!) if (!seen.has(to)) reachable(to, seen.add(to));
          return seen;
        };
        const expected = names.map((one) => names.filter((other) => one === other || (reachable(one).has(other) && reachable(other).has(one))));
        assert.deepEqual(groups(graph), [...new Set(expected.map((group) => group.join()))].map((group) => group.split(',')).sort());
      }),
    );
  });
});

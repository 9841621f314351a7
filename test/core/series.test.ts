import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { series } from '../../src/core/change/series.ts';

describe('series', () => {
  const form = (id: string, version: string, options: Record<string, string>) => ({ id, version, options });
  const numbered = (forms: ReturnType<typeof form>[]) => forms.map((instrument, i) => ({ instrument, n: i + 1 }));
  const session = { variant: 'session', keying: 'mixed' };

  it('separates instruments, versions, variants and keyings, and joins records of the same form', () => {
    const split = series(
      numbered([
        form('trust-12', '1.0.0', { variant: 'intake', keying: 'positive' }),
        form('trust-12', '1.0.0', session),
        form('trust-pulse', '1.0.0', {}),
        form('trust-12', '1.0.0', { keying: 'mixed', variant: 'session' }),
        form('trust-12', '1.1.0', session),
        form('trust-12', '1.0.0', { variant: 'session', keying: 'positive' }),
        form('trust-pulse', '1.0.0', {}),
      ]),
    );
    assert.deepEqual(split.map(({ records }) => records.map(({ n }) => n)), [[1], [2, 4], [3, 7], [5], [6]]);
    assert.deepEqual(split[1]!.form, { id: 'trust-12', version: '1.0.0', options: session });
  });

  it('neither loses nor reorders records', () => {
    const some = fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('1.0.0', '2.0.0'), fc.dictionary(fc.constantFrom('x', 'y', '__proto__'), fc.constantFrom('1', '2'))));
    fc.assert(
      fc.property(some, (given) => {
        const records = numbered(given.map(([id, version, options]) => form(id, version, options)));
        const split = series(records);
        assert.deepEqual(split.flatMap(({ records }) => records.map(({ n }) => n)).sort((a, b) => a - b), records.map(({ n }) => n));
        for (const { records } of split) assert.deepEqual(records, [...records].sort((a, b) => a.n - b.n));
        const keys = split.map(({ form }) => JSON.stringify([form.id, form.version, Object.entries(form.options).sort()]));
        assert.equal(new Set(keys).size, keys.length);
      }),
    );
  });
});

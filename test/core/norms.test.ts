import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { measurementError } from '../../src/core/change/measurement-error.ts';
import { normsOf } from '../../src/core/scoring/norms.ts';
import { reliableChange } from '../../src/core/change/reliable-change.ts';
import type { Norms } from '../../src/core/instrument/scoring-rule.ts';

const of = (norms: Omit<Norms, 'source'>) => normsOf({ norms: { source: 'Someone 2001', ...norms } });

describe('the norms of a rule', () => {
  it('are the SD and the reliability', () => {
    assert.deepEqual(of({ sd: 7.5, reliability: 0.8, mean: 40, n: 212 }), { sd: 7.5, reliability: 0.8 });
    assert.deepEqual(of({ sd: 7.5, reliability: 0 }), { sd: 7.5, reliability: 0 });
  });

  it('derive the reliability from a published error of measurement', () => {
    assert.deepEqual(of({ sd: 10, sem: 5 }), { sd: 10, reliability: 0.75 });
    assert.deepEqual(of({ sd: 10, sem: 10 }), { sd: 10, reliability: 0 });
  });

  it('are undefined if the rule has none', () => assert.equal(normsOf({}), undefined));

  it('can be passed to reliableChange', () => {
    const change = reliableChange({ before: 32.5, after: 47.5, ...of({ sd: 7.5, sem: 3.354102 })! });
    assert.ok(change.ok);
    assert.ok(Math.abs(change.rci - 3.162278) < 1e-5);
  });

  it('lead to a reason, not a number, if both reliability and error are missing', () => {
    assert.equal(measurementError(of({ sd: 5 })!).ok, false);
  });

  it('reproduce the error that they were derived from', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }), (sd, part) => {
        const error = measurementError(of({ sd, sem: sd * part })!);
        assert.ok(error.ok);
        assert.ok(Math.abs(error.sem - sd * part) <= 1e-9 * sd);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HostValue } from '../../src/core/answering/host-value.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import { settled } from './answers.ts';
import { sessionOf } from './fixtures/sessions.ts';

// What a page and a person see of it is in test/contract/host-value-contract.ts.
describe('the states that a widget gave out', () => {
  const session = sessionOf(settled(trust12));
  const { response } = session.current;
  const state = (n: number) => ({ ...response, subject: `p-${n}` });
  const now = { id: response.id, json: JSON.stringify(state(0)), pristine: false };

  /** A host value of a widget that has given out so many states, each other than the one before. */
  const after = (count: number): HostValue => {
    const hostValue = new HostValue();
    hostValue.isAnswered = true;
    for (let n = 1; n <= count; n++) hostValue.giveOut(JSON.stringify(state(n)));
    return hostValue;
  };
  const verdict = (hostValue: HostValue, n: number): string => hostValue.say(state(n), JSON.stringify(state(n)), now);

  it('are known again, the first of a thousand too', () => {
    const hostValue = after(1000);
    assert.deepEqual([1, 500, 1000].map((n) => verdict(hostValue, n)), ['ignore', 'ignore', 'ignore']);
  });

  it('replace no answer where there were so many that the first are forgotten', () => {
    const hostValue = after(1001);
    assert.deepEqual([2, 1, 3].map((n) => verdict(hostValue, n)), ['ignore', 'refuse', 'ignore']);
  });
});

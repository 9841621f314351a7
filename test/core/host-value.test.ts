import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HostValue } from '../../src/core/answering/host-value.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import { settled } from './answers.ts';
import { sessionOf } from './fixtures/sessions.ts';

// test/contract/host-value-contract.ts tests what a page and a person see of this.
describe('the states of a record that a widget gave to the page', () => {
  const session = sessionOf(settled(trust12));
  const { response } = session.current;
  const state = (n: number) => ({ ...response, subject: `p-${n}` });
  const now = { id: response.id, json: JSON.stringify(state(0)), pristine: false };

  /** The host value of a widget that has given out `count` different states. */
  const after = (count: number): HostValue => {
    const hostValue = new HostValue();
    hostValue.isAnswered = true;
    for (let n = 1; n <= count; n++) hostValue.giveOut(JSON.stringify(state(n)));
    return hostValue;
  };
  const verdict = (hostValue: HostValue, n: number): string => hostValue.set(state(n), JSON.stringify(state(n)), now);

  it('are recognised, also the first of a thousand', () => {
    const hostValue = after(1000);
    assert.deepEqual([1, 500, 1000].map((n) => verdict(hostValue, n)), ['ignore', 'ignore', 'ignore']);
  });

  it('replace no answer, also if there are so many that the first was forgotten', () => {
    const hostValue = after(1001);
    assert.deepEqual([2, 1, 3].map((n) => verdict(hostValue, n)), ['ignore', 'refuse', 'ignore']);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Host } from '../open-host.ts';
import { signIn } from '../sign-in.ts';

/** Comes last: the address that the tests come from is shut out for a minute. */
export function signingInTooOften(host: Host): void {
  test('after eight wrong passwords in a minute not even the right one is looked at', async () => {
    const tryPassword = async (password: string): Promise<number> => {
      const answer = await fetch(`${host.address}/clinician/sign-in`, {
        method: 'POST',
        body: new URLSearchParams({ password }),
        redirect: 'manual',
      });
      if (answer.status === 429) assert.equal(answer.headers.get('retry-after'), '60');
      return answer.status;
    };
    await signIn(host);
    for (let time = 0; time < 8; time++) assert.equal(await tryPassword('wrong'), 401);
    assert.equal(await tryPassword('wrong'), 429);
    assert.equal(await tryPassword(host.password), 429);
  });
}

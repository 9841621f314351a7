import assert from 'node:assert/strict';
import type { Host } from './open-host.ts';

/** The cookie of a clinician's visit. */
export async function signIn(host: Pick<Host, 'address' | 'password'>): Promise<string> {
  const answer = await fetch(`${host.address}/clinician/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ password: host.password }),
    redirect: 'manual',
  });
  assert.equal(answer.status, 303);
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

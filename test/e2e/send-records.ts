import assert from 'node:assert/strict';
import type { Host } from './open-host.ts';

/** Sends records as the page of a client does, one after another. */
export const sender =
  (host: Host) =>
  async (pass: { client: string; session: string }, ...records: object[]): Promise<void> => {
    for (const record of records) {
      const answer = await fetch(`${host.address}/api/responses`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token('session', pass)}` },
        body: JSON.stringify(record),
      });
      assert.equal(answer.status, 201);
    }
  };

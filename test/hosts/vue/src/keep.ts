import type { Response } from 'attune-elements';

/** Stores a record. Rejects if the server has not stored it. */
export async function keep(record: Response): Promise<void> {
  const answer = await fetch('/api/records', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(record),
  });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}`);
}

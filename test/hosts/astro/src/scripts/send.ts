// #region send
import 'attune-elements/define/trust-questionnaire';
import type { Response } from 'attune-elements';

async function keep(record: Response): Promise<void> {
  const answer = await fetch('/api/records', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(record),
  });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}`);
}

// Astro runs this module once, also where its router changes the page.
document.addEventListener('attune-submit', (event) => event.waitUntil(keep(event.detail.response)));
// #endregion

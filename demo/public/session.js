// All of the clinic's own script: what a person sends waits on their device until the clinic has stored it.
import { openOutbox } from '/attune/outbox.js';

const token = location.pathname.split('/').at(-1);
const session = document.querySelector('attune-session');

const outbox = openOutbox({
  url: '/api/sittings',
  owner: session.getAttribute('draft-key'),
  headers: () => ({ authorization: `Bearer ${token}` }),
});
document.querySelector('attune-unsent').outbox = outbox;

session.addEventListener('attune-session-submit', (event) => {
  const { id, submissions } = event.detail;
  event.waitUntil(outbox.send({ id, responses: submissions.map(({ response }) => response) }));
});

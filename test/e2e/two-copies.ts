import type { FastifyInstance } from 'fastify';

const script = `document.addEventListener('attune-submit', (event) => {
  const authorization = 'Bearer ' + location.pathname.split('/').at(-1);
  const sent = fetch('/api/responses', { method: 'POST', headers: { 'content-type': 'application/json', authorization }, body: JSON.stringify(event.detail.response) });
  event.waitUntil(sent.then(({ ok, status }) => ok || Promise.reject(new Error(status))));
});`;

/** A page of the clinic that loads the complete build twice, as two plugins of one site might. */
export function twoCopies(server: FastifyInstance): void {
  server.get('/two-copies.js', (_request, reply) => reply.type('text/javascript').send(script));
  server.get('/two-copies/:token', (_request, reply) =>
    reply.type('text/html')
      .send(`<!doctype html><html lang="en"><title>Two copies</title><link rel="icon" href="/assets/icon.svg">
<script type="module" src="/attune/attune.js"></script>
<script type="module" src="/attune/attune.js?copy=2"></script>
<script type="module" src="/attune/empathy-checklist.js"></script>
<script type="module" src="/two-copies.js"></script>
<attune-trust-questionnaire length="pulse" who="Your therapist" when="soon"></attune-trust-questionnaire>
<attune-empathy-checklist who="Your therapist" when="soon"></attune-empathy-checklist>`),
  );
}

import type { FastifyInstance } from 'fastify';

/** A page of the clinic that loads the complete build twice, as two plugins of one site might. */
export function twoCopies(server: FastifyInstance): void {
  server.get('/two-copies/:token', (_request, reply) =>
    reply.type('text/html')
      .send(`<!doctype html><html lang="en"><title>Two copies</title><link rel="icon" href="/assets/icon.svg">
<script type="module" src="/attune/attune.js"></script>
<script type="module" src="/attune/attune.js?copy=2"></script>
<script type="module" src="/attune/empathy-checklist.js"></script>
<script type="module" src="/assets/session.js"></script>
<attune-trust-questionnaire length="pulse" who="Your therapist" when="soon"></attune-trust-questionnaire>
<attune-empathy-checklist who="Your therapist" when="soon"></attune-empathy-checklist>`),
  );
}

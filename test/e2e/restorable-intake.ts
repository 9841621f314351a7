import type { FastifyInstance } from 'fastify';
import { writeNonce } from '../../demo/nonce.ts';

/** The intake form on a page that browsers may store, and whose form they may restore, unlike the clinic's own page. */
export function restorableIntake(server: FastifyInstance, secret: () => string): void {
  server.get('/restorable-intake', (_request, reply) =>
    reply.header('cache-control', 'private, max-age=600').type('text/html')
      .send(`<!doctype html><html lang="en"><title>Intake</title><link rel="icon" href="/assets/icon.svg">
<script type="module" src="/attune/trust-questionnaire.js"></script>
<form method="post" action="/intake">
<input type="hidden" name="nonce" value="${writeNonce(secret())}">
<attune-trust-questionnaire variant="intake" name="trust" who="Your therapist" when="before you meet"></attune-trust-questionnaire>
<button>Send</button>
</form>`),
  );
}

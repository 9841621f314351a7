import { after, before, describe } from 'node:test';
import { postgresql } from './installed.ts';
import { startMedplum } from './medplum-server.ts';
import { type DatabaseKind, type Host, openHost } from './open-host.ts';
import { fhirForwarding, shortTimes } from './suites/fhir-forwarding.ts';

const kinds: DatabaseKind[] = ['embedded PostgreSQL', 'PostgreSQL server'];

for (const kind of kinds) {
  const missing = kind === 'PostgreSQL server' && !postgresql && !process.env.CI;
  describe(`records on their way to another FHIR server, on ${kind}`, { skip: missing && 'PostgreSQL is not installed; with CI set this is a failure' }, () => {
    const host = {} as Host;
    const peer = {} as { server: Awaited<ReturnType<typeof startMedplum>> };
    before(async () => {
      peer.server = await startMedplum();
      const forward = { address: peer.server.address, token: 'secret-of-the-peer', clientSystem: 'https://harbour.example/clients' };
      Object.assign(host, await openHost(kind, undefined, { fhir: { forward }, fhirTimes: shortTimes }));
    });
    after(async () => {
      await host.close();
      await peer.server.close();
    });
    fhirForwarding(host, peer);
  });
}

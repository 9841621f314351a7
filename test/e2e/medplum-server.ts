import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { indexSearchParameterBundle, indexStructureDefinitionBundle } from '@medplum/core';
import { FhirRouter, makeSimpleRequest, MemoryRepository } from '@medplum/fhir-router';
import type { SearchParameter } from '@medplum/fhirtypes';
import type { Json } from './fhir-request.ts';

/** A FHIR server that nobody here wrote, in memory, on a port of its own. */
export interface MedplumServer {
  address: string;
  /** All resources of a type, in the order in which they came. */
  stored(type: string): Promise<Json[]>;
  /** Every transaction that arrived, also those that were answered with a failure. */
  arrived: { at: number; authorization: string | undefined; bundle: Json }[];
  /**
   * What the server does instead of its work: a `status` without storing anything; a `stall`; or it stores, and the answer is `lost`, or
   * never comes (`stored`). Undefined, it works.
   */
  trouble: ((bundle: Json) => Trouble | undefined) | undefined;
  close(): Promise<void>;
}

export type Trouble = { status: number; headers?: Record<string, string>; body?: string } | 'stall' | 'lost' | 'stored';

// Its conditions look for identifiers, so it must know these. The package with all definitions of FHIR has 93 MB.
const identified = { QuestionnaireResponse: '1', Observation: '*' } as const;
for (const [type, max] of Object.entries(identified) as [keyof typeof identified, string][]) {
  const path = `${type}.identifier`;
  indexStructureDefinitionBundle([
    {
      resourceType: 'StructureDefinition',
      url: `http://hl7.org/fhir/StructureDefinition/${type}`,
      name: type,
      status: 'active',
      kind: 'resource',
      abstract: false,
      type,
      snapshot: {
        element: [
          { id: type, path: type, min: 0, max: '*', definition: type, base: { path: type, min: 0, max: '*' } },
          { id: path, path, min: 0, max, definition: path, type: [{ code: 'Identifier' }], base: { path, min: 0, max } },
        ],
      },
    },
  ]);
  const parameter: SearchParameter = {
    resourceType: 'SearchParameter',
    url: `http://hl7.org/fhir/SearchParameter/${type}-identifier`,
    name: 'identifier',
    status: 'active',
    description: 'The identifier',
    code: 'identifier',
    base: [type],
    type: 'token',
    expression: path,
  };
  indexSearchParameterBundle({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: parameter }] });
}

/** Starts the server, by default with nothing stored and on any port. */
export async function startMedplum({ port = 0, repository = new MemoryRepository() } = {}): Promise<MedplumServer & { port: number; repository: MemoryRepository }> {
  const router = new FhirRouter();
  const work = async (bundle: Json): Promise<Json> => {
    const [outcome, resource] = await router.handleRequest(makeSimpleRequest('POST', '/', bundle), repository);
    return resource ?? outcome;
  };
  const send = (response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void =>
    void response.writeHead(status, { 'content-type': 'application/fhir+json', ...headers }).end(body);
  const server: Server = createServer((request, response) => {
    void (async () => {
      const bundle: Json = await json(request);
      medplum.arrived.push({ at: Date.now(), authorization: request.headers.authorization, bundle: structuredClone(bundle) });
      const trouble = medplum.trouble?.(bundle);
      if (trouble === 'stall') return;
      if (typeof trouble === 'object') return send(response, trouble.status, trouble.body ?? '', trouble.headers);
      const answer = await work(bundle);
      if (trouble === 'lost') return void response.destroy();
      if (trouble === 'stored') return;
      send(response, 200, JSON.stringify(answer));
    })();
  });
  const medplum: MedplumServer & { port: number; repository: MemoryRepository } = {
    address: '',
    port: 0,
    repository,
    async stored(type) {
      const [, bundle] = await router.handleRequest(makeSimpleRequest('GET', `/${type}?_count=1000`), repository);
      return ((bundle as Json).entry ?? []).map(({ resource }: Json) => resource);
    },
    arrived: [],
    trouble: undefined,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  medplum.port = (server.address() as AddressInfo).port;
  medplum.address = `http://127.0.0.1:${medplum.port}/fhir/R4`;
  return medplum;
}

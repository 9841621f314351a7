import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type * as attune from 'attune-elements/core';

/** A request that arrived at one of the addresses. */
export interface Received {
  path: string;
  /** The fields of a form, or the record itself. */
  fields: Record<string, unknown>;
}

/** The server that the applications send to. */
export interface Api {
  /** In the order of arrival. */
  received: Received[];
  /** How often each record was stored, by its id. */
  stored: Map<string, number>;
  /** Requests are answered with 503, and nothing is stored. */
  isDown: boolean;
  /** Milliseconds until an answer. */
  delay: number;
  /** Forgets everything: another test begins. */
  begin(): void;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** Reads JSON, or a form in any encoding of forms. */
async function fieldsOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const type = request.headers['content-type'] ?? '';
  const body = await buffer(request);
  if (type.startsWith('application/json')) return JSON.parse(body.toString()) as Record<string, unknown>;
  return Object.fromEntries(await new Response(body, { headers: { 'content-type': type } }).formData());
}

/** The record in a request: all of it, or its field `trust`, as JSON or as an object. */
export function recordIn({ path, fields }: Received): attune.Response {
  const given = path === '/api/records' ? fields : fields['trust'];
  return (typeof given === 'string' ? JSON.parse(given) : given) as attune.Response;
}

export function createApi(): Api {
  const api: Api = {
    received: [],
    stored: new Map(),
    isDown: false,
    delay: 0,
    begin() {
      Object.assign(api, { received: [], stored: new Map(), isDown: false, delay: 0 });
    },
    async answer(request, response) {
      const path = new URL(request.url ?? '', 'http://host').pathname;
      const received = { path, fields: await fieldsOf(request) };
      api.received.push(received);
      await sleep(api.delay);
      if (api.isDown) return void response.writeHead(503).end();
      const { id } = recordIn(received);
      api.stored.set(id, (api.stored.get(id) ?? 0) + 1);
      response.writeHead(204).end();
    },
  };
  return api;
}

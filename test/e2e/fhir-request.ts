import assert from 'node:assert/strict';
import type { Host } from './open-host.ts';

export interface Ask {
  token?: string;
  cookie?: string;
  method?: string;
  /** Text is sent as it is, everything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
}

// The answers are the JSON of resources of every type.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

export interface Answer {
  status: number;
  headers: Headers;
  json: Json;
}

/** Asks the FHIR API of the host. An answer without a body has `undefined` as JSON. */
export async function ask(host: Pick<Host, 'address'>, path: string, { token, cookie, method, body, headers = {} }: Ask = {}): Promise<Answer> {
  const answer = await fetch(path.startsWith('http') ? path : `${host.address}/fhir${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(cookie && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/fhir+json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (text) assert.match(answer.headers.get('content-type') ?? '', /^application\/fhir\+json/, text.slice(0, 200));
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  return { status: answer.status, headers: answer.headers, json: text ? JSON.parse(text) : undefined };
}

/** The API refuses with this status, and says why as an OperationOutcome. Returns what it says. */
export async function isRefused(host: Pick<Host, 'address'>, status: number, path: string, asked: Ask = {}): Promise<string> {
  const { status: got, json } = await ask(host, path, asked);
  assert.equal(got, status, JSON.stringify(json));
  assert.equal(json.resourceType, 'OperationOutcome');
  for (const { severity, code, diagnostics } of json.issue) {
    assert.equal(severity, 'error');
    assert.match(code, /^[a-z-]+$/);
    assert.match(diagnostics, /^[A-Z_].{10,}\.$/s);
  }
  return json.issue.map((issue: { diagnostics: string }) => issue.diagnostics).join('\n');
}

/** The Patient of a client in the FHIR API. */
export async function patientOf(host: Pick<Host, 'database'>, client: string): Promise<string> {
  const [row] = await host.database.query<{ id: string }>('select fhir_id::text as id from clients where id = $1', [client]);
  return `Patient/${row?.id}`;
}

/** Reads what must be there, as a machine with the service token unless another token is given. */
export const reader =
  (host: Host) =>
  async (path: string, token = host.serviceToken): Promise<Json> => {
    const { status, json } = await ask(host, path, { token });
    assert.equal(status, 200, JSON.stringify(json));
    return json;
  };

export const resourcesOf = (bundle: Json): Json[] => (bundle.entry ?? []).map(({ resource }: Json) => resource);

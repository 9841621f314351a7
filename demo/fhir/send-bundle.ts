import type { OtherServer } from '../clinic.ts';

/** What became of a record on its way. `problem` says it in a few words, without answers. */
export type Sent =
  | { is: 'stored' }
  /** The other server does not accept this record. */
  | { is: 'refused'; problem: string }
  /** It can be sent later. `afterMs` is what the other server asks for. */
  | { is: 'not-now'; problem: string; afterMs?: number };

/**
 * Refusals that are about the record itself. Every other status is about the server, its address or its token, or passes by itself.
 */
const aboutTheRecord = new Set([400, 406, 411, 412, 413, 415, 422]);

/** An answer is small. The rest of a larger one is not read. */
const mostBytes = 1024 * 1024;

export interface SendOptions {
  timeoutMs: number;
  /** Ends the request when the clinic closes. */
  signal: AbortSignal;
}

/** Sends a transaction, and waits for the answer. It throws nothing. */
export async function sendBundle(bundle: object, { address, token }: OtherServer, { timeoutMs, signal }: SendOptions): Promise<Sent> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/fhir+json',
        accept: 'application/fhir+json',
        prefer: 'return=minimal',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(bundle),
      // Another address could be anybody's.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    return read(answer.status, await readJson(answer), answer.headers.get('retry-after'));
  } catch (cause) {
    return { is: 'not-now', problem: signal.aborted ? 'the clinic closed' : noAnswer(cause) };
  }
}

function noAnswer(cause: unknown): string {
  const { name, cause: inner } = cause as Error & { cause?: { code?: unknown } };
  if (name === 'TimeoutError') return 'no answer in time';
  return typeof inner?.code === 'string' && /^[A-Z_]{1,40}$/.test(inner.code) ? `no answer: ${inner.code}` : 'no answer';
}

async function readJson({ body }: Response): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    parts.push(part);
    size += part.length;
    if (size > mostBytes) return undefined;
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString());
  } catch {
    return undefined;
  }
}

function read(status: number, body: unknown, retryAfter: string | null): Sent {
  if (status >= 200 && status < 300) return readEntries(body);
  const problem = [String(status), ...codesIn(body)].join(' ');
  if (aboutTheRecord.has(status)) return { is: 'refused', problem };
  const afterMs = retryAfter === null ? undefined : waitingTime(retryAfter);
  return { is: 'not-now', problem, ...(afterMs !== undefined && { afterMs }) };
}

/** Some servers answer 200 and say in each entry what became of it. Another answer is not from a FHIR server. */
function readEntries(body: unknown): Sent {
  const { resourceType, entry } = Object(body) as { resourceType?: unknown; entry?: unknown };
  if (resourceType !== 'Bundle' || !Array.isArray(entry) || !entry.length) return { is: 'not-now', problem: 'an answer that is no Bundle' };
  const answers = entry.map((each) => Object(Object(each).response) as { status?: unknown; outcome?: unknown });
  const wrong = answers.find(({ status }) => !/^2\d\d/.test(String(status)));
  if (!wrong) return { is: 'stored' };
  return read(Number.parseInt(String(wrong.status), 10) || 500, wrong.outcome, null);
}

/** The codes of an OperationOutcome. Its texts may repeat answers. */
function codesIn(body: unknown): string[] {
  const { issue } = Object(body) as { issue?: unknown };
  const codes = Array.isArray(issue) ? issue.map((each) => String(Object(each).code)) : [];
  return [...new Set(codes.filter((code) => /^[a-z-]{1,40}$/.test(code)))].slice(0, 5);
}

/** `Retry-After`, in seconds or as a date, as milliseconds from now. */
function waitingTime(text: string): number | undefined {
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(ms, 0);
}

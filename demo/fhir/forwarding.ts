import { setTimeout as pause } from 'node:timers/promises';
import type { OtherServer } from '../clinic.ts';
import type { Database } from '../database/database.ts';
import { noteReading, readerBy } from '../readings.ts';
import { markSent, postpone, setAside, takeTurn, type Turn } from './outbox.ts';
import { bundleOf, madeUpLabel } from './resources-of.ts';
import { sendBundle, type Sent } from './send-bundle.ts';

/** How long things take, in milliseconds. */
export interface ForwardingTimes {
  /** How often the outbox is looked at while it is empty. */
  look: number;
  /** How long the other server has for an answer. */
  answer: number;
  /** How long a record that was taken is left alone. If the clinic is killed while it sends, the record is sent after this time. */
  taken: number;
  /** The first and the longest pause after a failure. */
  firstPause: number;
  longestPause: number;
}

const usual: ForwardingTimes = { look: 1000, answer: 30_000, taken: 60_000, firstPause: 2000, longestPause: 15 * 60_000 };

/** A server that asks for more has its clock or its settings wrong. */
const longestAsked = 60 * 60_000;

/**
 * A pause that doubles with each failure, and by chance is up to a half shorter, so that not all senders come at once.
 */
export function pauseAfter(failures: number, { firstPause, longestPause }: ForwardingTimes, chance: number): number {
  return Math.min(firstPause * 2 ** (failures - 1), longestPause) * (1 - chance / 2);
}

/** The transaction for another server. Its clients have other ids as Patients, so the subject is an identifier. */
export function bundleFor(turn: Pick<Turn, 'client' | 'session' | 'madeUp' | 'body'>, { clientSystem }: Pick<OtherServer, 'clientSystem'>) {
  const subject = { type: 'Patient', identifier: { ...(clientSystem && { system: clientSystem }), value: turn.client } };
  const bundle = bundleOf(turn, subject);
  if (!turn.madeUp) return bundle;
  const entry = bundle.entry.map((each) => ({ ...each, resource: { ...each.resource, meta: { security: [madeUpLabel] } } }));
  return { ...bundle, entry };
}

export interface Forwarding {
  database: Database;
  to: OtherServer;
  log?: ((line: string) => void) | undefined;
  times?: Partial<ForwardingTimes> | undefined;
}

/**
 * Sends the records in the outbox to another server, one at a time, until the returned function is called. No record is lost: one leaves
 * the outbox only when the other server says that it is stored, and arrives once because it has its id as a condition.
 */
export function keepForwarding({ database, to, log, times = {} }: Forwarding): () => Promise<void> {
  const all = { ...usual, ...times };
  const closing = new AbortController();
  const { signal } = closing;
  let failures = 0;

  const bundleIfKnown = (turn: Turn): object | undefined => {
    try {
      return bundleFor(turn, to);
    } catch {
      return undefined;
    }
  };

  /** Sends one record. Returns how long to wait before the next. */
  const sendNext = async (): Promise<number> => {
    const turn = await takeTurn(database, all.taken);
    if (!turn) return all.look;
    const bundle = bundleIfKnown(turn);
    if (bundle) await noteReading(database, { reader: readerBy('other server', to.address), what: 'a record for it', whose: [turn.client] });
    const sent: Sent = bundle
      ? await sendBundle(bundle, to, { timeoutMs: all.answer, signal })
      : { is: 'refused', problem: 'the clinic no longer has its form' };
    if (sent.is === 'stored') {
      failures = 0;
      await markSent(database, turn);
      return 0;
    }
    if (sent.is === 'refused') {
      failures = 0;
      await setAside(database, turn, sent.problem);
      log?.(`A record for the FHIR server is set aside (${sent.problem}): see /clinician/sending.`);
      return 0;
    }
    if (signal.aborted) {
      await postpone(database, turn, { problem: sent.problem, ms: 0 });
      return 0;
    }
    failures++;
    if (failures === 1) log?.(`The FHIR server did not take a record (${sent.problem}). It is sent again later.`);
    const asked = Math.min(sent.afterMs ?? 0, longestAsked);
    const own = pauseAfter(turn.attempts, all, Math.random());
    await postpone(database, turn, { problem: sent.problem, ms: Math.max(own, asked) });
    // Others wait too: what failed is the server, and it is asked by one record at a time.
    return Math.max(pauseAfter(failures, all, Math.random()), asked);
  };

  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      const ms = await sendNext().catch((cause: Error) => {
        log?.(`Sending to the FHIR server failed inside the clinic: ${cause.name}`);
        return all.look;
      });
      if (ms) await pause(ms, undefined, { signal, ref: false }).catch(() => {});
    }
  };
  const running = run();
  return () => {
    closing.abort();
    return running;
  };
}

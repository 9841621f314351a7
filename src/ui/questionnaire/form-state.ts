import type { Value } from '../../core/instrument/instrument.ts';
import type { Snapshot } from '../../core/answering/snapshot.ts';
import { parsed } from '../host/parsed.ts';
import { findInstance } from './find-instance.ts';

/** What was given and could not be taken: it stands in no record, and must be there again all the same. */
interface Rejected {
  item: string;
  at: readonly number[];
  given: readonly Value[];
}

/** What the browser keeps of a questionnaire while the person goes on to another page and back. `json` is the response's. */
export function writeState({ response, rejected, instances }: Snapshot, json: string): string {
  const kept = rejected.map((key): Rejected => {
    const { item, at, rejected } = findInstance(instances, key)!;
    return { item: item.id, at, given: rejected!.given };
  });
  return kept.length ? JSON.stringify({ ...response, rejected: kept }) : json;
}

export function readState(state: string): { response: unknown; rejected: readonly Rejected[] } {
  const { rejected, ...response } = Object(parsed(state)) as { rejected?: unknown };
  return { response, rejected: Array.isArray(rejected) ? rejected : [] };
}

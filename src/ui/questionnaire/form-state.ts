import type { Value } from '../../core/instrument/instrument.ts';
import type { Snapshot } from '../../core/answering/snapshot.ts';
import { parsed } from '../host/parsed.ts';
import { findInstance } from './find-instance.ts';

/** A given value that is no valid answer. No record contains it, but the browser must restore it too. */
interface Rejected {
  item: string;
  at: readonly number[];
  given: readonly Value[];
}

/** The state that the browser restores when the person comes back to the page. `json` is the JSON of the response. */
export function writeState({ response, rejected, instances }: Snapshot, json: string): string {
  const given = rejected.map((key): Rejected => {
    const { item, at, rejected } = findInstance(instances, key)!;
    return { item: item.id, at, given: rejected!.given };
  });
  return given.length ? JSON.stringify({ ...response, rejected: given }) : json;
}

export function readState(state: string): { response: unknown; rejected: readonly Rejected[] } {
  const { rejected, ...response } = Object(parsed(state)) as { rejected?: unknown };
  return { response, rejected: Array.isArray(rejected) ? rejected : [] };
}

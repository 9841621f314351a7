import type { ErrorCode } from '../ui/host/developer-messages.ts';
import type { DraftHost, DraftSource } from '../ui/safety/draft-keeper.ts';
import type { DraftPart } from './content/draft.ts';
import { keepable, type Keepable } from './members.ts';
import { nameOf, placeOf, storeFor, type Place, type Store } from './stores.ts';

/** Where the draft of a widget is, and its name there. */
export interface Settings {
  place: Place;
  store: Store;
  name: string;
}

/** A mistake of the host. `about` is its place or its reason. */
export type Mistake = [code: ErrorCode, about?: string];

const DAYS = 7;
const MOST_DAYS = 365;

/** The number of days after which a draft is over: `draft-days`, from 1 to 365. The default is 7, also for another value. */
export function daysOf(host: HTMLElement): number {
  const days = Number(host.getAttribute('draft-days'));
  return days >= 1 && days <= MOST_DAYS ? days : DAYS;
}

/** What the host asks for, or its mistake; `undefined` if it asks for nothing, or nothing is there yet. */
export function settingsOf(host: DraftHost, { isSitting, members }: DraftSource): Settings | Mistake | undefined {
  const place = placeOf(host);
  if (!place || host.readonly) return undefined;
  const all = members();
  if (!isSitting && !all.length) return ['draft-not-kept', 'in a session'];
  if (place !== 'Tab' && !host.draftKey) return ['no-draft-key'];
  const [first] = keepable(all);
  if (!first) return all.some((member) => member.current()) ? ['draft-not-kept', 'shared, or in memory only'] : undefined;
  const { id, options } = first.instrument;
  const of = isSitting ? 'session' : [id, ...Object.entries(options).sort()].join('&');
  return { place, store: storeFor(place, host), name: nameOf(host.draftKey ?? '', of) };
}

/** The lock that one tab has. Two tabs have the same draft in their own memory only if one is a copy of the other. */
export const lockOf = ({ place, name }: Settings, found: readonly DraftPart[], all: readonly Keepable[]): string =>
  place === 'Tab' ? name + (/"id":"([^"]*)/.exec(found[0]?.state ?? '')?.[1] ?? all[0]?.recordId) : name;

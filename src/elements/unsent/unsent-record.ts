import type { OwnCopy } from '../../ui/safety/own-copy.ts';
import type { CommonKey, WidgetKey } from '../../ui/text/keys.ts';
import type { Messages } from '../../ui/text/messages.ts';

/** A record that an outbox has. */
export interface UnsentRecord {
  id: string;
  /** `refused`: the endpoint will not take it. `unreadable`: it was changed, or the key of the device is gone. */
  state: 'waiting' | 'refused' | 'unreadable';
  /** When the person sent it, in milliseconds (epoch). */
  savedAt?: number;
  record?: object;
  /** The answers in words, one for each questionnaire. */
  copies?: readonly Pick<OwnCopy, 'title' | 'lang' | 'lines'>[];
}

/** What an outbox is for this element: what `openOutbox` of `attune-elements/outbox` returns. */
export interface UnsentSource {
  /** The records that wait, the oldest first. */
  list(): Promise<readonly UnsentRecord[]>;
  /** Tries to send all of them, also those that were refused. */
  flush(options: { refused: boolean }): Promise<void>;
  /** Erases one. */
  clear(id: string): Promise<void>;
  /** Calls the listener after each change. Returns a function that ends it. */
  subscribe(listener: () => void): () => void;
}

export type UnsentWords = Messages<CommonKey | WidgetKey<'unsent'>>;

/** The person's answers in a record. Without their words it is the record as it is: it must not be lost. */
export function copyOf({ copies = [], record }: UnsentRecord, t: UnsentWords): OwnCopy {
  const [first, ...others] = copies;
  if (first && !others.length) return first;
  const title = t.text('reviewTitle');
  if (!first) return { title, lines: [{ text: JSON.stringify(record, null, 2) }] };
  return { title, lines: copies.flatMap(({ title, lang, lines }) => [{ label: title, heading: 'title' as const }, ...lines].map((line) => ({ ...(lang && { lang }), ...line }))) };
}

import { HAND_OVER, handOver } from '../storage/hand-over.ts';
import { onDevice } from '../storage/on-device.ts';
import { doAlone } from '../storage/tab-lock.ts';
import { UNKEPT, unkept } from '../ui/safety/unkept.ts';
import { LANGUAGE_EVENT } from '../ui/text/locales.ts';
import { Outbox, PREFIX, type News, type OutboxOptions, type Surroundings } from './outbox.ts';
import { copiesOf, hearWhatIsSent } from './sent-words.ts';

// A page loads it for `event.waitUntil(outbox.send(event.detail.response))`. docs/outbox.md describes it.

export type { AnswersInWords, Sendable } from './content/waiting.ts';
export type { Listed, Outbox, OutboxOptions, Sent } from './outbox.ts';

const news = new Set<Outbox>();
let channel: BroadcastChannel | undefined;

const around: Surroundings = {
  store: onDevice,
  fetch: (address, init) => fetch(address, init),
  now: () => Date.now(),
  random: () => Math.random(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  alone: doAlone,
  tell: (message) => channel?.postMessage(message),
  isShared: (text) => [...(unkept[UNKEPT] ?? [])].some((id) => text.includes(JSON.stringify(id))),
  draftsOf: (text) => [...(handOver[HAND_OVER] ?? [])].flatMap((find) => find(text) ?? []),
  copiesOf,
};

/**
 * Opens the outbox of one person for one endpoint. It tries at once what an earlier visit left, then after a wait that grows, and when
 * the device is online or the page is seen again.
 */
export function openOutbox(options: OutboxOptions): Outbox {
  hearWhatIsSent();
  // Widgets that came first say now what is kept.
  dispatchEvent(new Event(LANGUAGE_EVENT));
  const listening = new AbortController();
  const { signal } = listening;
  const outbox = new Outbox({ ...options, url: new URL(options.url, document.baseURI).href }, around, () => {
    listening.abort();
    news.delete(outbox);
  });
  channel ??= new BroadcastChannel('attune-outbox');
  channel.onmessage = ({ data }: MessageEvent<News>) => news.forEach((one) => one.hear(data));
  news.add(outbox);
  const flush = (): void => void outbox.flush();
  addEventListener('online', flush, { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && flush(), { signal });
  flush();
  return outbox;
}

/** Erases what waits on this device, of all people and endpoints. Rejects if the browser refuses storage. */
export const clearOutboxes = (): Promise<void> => onDevice.clear(PREFIX);

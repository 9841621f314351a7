import { newId } from '../ui/host/new-id.ts';
import { type Message, readMessage, type Request } from './messaging/message.ts';

/** Where the page is in a conversation: what the host has written into its address. */
export interface Place {
  host: Window;
  /** The origin of the host. Nothing is sent to another one, and nothing else is heard. */
  origin: string;
  /** The name of the conversation. */
  handle: string;
}

/** An origin of the web, or undefined. A file and a sandboxed page have none, and without one anybody could read the answers. */
function originOf(text: string | null): string | undefined {
  try {
    const { protocol, origin } = new URL(text ?? '');
    return /^https?:$/.test(protocol) ? origin : undefined;
  } catch {
    return undefined;
  }
}

/** The place of a page. Undefined if no host has opened it. */
export function placeOf(page: Window): Place | undefined {
  const parameters = new URLSearchParams(page.location.search);
  const handle = parameters.get('messaging_handle');
  const origin = originOf(parameters.get('messaging_origin'));
  const host = page.parent === page ? (page.opener as Window | null) : page.parent;
  return handle && origin && host ? { host, origin, handle } : undefined;
}

/** The messages between this page and its host. It does not know what they mean. */
export class Conversation {
  readonly #place: Place;
  /** What waits for the host's reply, by the id of the message. */
  readonly #waiting = new Map<string, (payload: Request['payload']) => void>();

  constructor(place: Place) {
    this.#place = place;
  }

  /** Hears the requests of the host, in their order. */
  listen(page: Window, onRequest: (request: Request) => void): void {
    const { host, origin, handle } = this.#place;
    page.addEventListener('message', ({ data, source, origin: from }) => {
      if (source !== host || from !== origin) return;
      const received = readMessage(data, handle);
      if (received.kind === 'request') onRequest(received.request);
      if (received.kind !== 'reply') return;
      this.#waiting.get(received.to)?.(received.payload);
      this.#waiting.delete(received.to);
    });
  }

  /** Sends a message. `onReply` hears what the host says about it. */
  send(message: Message, onReply?: (payload: Request['payload']) => void): void {
    const { host, origin, handle } = this.#place;
    const messageId = newId();
    if (onReply) this.#waiting.set(messageId, onReply);
    host.postMessage({ messagingHandle: handle, messageId, ...message }, origin);
  }
}

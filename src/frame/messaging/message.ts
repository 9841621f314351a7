import { plainCopy } from '../../core/plain-data/plain-copy.ts';
import { isObject } from '../../core/plain-data/shape.ts';

// The messages of SDC SMART Web Messaging: https://hl7.org/fhir/uv/smart-web-messaging/smart-web-messaging.html

/** A request of the host. */
export interface Request {
  messageId: string;
  messageType: string;
  /** A copy. Undefined if it is no object, or cannot be written as JSON. */
  payload: Readonly<Record<string, unknown>> | undefined;
}

/** What has come from the host. */
export type Received =
  | { kind: 'request'; request: Request }
  /** What the host says about a message of ours. */
  | { kind: 'reply'; to: string; payload: Readonly<Record<string, unknown>> | undefined }
  /** Not a message of this conversation, or one that nobody can answer. */
  | { kind: 'foreign' };

/** A message to the host. The page adds its id and the handle of the conversation. */
export interface Message {
  messageType: string;
  payload: object;
  /** The id of the request that this answers. */
  responseToMessageId?: string;
}

function payloadOf(data: unknown): Request['payload'] {
  const copied = plainCopy(data);
  if (!copied.ok || !isObject(copied.data)) return undefined;
  try {
    // A message can have values that JSON does not have.
    return JSON.parse(JSON.stringify(copied.data)) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** Reads the data of a message event. `handle` is the name of the conversation: requests with another one are for somebody else. */
export function readMessage(data: unknown, handle: string): Received {
  if (!isObject(data)) return { kind: 'foreign' };
  const { messagingHandle, messageId, messageType, responseToMessageId, payload } = data;
  // A reply has no handle in the protocol. If it has one, it must be ours.
  if (typeof responseToMessageId === 'string' && (messagingHandle ?? handle) === handle) {
    return { kind: 'reply', to: responseToMessageId, payload: payloadOf(payload) };
  }
  const isRequest = messagingHandle === handle && typeof messageId === 'string' && typeof messageType === 'string';
  if (!isRequest || responseToMessageId !== undefined) return { kind: 'foreign' };
  return { kind: 'request', request: { messageId, messageType, payload: payloadOf(payload) } };
}

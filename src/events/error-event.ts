import { DetailEvent } from './detail-event.ts';

export interface ErrorDetail {
  /** The kind of failure, in kebab-case: `save-failed`, `bad-value`, `form-get`, `too-late`, ... */
  code: string;
  /** For the host's developer. Never shown to the person. */
  message: string;
  responseId?: string;
}

/** Saving failed, or the host gave unusable input. No answer was lost or altered. */
export class AttuneErrorEvent extends DetailEvent<ErrorDetail> {
  constructor(detail: ErrorDetail) {
    super('attune-error', { bubbles: true, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'attune-error': AttuneErrorEvent;
  }
}

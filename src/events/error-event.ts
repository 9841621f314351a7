export interface ErrorDetail {
  /** What kind of failure, in kebab-case: `save-failed`, `bad-value`, `form-get`, `too-late`, ... */
  code: string;
  /** For the host's developer; never shown to the person. */
  message: string;
  responseId?: string;
}

/** A save failed, or the host gave something that cannot be used. Nothing was lost or altered. */
export class AttuneErrorEvent extends CustomEvent<ErrorDetail> {
  constructor(detail: ErrorDetail) {
    super('attune-error', { bubbles: true, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'attune-error': AttuneErrorEvent;
  }
}

export interface PageDetail {
  /** From 1. */
  page: number;
  pages: number;
}

/** The person turned to another page of a paged widget. */
export class AttunePageEvent extends CustomEvent<PageDetail> {
  constructor(detail: PageDetail) {
    super('attune-page', { bubbles: true, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'attune-page': AttunePageEvent;
  }
}

import { DetailEvent } from './detail-event.ts';

export interface PageDetail {
  /** The page number, from 1. */
  page: number;
  pages: number;
}

/** The person moved to another page of a widget with pages. */
export class AttunePageEvent extends DetailEvent<PageDetail> {
  constructor(detail: PageDetail) {
    super('attune-page', { bubbles: true, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'attune-page': AttunePageEvent;
  }
}

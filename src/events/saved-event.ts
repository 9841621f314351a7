import { DetailEvent } from './detail-event.ts';

export interface SavedDetail {
  responseId: string;
}

/** The host saved the record: every promise that it gave to `waitUntil` fulfilled, or it called `acknowledge(id)`. */
export class AttuneSavedEvent extends DetailEvent<SavedDetail> {
  constructor(detail: SavedDetail) {
    super('attune-saved', { bubbles: true, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'attune-saved': AttuneSavedEvent;
  }
}

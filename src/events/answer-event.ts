import { DetailEvent } from './detail-event.ts';

export interface AnswerDetail {
  /** The item's id. The event does not contain the answer. */
  item: string;
  answered: number;
  total: number;
}

/** The person answered an item, left it out or cleared it. */
export class AttuneAnswerEvent extends DetailEvent<AnswerDetail> {
  constructor(detail: AnswerDetail) {
    super('attune-answer', { bubbles: true, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'attune-answer': AttuneAnswerEvent;
  }
}

import type { Instrument } from '../../src/core/instrument/instrument.ts';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import type { Response } from '../../src/core/record/response.ts';
import type { DraftPart, Words } from '../../src/drafts/content/draft.ts';
import { fitPart, type Fitted } from '../../src/drafts/content/fit-part.ts';
import { everyType } from '../elements/fixtures/definitions.ts';
import { settled } from '../core/answers.ts';

export const first: Instrument = settled(everyType);

/** The form after an update: `mood` and `people` are gone, `walk` is no choice any more, hours end at 12. */
const updatedDefinition: InstrumentDefinition = {
  ...everyType,
  version: '2.0.0',
  items: everyType.items
    .filter(({ id }) => id !== 'mood' && id !== 'people')
    .map((item) => {
      if (item.id === 'help') return { ...item, choices: (item as { choices: { code: string }[] }).choices.filter(({ code }) => code !== 'walk') };
      return item.id === 'hours' ? { ...item, max: 12 } : item;
    }) as InstrumentDefinition['items'],
};
export const second: Instrument = settled(updatedDefinition);

/** A part of a draft with this record. The words of an answer are its item and its values. */
export function partOf(record: Response, rejected: readonly object[] = []): DraftPart {
  const words = record.answers.map((answer): Words => [[answer.item, ...(answer.at ?? [])].join('.'), `${answer.item}?`, 'values' in answer ? answer.values.join() : answer.state]);
  return { state: JSON.stringify({ ...record, ...(rejected.length && { rejected }) }), words };
}

export const fit = (part: DraftPart, instrument: Instrument): Fitted =>
  fitPart(part, instrument, { read: (data) => readResponse(instrument, data), newId: () => 'new-id' });

/** The restored record. */
export const restored = ({ state }: Fitted): Response => JSON.parse(state!) as Response;

import type { Instrument } from '../../src/core/instrument/instrument.ts';
import type { Answer, Response } from '../../src/core/record/response.ts';

let count = 0;

/** A completed record with these answers. */
export const record = (
  instrument: Pick<Instrument, 'id' | 'version' | 'options'>,
  { answers }: Pick<Response, 'answers'>,
  more: Partial<Response> = {},
): Response => ({
  schema: 1,
  id: `record-${++count}`,
  instrument: { id: instrument.id, version: instrument.version, options: instrument.options },
  status: 'completed',
  startedAt: '2026-05-04T10:00:00+02:00',
  completedAt: '2026-05-04T10:03:00+02:00',
  locale: 'en',
  answers,
  software: { name: 'test', version: '1.0.0' },
  ...more,
});

export const left = (item: string, state: 'declined' | 'unknown' | 'not-applicable'): Answer => ({ item, state });

import type { InstrumentDefinition, Response } from 'attune-elements';

const common = {
  schema: 1,
  version: '1.0.0',
  language: 'en',
  audience: 'client',
  licence: {
    copyright: '(c) 2026 A clinic',
    licenceHolder: 'A clinic',
    licenceUrl: 'https://clinic.example/terms',
    licenceConfirmed: true,
  },
  normed: false,
  scales: {},
  absent: { declined: 'Skip this one' },
} as const;

export const first: InstrumentDefinition = {
  ...common,
  id: 'host-first',
  title: 'The first form',
  items: [
    { id: 'q1', type: 'boolean', text: 'Is this the first form?' },
    { id: 'q2', type: 'boolean', text: 'Was the room quiet?' },
  ],
};

export const second: InstrumentDefinition = {
  ...common,
  id: 'host-second',
  title: 'The second form',
  items: [{ id: 's1', type: 'boolean', text: 'Is this the second form?' }],
};

/** A record of `first` with an answer to one of its two lines. */
export const draft: Response = {
  schema: 1,
  id: 'draft-1',
  instrument: { id: 'host-first', version: '1.0.0', options: {}, language: 'en' },
  status: 'in-progress',
  startedAt: '2026-11-28T10:00:00+00:00',
  locale: 'en',
  answers: [{ item: 'q1', state: 'answered', values: [true] }],
  software: { name: 'attune-elements', version: '0.1.0' },
};

import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import { absent, agree5, licence } from './scales.ts';
import { trust12Form } from './trust-12.ts';
import { pulseLines } from './trust-facets.ts';

/** A line of trust-12 in its wording after a session. */
const line = (id: string) => {
  const found = trust12Form.items.find((item) => item.id === id)!;
  return { ...found, text: found.text.is.session };
};

/** One minute after a session: four lines of trust-12, the rating from 0 to 10 and the open question. */
export const trustPulse = {
  schema: 1,
  id: 'trust-pulse',
  version: '1.0.0',
  language: 'en',
  title: trust12Form.title.is.session,
  audience: 'client',
  licence,
  normed: false,
  intro: 'One minute. There are no right or wrong answers. You can leave out any line.',
  minutes: 1,
  scales: { agree5 },
  absent,
  items: ['t-now', ...pulseLines, 't-help'].map(line),
  scoring: { total: { method: 'mean', items: pulseLines, least: 4 } },
  result: { ...trust12Form.result, items: pulseLines, start: trust12Form.result.start.is.session },
} satisfies InstrumentDefinition;

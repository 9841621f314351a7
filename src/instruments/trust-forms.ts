import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import type { Licence } from '../core/instrument/instrument.ts';
import { facetLines, facets, pulseLines } from './trust-facets.ts';

const reversed = ['t04', 't06', 't09', 't11'];
const agree5 = ['totally-disagree', 'disagree', 'in-between', 'agree', 'totally-agree'];

const text = '';
const line = (id: string) => ({ id, type: 'choice' as const, scale: 'agree5', text });
const common = {
  schema: 1,
  version: '1.0.0',
  language: 'en',
  title: text,
  audience: 'client',
  licence: {} as Licence, // a licence covers wording, and there is none here
  normed: false,
  scales: { agree5: { choices: agree5.map((code, i) => ({ code, text, value: i + 1 })) } },
  absent: {},
} satisfies Partial<InstrumentDefinition>;
const now = { id: 't-now', type: 'rating' as const, min: 0, max: 10, minText: text, maxText: text, text };
const help = { id: 't-help', type: 'text' as const, optional: true, text };
const mean = (items: string[], least: number) => ({ method: 'mean' as const, items, least });

/**
 * trust-12 and trust-pulse without wording, bands and result: enough to read and score their records. The CDN file of the
 * trend uses these, so that a page that only shows scores does not load the wording.
 */
export const trustForms: readonly InstrumentDefinition[] = [
  {
    ...common,
    id: 'trust-12',
    options: {
      variant: { values: ['intake', 'session'], default: 'session' },
      keying: { values: ['mixed', 'positive'], default: { by: 'variant', is: { intake: 'positive', session: 'mixed' } } },
    },
    items: [
      ...facetLines.map((id) => ({
        ...line(id),
        ...(reversed.includes(id) && { reverse: true, only: { keying: ['mixed'] } }),
        ...(id.endsWith('p') && { only: { keying: ['positive'] } }),
      })),
      now,
      help,
    ],
    scoring: {
      scales: Object.fromEntries(Object.entries(facets).map(([facet, items]) => [facet, mean(items, 2)])),
      total: { ...mean(facetLines, 10), everyScale: true },
    },
  },
  { ...common, id: 'trust-pulse', items: [now, ...pulseLines.map(line), help], scoring: { total: mean(pulseLines, 4) } },
];

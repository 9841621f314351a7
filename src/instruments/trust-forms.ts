import type { InstrumentDefinition } from '../core/definition.ts';
import type { Licence } from '../core/instrument.ts';

const facets = {
  competence: ['t02', 't06', 't06p', 't10'],
  integrity: ['t03', 't08', 't11', 't11p'],
  reliability: ['t01', 't05', 't09', 't09p'],
  safety: ['t04', 't04p', 't07', 't12'],
};
const reversed = ['t04', 't06', 't09', 't11'];
const pulse = ['t01', 't02', 't03', 't07'];
const all = Object.values(facets).flat().sort();

const agree5 = ['totally-disagree', 'disagree', 'in-between', 'agree', 'totally-agree'];

const text = '';
const line = (id: string) => ({ id, type: 'choice' as const, scale: 'agree5', text });
const common = {
  schema: 1,
  version: '1.0.0',
  language: 'en',
  title: text,
  audience: 'client',
  licence: {} as Licence, // of words, and there are none
  normed: false,
  scales: { agree5: { choices: agree5.map((code, i) => ({ code, text, value: i + 1 })) } },
  absent: {},
} satisfies Partial<InstrumentDefinition>;
const now = { id: 't-now', type: 'rating' as const, min: 0, max: 10, minText: text, maxText: text, text };
const help = { id: 't-help', type: 'text' as const, optional: true, text };
const mean = (items: string[], least: number) => ({ method: 'mean' as const, items, least });

/**
 * trust-12 and trust-pulse without their wording, bands and result: what it takes to read and score their records. The
 * CDN file of the trend has these, so that a page which only shows scores need not load the words.
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
      ...all.map((id) => ({
        ...line(id),
        ...(reversed.includes(id) && { reverse: true, only: { keying: ['mixed'] } }),
        ...(id.endsWith('p') && { only: { keying: ['positive'] } }),
      })),
      now,
      help,
    ],
    scoring: {
      scales: Object.fromEntries(Object.entries(facets).map(([facet, items]) => [facet, mean(items, 2)])),
      total: { ...mean(all, 10), everyScale: true },
    },
  },
  { ...common, id: 'trust-pulse', items: [now, ...pulse.map(line), help], scoring: { total: mean(pulse, 4) } },
];

import { score } from 'attune-elements/core';
import { getInstrument } from 'attune-elements/instruments';

const asked = getInstrument('trust-12', { variant: 'session', keying: 'mixed' });
if (!asked.ok) throw new Error('no such form');

// Two of twelve lines are blank: t02 and t08.
const codes = ['totally-disagree', 'disagree', 'in-between', 'agree', 'totally-agree'];
const chosen: Record<string, number> = { t01: 4, t03: 3, t04: 2, t05: 5, t06: 2, t07: 4, t09: 1, t10: 4, t11: 2, t12: 5 };
const answers = Object.entries(chosen).map(([item, value]) => ({
  item,
  state: 'answered' as const,
  values: [codes[value - 1]!],
}));

const { status, total, scales, missing } = score(asked.instrument, { answers });
export const result = { status, total, competence: scales['competence'], missing };

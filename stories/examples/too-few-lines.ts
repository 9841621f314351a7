import { score } from 'attune-elements/core';
import { getInstrument } from 'attune-elements/instruments';

const asked = getInstrument('trust-pulse');
if (!asked.ok) throw new Error('no such form');

// The pulse needs all four of its lines. One answer gives no score, which is not the same as zero.
const answers = [{ item: 't01', state: 'answered' as const, values: ['agree'] }];

const { status, total } = score(asked.instrument, { answers });
export const result = { status, total };

import { perspectiveGap } from 'attune-elements/core';
import { empathyChecklist } from 'attune-elements/instruments';
import { seenBy } from '../seen-by.ts';

// Made-up records of one session: what client and therapist saw.
const gap = perspectiveGap(empathyChecklist, [
  seenBy('client', { e11: 'yes', e12: 'no', e13: 'partly' }, empathyChecklist),
  seenBy('therapist', { e11: 'yes', e12: 'yes' }, empathyChecklist),
]);

export const result = gap.ok && { counts: gap.counts, lines: gap.lines.slice(0, 3) };

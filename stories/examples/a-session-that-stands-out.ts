import { trend } from 'attune-elements/core';

// One person's sessions on one form, in order. The fourth had no score: it is a gap, not zero.
const scores = [75, 77.0833, 72.9167, undefined, 79.1667, 77.0833, 58.3333, 68.75, 77.0833];
const found = trend(scores.map((score) => ({ score })));

export const result = found.ok && { scored: found.scored, skipped: found.skipped, seventh: found.sessions[6] };

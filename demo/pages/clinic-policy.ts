import type { Catalogue } from '../words/en/index.ts';

/** The version of the clinic's words about its policy, for the record. */
export const policyVersion = '2026-11';

export type Topic = keyof Catalogue['policy'];

/** Statistics of instruments, for servers and clinicians' pages: pure functions and one matrix library. */
export type { Cell, Listwise, NoEstimate, Reason, Rows } from './complete-rows.ts';
export { cronbachAlpha } from './cronbach-alpha.ts';
export type { Alpha, AlphaEstimate } from './cronbach-alpha.ts';
export type { Interval } from './feldt-interval.ts';
export type { Figure } from './figure.ts';
export { itemRows } from './item-rows.ts';
export type { ItemRows } from './item-rows.ts';
export { itemStatistics } from './item-statistics.ts';
export type { ItemDescription, ItemStatistics } from './item-statistics.ts';
export { omega } from './omega.ts';
export type { Omega, OmegaEstimate } from './omega.ts';
export { responseQuality } from './response-quality.ts';
export type { Contradiction, ResponseQuality } from './response-quality.ts';
export type { Sample } from './sample.ts';

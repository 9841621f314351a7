import { standIn } from './stand-in.ts';

/** Lit reads this when its directives are evaluated, in its build for developing. */
export const removeWindowStandIn = standIn({ window: {} });

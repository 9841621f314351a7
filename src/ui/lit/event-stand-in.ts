import { standIn } from './stand-in.ts';

/** @lit/context extends this when it is evaluated. Each runtime that has a network has it, a bare engine has not. */
export const removeEventStandIn = standIn({ Event: class {} });

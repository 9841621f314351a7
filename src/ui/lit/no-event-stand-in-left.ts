import { removeEventStandIn } from './event-stand-in.ts';

removeEventStandIn();

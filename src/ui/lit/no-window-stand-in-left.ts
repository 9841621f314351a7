import { removeWindowStandIn } from './window-stand-in.ts';

removeWindowStandIn();

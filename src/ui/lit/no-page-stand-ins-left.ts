import { removePageStandIns } from './page-stand-ins.ts';

removePageStandIns();

import type { Catalogue } from '../en/index.ts';
import { failure, frame, refusals } from './frame.ts';
import { front } from './front.ts';
import { check, confirm, intake, list, part, thanks } from './intake.ts';
import { me, session, widgets } from './own.ts';
import { policy } from './policy.ts';

export const arabic: Catalogue = { frame, failure, refusals, front, intake, list, part, check, confirm, thanks, widgets, session, me, policy };

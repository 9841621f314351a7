import { absence } from './absence.ts';
import { badge } from './badge.ts';
import { board } from './board.ts';
import { boundary } from './boundary.ts';
import { checkIn } from './check-in.ts';
import { common } from './common.ts';
import { drafts } from './drafts.ts';
import { fallback } from './fallback.ts';
import { fhir } from './fhir.ts';
import { form } from './form.ts';
import { gap } from './gap.ts';
import { items } from './items.ts';
import { journal } from './journal.ts';
import { levels } from './levels.ts';
import { offer } from './offer.ts';
import { reflection } from './reflection.ts';
import { score } from './score.ts';
import { session } from './session.ts';
import { trend } from './trend.ts';
import { unsent } from './unsent.ts';

/**
 * The whole catalogue, in English. The messages of one widget are together under its name; the others are shared. A widget
 * imports only the tables that it uses, so that its file does not contain the others.
 */
export const english = {
  ...common,
  ...absence,
  ...offer,
  ...form,
  ...items,
  score,
  boundary,
  drafts,
  checkIn,
  reflection,
  session,
  levels,
  gap,
  badge,
  board,
  journal,
  trend,
  unsent,
  fhir,
  fallback,
} as const;

import { boundaryClarity } from './boundary-clarity.ts';
import { empathyChecklist } from './empathy-checklist.ts';
import { milestones } from './milestones.ts';
import { progressJournal } from './progress-journal.ts';
import { includeInstruments } from './registry.ts';
import { trust12 } from './trust-12.ts';
import { trustPulse } from './trust-pulse.ts';
import { whyTrust } from './why-trust.ts';

includeInstruments(trust12, trustPulse, empathyChecklist, boundaryClarity, milestones, progressJournal, whyTrust);

export { getInstrument, listInstruments, registerInstrument } from './registry.ts';
export { boundaryClarity, empathyChecklist, milestones, progressJournal, trust12, trustPulse, whyTrust };

import { boundaryClarity } from './boundary-clarity.ts';
import { empathyChecklist } from './empathy-checklist.ts';
import { milestones } from './milestones.ts';
import { includeInstruments } from './registry.ts';
import { trust12 } from './trust-12.ts';
import { trustPulse } from './trust-pulse.ts';
import { whyTrust } from './why-trust.ts';

includeInstruments(trust12, trustPulse, empathyChecklist, boundaryClarity, milestones, whyTrust);

export { getInstrument, listInstruments, registerInstrument } from './registry.ts';
export { boundaryClarity, empathyChecklist, milestones, trust12, trustPulse, whyTrust };

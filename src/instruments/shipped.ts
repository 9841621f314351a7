import { benefitsCheck } from './benefits-check.ts';
import { boundaryClarity } from './boundary-clarity.ts';
import { countertransferenceReflection } from './countertransference-reflection.ts';
import { empathyChecklist } from './empathy-checklist.ts';
import { environmentCheck } from './environment-check.ts';
import { milestones } from './milestones.ts';
import { mistrustObservation } from './mistrust-observation.ts';
import { opennessCheck } from './openness-check.ts';
import { progressCheckIn } from './progress-check-in.ts';
import { progressJournal } from './progress-journal.ts';
import { rapportCheck } from './rapport-check.ts';
import { includeInstruments } from './registry.ts';
import { trust12 } from './trust-12.ts';
import { trustPulse } from './trust-pulse.ts';
import { whyTrust } from './why-trust.ts';

// Registers all instruments of this package. `index.ts` can also register translations, which no widget needs.
includeInstruments(
  trust12,
  trustPulse,
  empathyChecklist,
  boundaryClarity,
  environmentCheck,
  rapportCheck,
  opennessCheck,
  benefitsCheck,
  mistrustObservation,
  countertransferenceReflection,
  progressCheckIn,
  progressJournal,
  milestones,
  whyTrust,
);

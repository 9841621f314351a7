import { checkHostedInstruments } from './register-translation.ts';
import { readForms } from './read-forms.ts';
import './shipped.ts';

checkHostedInstruments();
readForms();

export { listTranslations, registerTranslation, reviewTranslation, type HostReview } from './register-translation.ts';
export { getInstrument, listInstruments, registerInstrument, type WantedWording } from './registry.ts';
export { benefitsCheck } from './benefits-check.ts';
export { boundaryClarity } from './boundary-clarity.ts';
export { countertransferenceReflection } from './countertransference-reflection.ts';
export { empathyChecklist } from './empathy-checklist.ts';
export { environmentCheck } from './environment-check.ts';
export { milestones } from './milestones.ts';
export { mistrustObservation } from './mistrust-observation.ts';
export { opennessCheck } from './openness-check.ts';
export { progressCheckIn } from './progress-check-in.ts';
export { progressJournal } from './progress-journal.ts';
export { rapportCheck } from './rapport-check.ts';
export { trust12 } from './trust-12.ts';
export { trustPulse } from './trust-pulse.ts';
export { whyTrust } from './why-trust.ts';

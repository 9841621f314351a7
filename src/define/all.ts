import '../instruments/index.ts';
import './benefits-check.ts';
import './boundary-card.ts';
import './check-in.ts';
import './empathy-checklist.ts';
import './environment-check.ts';
import './milestone-badge.ts';
import './mistrust-observation.ts';
import './openness-check.ts';
import './perspective-gap.ts';
import './questionnaire.ts';
import './session.ts';
import './rapport-check.ts';
import './reflection.ts';
import './trust-questionnaire.ts';
import './trust-trend.ts';
import './why-trust.ts';

export { registerInstrument } from '../instruments/registry.ts';

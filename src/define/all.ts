import '../instruments/index.ts';
import './boundary-card.ts';
import './empathy-checklist.ts';
import './journal.ts';
import './milestone-badge.ts';
import './milestones.ts';
import './questionnaire.ts';
import './trust-levels.ts';
import './trust-questionnaire.ts';
import './why-trust.ts';

export { registerInstrument } from '../instruments/registry.ts';

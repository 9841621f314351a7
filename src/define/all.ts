import '../instruments/index.ts';
import './boundary-card.ts';
import './empathy-checklist.ts';
import './questionnaire.ts';
import './trust-questionnaire.ts';

export { registerInstrument } from '../instruments/registry.ts';

import { shareEngine } from '../fhir/expression-engine.ts';
import { engine } from '../fhir/expressions/evaluated-form.ts';

// One file cannot load another one, so a page adds this file for forms with expressions only.
shareEngine({ engine });

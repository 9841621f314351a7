import type { ReadIssueCode, Tell } from './issue.ts';
import { type Extensions, type Part, standardName } from './part.ts';

/** Expressions that `attune-elements/fhir/expressions` evaluates. Without it, the form works without them. */
const EVALUATED = new Set([
  'calculatedExpression',
  'constraint',
  'enableWhenExpression',
  'initialExpression',
  'itemPopulationContext',
  'targetConstraint',
  'variable',
]);

/** What a person misses without an extension that is not read elsewhere. */
const LIMITS: Record<string, ReadIssueCode> = {
  answerExpression: 'expression-not-used',
  answerOptionsToggleExpression: 'options-not-toggled',
  candidateExpression: 'expression-not-used',
  choiceColumn: 'choice-columns-not-shown',
  collapsible: 'shown-as-list',
  columnCount: 'layout-not-followed',
  contextExpression: 'expression-not-used',
  'cqf-expression': 'expression-not-used',
  maxDecimalPlaces: 'limit-not-applied',
  maxQuantity: 'limit-not-applied',
  maxSize: 'limit-not-applied',
  maxValue: 'limit-not-applied',
  mimeType: 'limit-not-applied',
  minQuantity: 'limit-not-applied',
  minValue: 'limit-not-applied',
  regex: 'limit-not-applied',
  itemMedia: 'media-not-shown',
  itemAnswerMedia: 'media-not-shown',
  'rendering-markdown': 'markup-shown-as-text',
  'rendering-style': 'markup-shown-as-text',
  'rendering-xhtml': 'markup-shown-as-text',
  lookupQuestionnaire: 'control-not-offered',
  optionalDisplay: 'extension-ignored',
  signatureRequired: 'control-not-offered',
  subQuestionnaire: 'sub-questionnaire-not-inserted',
  unitOpen: 'other-units-not-offered',
  width: 'layout-not-followed',
};

/** Reports the extensions that were not read. */
export function reportRest(extensions: Extensions, tell: Tell, path: string): void {
  for (const name of extensions.rest()) {
    // Expressions that use it are reported themselves.
    if (name === 'launchContext') continue;
    if (!EVALUATED.has(name)) tell(path, Object.hasOwn(LIMITS, name) ? LIMITS[name]! : 'extension-ignored', name);
    else for (const language of extensions.languages(name)) tell(path, 'expression-needs-evaluator', name, language);
  }
}

/** A modifier that says that another extension is important. */
const CRITICAL = 'rendering-criticalExtension';

/** Reports the modifiers that are not known. An important extension is reported where it is. */
export function reportModifiers(part: Part, path: string): void {
  for (const modifier of part.list('modifierExtension')) {
    const url = modifier.text('url') ?? '';
    const critical = standardName(url) === CRITICAL ? standardName(modifier.text('valueCanonical') ?? '') : '';
    if (!Object.hasOwn(LIMITS, critical) && !EVALUATED.has(critical) && critical !== 'entryMode') part.tell(path, 'modifier-not-known', url);
  }
}

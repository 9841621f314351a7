import type { ReadIssueCode, Tell } from './issue.ts';
import type { Extensions } from './part.ts';

/** Expressions of SDC. Without an evaluator, the form works without them. */
const EXPRESSIONS = [
  'answerExpression',
  'calculatedExpression',
  'candidateExpression',
  'constraint',
  'contextExpression',
  'cqf-expression',
  'enableWhenExpression',
  'initialExpression',
  'targetConstraint',
  'variable',
];

/** What a person misses without an extension that is not read elsewhere. */
const LIMITS: Record<string, ReadIssueCode> = {
  answerOptionsToggleExpression: 'options-not-toggled',
  choiceColumn: 'shown-as-list',
  collapsible: 'shown-as-list',
  columnCount: 'shown-as-list',
  displayCategory: 'control-not-offered',
  entryFormat: 'control-not-offered',
  entryMode: 'shown-as-list',
  itemMedia: 'media-not-shown',
  itemAnswerMedia: 'media-not-shown',
  'rendering-markdown': 'markup-shown-as-text',
  'rendering-style': 'markup-shown-as-text',
  'rendering-xhtml': 'markup-shown-as-text',
  lookupQuestionnaire: 'control-not-offered',
  optionalDisplay: 'shown-as-list',
  signatureRequired: 'control-not-offered',
  subQuestionnaire: 'sub-questionnaire-not-inserted',
  unitOpen: 'other-units-not-offered',
  width: 'shown-as-list',
  ...Object.fromEntries(EXPRESSIONS.map((name) => [name, 'expression-needs-evaluator' as const])),
};

/** Reports the extensions that were not read. */
export function reportRest(extensions: Extensions, tell: Tell, path: string): void {
  for (const name of extensions.rest()) tell(path, Object.hasOwn(LIMITS, name) ? LIMITS[name]! : 'extension-ignored', name);
}

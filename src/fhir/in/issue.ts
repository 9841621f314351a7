/**
 * How much a person or a host notices. `limited`: a part is missing, or does not do what the form wants. `ignored`: everything that a
 * person can read and answer is there. `invalid`: the resource breaks a rule of FHIR, or a limit.
 */
export type Severity = 'limited' | 'ignored' | 'invalid';

/** What was not taken over from a FHIR resource, or in another way. `docs/fhir.md` says what each code means. */
export interface ReadIssue {
  /** The linkId of the item, or the path in the resource. */
  path: string;
  code: ReadIssueCode;
  severity: Severity;
  /** The code in words and, after a colon, what it is about. For a developer. */
  message: string;
}

// Only a few codes are not `limited`, so the widget has no table of them all.

const ignored = [
  'display-without-text',
  'extension-ignored',
  'group-without-items',
  'help-shown-below',
  'hidden-by-usage-mode',
  'label-added',
  'layout-not-followed',
  'licence-unknown',
  'name-in-braces',
  'option-without-text',
  'too-long-to-keep',
  'translation-incomplete',
] as const;

const invalid = [
  'answer-without-place',
  'circular-condition',
  'condition-without-item',
  'element-out-of-place',
  'element-unknown',
  'entered-in-error',
  'id-missing',
  'limit-or-rule-broken',
  'link-id-changed',
  'link-id-missing',
  'link-id-used-twice',
  'no-items',
  'not-plain-data',
  'not-such-a-resource',
  'record-rule-broken',
  'several-values',
  'start-missing',
  'type-unknown',
  'type-wrong',
] as const;

type LimitedCode =
  | 'answer-not-as-given'
  | 'answers-inside-are-asked-once'
  | 'characters-replaced'
  | 'choice-columns-not-shown'
  | 'condition-not-decided'
  | 'condition-part-left-out'
  | 'control-not-offered'
  | 'date-without-time'
  | 'expression-needs-evaluator'
  | 'expression-not-evaluated'
  | 'expression-not-used'
  | 'launch-context-missing'
  | 'limit-not-applied'
  | 'link-not-shown'
  | 'markup-shown-as-text'
  | 'media-linked'
  | 'media-not-shown'
  | 'modifier-not-known'
  | 'no-options'
  | 'not-equal-needs-all-answered'
  | 'of-another-form'
  | 'of-another-version'
  | 'options-not-shown'
  | 'options-not-toggled'
  | 'other-answers-in-words'
  | 'other-units-not-offered'
  | 'query-failed'
  | 'query-not-answered'
  | 'reference-answered-in-words'
  | 'shown-as-list'
  | 'status-not-kept'
  | 'style-not-shown'
  | 'sub-questionnaire-not-inserted'
  | 'text-missing'
  | 'unit-written-by-the-person'
  | 'value-does-not-fit'
  | 'value-set-not-expanded'
  | 'value-set-not-whole';

export type ReadIssueCode = LimitedCode | (typeof ignored)[number] | (typeof invalid)[number];

/** Adds an issue. `about`: which extension, value or rule. `language`: of an expression that needs an evaluator. */
export type Tell = (path: string, code: ReadIssueCode, about?: unknown, language?: string) => void;

/** The most issues of one resource. */
const MOST = 100_000;
/** The most characters of a path, and of what an issue is about. */
const LONGEST = 200;

const isIn = (codes: readonly string[], code: string): boolean => codes.includes(code);

/** `languages`: those of expressions that the host evaluates, so they are no issue. */
export const tellInto =
  (issues: ReadIssue[], languages: readonly string[] = []): Tell =>
  (path, code, about, language) => {
    if (issues.length >= MOST || (language !== undefined && languages.includes(language))) return;
    const severity = isIn(invalid, code) ? 'invalid' : isIn(ignored, code) ? 'ignored' : 'limited';
    const words = code[0]!.toUpperCase() + code.slice(1).replaceAll('-', ' ');
    const detail = about === undefined ? '' : `: ${typeof about === 'string' ? about : JSON.stringify(about)}`;
    issues.push({ path: path.slice(0, LONGEST), code, severity, message: words + detail.slice(0, LONGEST) });
  };

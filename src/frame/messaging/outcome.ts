import type { ReadIssue } from '../../fhir/in/issue.ts';

/** The codes of issues that are used here: https://hl7.org/fhir/valueset-issue-type.html */
export type OutcomeCode = 'exception' | 'invalid' | 'required' | 'not-found' | 'not-supported' | 'informational';

export interface OutcomeIssue {
  severity: 'error' | 'warning' | 'information';
  code: OutcomeCode;
  /** For a developer, in English. */
  diagnostics: string;
  /** The linkId of the item, or the path in the resource. */
  expression?: string[];
}

/** What went wrong, or is worth knowing: an OperationOutcome. */
export interface OperationOutcome {
  resourceType: 'OperationOutcome';
  issue: OutcomeIssue[];
}

/** The most issues of one outcome. */
const MOST = 200;

/** Undefined without an issue: FHIR allows no empty outcome. */
export function outcomeOf(issues: readonly OutcomeIssue[]): OperationOutcome | undefined {
  if (!issues.length) return undefined;
  const left = issues.length - MOST;
  const more: OutcomeIssue[] = left > 0 ? [{ severity: 'information', code: 'informational', diagnostics: `${left} more issues` }] : [];
  return { resourceType: 'OperationOutcome', issue: [...issues.slice(0, MOST), ...more] };
}

export const errorOf = (code: OutcomeCode, diagnostics: string): OutcomeIssue => ({ severity: 'error', code, diagnostics });

/** What was read in another way than the resource says. What has no effect on the person is left out. */
export const issuesIn = (read: readonly ReadIssue[], severity: 'error' | 'warning'): OutcomeIssue[] =>
  read
    .filter((issue) => issue.severity !== 'ignored')
    .map(({ path, severity: kind, message }) => ({
      severity: kind === 'invalid' ? severity : 'warning',
      code: kind === 'invalid' ? 'invalid' : 'not-supported',
      diagnostics: message,
      ...(path && { expression: [path] }),
    }));

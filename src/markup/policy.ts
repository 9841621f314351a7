/** The part of Trusted Types that is used here. */
interface Policy {
  createHTML(text: string): unknown;
  createScriptURL(text: string): unknown;
}
interface Page {
  trustedTypes?: { createPolicy(name: string, rules: Partial<Policy>): Policy };
  [policyOfPage]?: Policy;
}

/** The CDN files share one policy, because a page may allow only one with this name. */
const policyOfPage = Symbol.for('attune.policy');

/** The only place that several files on a page share. */
const page = globalThis as Page;

/** The policy for text that becomes nodes of a document without scripts. Undefined where a page does not need one. */
export function policy(): Policy | undefined {
  if (!page.trustedTypes) return undefined;
  return (page[policyOfPage] ??= page.trustedTypes.createPolicy('attune', { createHTML: (text) => text }));
}

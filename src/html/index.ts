export type { Entries } from './entries.ts';
export type { FormProblem } from './form-problem.ts';
export { readForm, type ReadForm, type ReadFormOptions } from './read-form.ts';
export { renderFallback } from './render-fallback.ts';
export type { FallbackOptions } from './fallback-options.ts';

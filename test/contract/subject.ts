/** One widget, for the suites that every widget must pass. */
export interface Subject {
  tag: string;
  attributes?: Record<string, string>;
  properties?: Record<string, unknown>;
}

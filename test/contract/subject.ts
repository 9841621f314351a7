/** One widget, for the suites that every widget must pass. */
export interface Subject {
  tag: string;
  attributes?: Record<string, string>;
  properties?: Record<string, unknown>;
  /** Let axe look at it in every state: for the small ones, because one look at a long one takes a second. */
  everyState?: boolean;
  /** Markup of the children, where the element needs some. */
  children?: string;
}

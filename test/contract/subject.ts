/** One widget, for the suites that every widget must pass. */
export interface Subject {
  tag: string;
  attributes?: Record<string, string>;
  properties?: Record<string, unknown>;
  /** Let axe look at it in every state: for the small ones, because one look at a long one takes a second. */
  everyState?: boolean;
  /** Markup of the children, where the element needs some. */
  children?: string;
  /** Answers the lines that are written or ticked: those without radios. */
  rest?: (widget: HTMLElement) => Promise<void>;
  /** Does what brings a line with radios onto the first page, where there is none. */
  begin?: (widget: HTMLElement) => Promise<void>;
  /** The browser is given nothing to restore. */
  memoryOnly?: boolean;
}

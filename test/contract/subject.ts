/** One widget, as the contract suites test it. */
export interface Subject {
  tag: string;
  attributes?: Record<string, string>;
  properties?: Record<string, unknown>;
  /** Runs axe in every state. Only for small widgets, because axe takes a second for a long one. */
  everyState?: boolean;
  /** Markup of the children, if the element needs some. */
  children?: string;
  /** Answers the items without radios: text fields and checkboxes. */
  rest?: (widget: HTMLElement) => Promise<void>;
  /** Makes an item with radios appear on the first page, if it has none. */
  begin?: (widget: HTMLElement) => Promise<void>;
  /** The browser restores nothing. */
  memoryOnly?: boolean;
}

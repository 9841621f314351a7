/** The shadow root of a widget, which may be closed. A widget that waits to be connected has none. */
export const shadowRootOf = (widget: Element): ShadowRoot | undefined =>
  (widget as { renderRoot?: Element }).renderRoot?.getRootNode() as ShadowRoot | undefined;

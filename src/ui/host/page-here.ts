import type { ReactiveElement } from 'lit';

/** Whether all of the page has arrived. Until then a child may be missing or cut in half; the widget is updated once it has. */
export function isPageHere(widget: ReactiveElement): boolean {
  const { ownerDocument: page } = widget;
  if (page.readyState !== 'loading') return true;
  page.addEventListener('DOMContentLoaded', () => widget.requestUpdate(), { once: true });
  return false;
}

import type { ReactiveElement } from '../lit/lit.ts';

/** Whether the whole page is loaded. Before that, a child may be missing or incomplete. The widget is updated when it is loaded. */
export function isPageHere(widget: ReactiveElement): boolean {
  const { ownerDocument: page } = widget;
  if (page.readyState !== 'loading') return true;
  page.addEventListener('DOMContentLoaded', () => widget.requestUpdate(), { once: true });
  return false;
}

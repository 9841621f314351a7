const CONTROLS = 'input,select,textarea,button';

/**
 * Does something that replaces the controls of items with others in the same order, as another language does. The focus and
 * the selection stay at their place.
 */
export function keepFocus(items: Element, change: () => void): void {
  const controls = (): HTMLTextAreaElement[] => [...items.querySelectorAll<HTMLTextAreaElement>(CONTROLS)];
  const focused = (items.getRootNode() as ShadowRoot).activeElement as HTMLTextAreaElement;
  const place = controls().indexOf(focused);
  const { selectionStart, selectionEnd } = place < 0 ? ({} as HTMLTextAreaElement) : focused;
  change();
  if (place < 0 || focused.isConnected) return;
  const control = controls()[place];
  control?.focus({ preventScroll: true });
  // Not every control has a selection.
  if (selectionEnd) control?.setSelectionRange(selectionStart, selectionEnd);
}

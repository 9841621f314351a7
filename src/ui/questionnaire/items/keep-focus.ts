const CONTROLS = 'input,textarea,select,button,a,[tabindex]';

/**
 * Does something that may replace the elements of items, as another language does. If the focus was in an item, the same
 * control of that item has it afterwards, with the same selection.
 */
export function keepFocus(items: Element, change: () => void): void {
  const { activeElement: focused } = items.getRootNode() as ShadowRoot;
  const item = focused && items.contains(focused) && focused.closest<HTMLElement>('[data-key]');
  if (!item) return change();
  const nth = [...item.querySelectorAll(CONTROLS)].indexOf(focused);
  const { selectionStart, selectionEnd } = focused as HTMLTextAreaElement;
  change();
  if (focused.isConnected) return;
  const again = [...items.querySelectorAll<HTMLElement>('[data-key]')].find(({ dataset }) => dataset.key === item.dataset.key);
  const control = again?.querySelectorAll<HTMLElement>(CONTROLS)[nth] as HTMLTextAreaElement | undefined;
  control?.focus({ preventScroll: true });
  // Other controls have no selection.
  if (typeof selectionStart === 'number') control?.setSelectionRange(selectionStart, selectionEnd);
}

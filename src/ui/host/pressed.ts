/**
 * The button or link of the view that a click is on, or on the words inside it: words in another language than the text around them are
 * in an element of their own. Not one of the page, which can be around the widget or in a slot.
 */
export function pressed({ target, currentTarget }: Event): HTMLElement | undefined {
  const button = (target as Element).closest<HTMLElement>('[data-do]');
  return button && (currentTarget as Node).contains(button) ? button : undefined;
}

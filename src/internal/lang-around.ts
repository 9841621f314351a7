/** The language that holds where an element stands, through shadow roots too; empty where nobody says one. */
export function langAround(element: Element): string {
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as Partial<ShadowRoot>).host) {
    const found = at.closest('[lang]');
    if (found) return found.getAttribute('lang')!;
  }
  return '';
}

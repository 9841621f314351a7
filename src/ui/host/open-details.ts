/** Opens all closed details around an element: what is in them cannot be focused. */
export function openDetails(element: Element): void {
  for (let at: Node | null | undefined = element; at; at = (at as Element).assignedSlot ?? at.parentNode ?? (at as Partial<ShadowRoot>).host) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
}

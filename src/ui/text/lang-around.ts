/** The language that holds where an element stands, through shadow roots too; empty where nobody says one. */
export const langAround = (element: Element | undefined): string =>
  element
    ? (element.closest('[lang]')?.getAttribute('lang') ?? langAround((element.getRootNode() as Partial<ShadowRoot>).host))
    : '';

/** The `lang` of an element or of the nearest element around it, also outside its shadow root; '' if there is none. */
export const langAround = (element: Element | undefined): string =>
  element
    ? (element.closest('[lang]')?.getAttribute('lang') ?? langAround((element.getRootNode() as Partial<ShadowRoot>).host))
    : '';

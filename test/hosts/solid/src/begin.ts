// #region begin
/** For `ref`: the element, which waits with `defer-hydration`, begins when its listeners and properties are set. */
export const begin = (element: Element): void => queueMicrotask(() => element.removeAttribute('defer-hydration'));
// #endregion

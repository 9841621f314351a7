// #region begin
/** For `{@attach}`: the element, which waits with `defer-hydration`, begins when its listeners are attached and its properties set. */
export const begin = (element: Element): void => element.removeAttribute('defer-hydration');
// #endregion

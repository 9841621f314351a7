/** Adds a note to `used` for each call of a function of the page that sends or stores. */
export function watchPage(used: string[]): () => void {
  const undo: (() => void)[] = [];
  const note = (owner: object, name: string): void => {
    const own = Object.getOwnPropertyDescriptor(owner, name);
    if (!own?.value) return;
    Object.defineProperty(owner, name, { ...own, value: () => void used.push(name) });
    undo.push(() => Object.defineProperty(owner, name, own));
  };
  note(window, 'fetch');
  note(XMLHttpRequest.prototype, 'open');
  note(Navigator.prototype, 'sendBeacon');
  for (const name of ['getItem', 'setItem', 'removeItem']) note(Storage.prototype, name);
  note(IDBFactory.prototype, 'open');
  if ('CacheStorage' in window) note(CacheStorage.prototype, 'open');
  return () => undo.forEach((one) => one());
}

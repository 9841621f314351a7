/** Records the listeners that are added to the targets from now on, and how often they are called. */
export function watchListeners(...targets: EventTarget[]): { listening: () => string[]; calls: () => number; undo: () => void } {
  const added = new Map<unknown, { type: string; heard: EventListener }>();
  let calls = 0;
  for (const target of targets) {
    Object.assign(target, {
      addEventListener(type: string, listener: EventListener, options?: AddEventListenerOptions | boolean) {
        const { once, signal } = typeof options === 'object' ? options : {};
        const heard = (event: Event): void => {
          calls++;
          if (once) added.delete(listener);
          listener.call(target, event);
        };
        if (signal?.aborted) return;
        signal?.addEventListener('abort', () => added.delete(listener));
        added.set(listener, { type, heard });
        EventTarget.prototype.addEventListener.call(target, type, heard, options);
      },
      removeEventListener(type: string, listener: EventListener, options?: EventListenerOptions | boolean) {
        const heard = added.get(listener)?.heard ?? listener;
        added.delete(listener);
        EventTarget.prototype.removeEventListener.call(target, type, heard, options);
      },
    });
  }
  return {
    listening: () => [...added.values()].map(({ type }) => type),
    calls: () => calls,
    undo() {
      for (const target of targets) {
        Reflect.deleteProperty(target, 'addEventListener');
        Reflect.deleteProperty(target, 'removeEventListener');
      }
    },
  };
}

import type { ReactiveControllerHost } from '../lit/lit.ts';

/** Calls `begin` when the host comes into a page, and the function that it returned when the host leaves. */
export function whileConnected(host: ReactiveControllerHost, begin: () => () => void): void {
  let end = (): void => {};
  host.addController({
    hostConnected() {
      end = begin();
    },
    hostDisconnected: () => end(),
  });
}

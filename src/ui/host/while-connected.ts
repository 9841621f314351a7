import type { ReactiveControllerHost } from 'lit';

/** Begins something when the host comes into a page, and ends it when the host leaves. `begin` returns what ends it. */
export function whileConnected(host: ReactiveControllerHost, begin: () => () => void): void {
  let end = (): void => {};
  host.addController({
    hostConnected() {
      end = begin();
    },
    hostDisconnected: () => end(),
  });
}

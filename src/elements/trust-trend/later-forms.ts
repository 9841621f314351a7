import type { ReactiveElement } from 'lit';
import { onRegistered } from '../../instruments/registry.ts';

/** Lets a widget that stands on a page read its records anew when an instrument is registered: one of them may be for it. */
export function whenRegistered(host: ReactiveElement, readAnew: () => void): void {
  let leave: () => void;
  const wait = (): void => void (leave = onRegistered(again));
  const again = (): void => {
    readAnew();
    host.requestUpdate();
    wait();
  };
  host.addController({
    hostConnected() {
      readAnew();
      wait();
    },
    hostDisconnected: () => leave(),
  });
}

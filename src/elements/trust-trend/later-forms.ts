import type { ReactiveElement } from 'lit';
import { onRegistered } from '../../instruments/registry.ts';

/** Lets a connected widget read its records again when an instrument is registered: it may be the one they need. */
export function whenRegistered(host: ReactiveElement, readAgain: () => void): void {
  let stop: () => void;
  const wait = (): void => {
    stop = onRegistered(() => {
      readAgain();
      host.requestUpdate();
      wait();
    });
  };
  host.addController({
    hostConnected() {
      readAgain();
      wait();
    },
    hostDisconnected: () => stop(),
  });
}

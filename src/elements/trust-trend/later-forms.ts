import type { ReactiveElement } from 'lit';
import { onRegistered } from '../../instruments/registry.ts';
import { whileConnected } from '../../ui/host/while-connected.ts';

/** Lets a connected widget read its records again when an instrument is registered: it may be the one they need. */
export function whenRegistered(host: ReactiveElement, readAgain: () => void): void {
  whileConnected(host, () => {
    readAgain();
    return onRegistered(() => {
      readAgain();
      host.requestUpdate();
    });
  });
}

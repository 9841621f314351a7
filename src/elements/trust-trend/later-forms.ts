import type { ReactiveElement } from '../../ui/lit/lit.ts';
import { onRegistered } from '../../instruments/registry.ts';
import { whileConnected } from '../../ui/host/while-connected.ts';

/** Reads the records of a connected widget again when an instrument is registered, because they may need it. */
export function whenRegistered(host: ReactiveElement, readAgain: () => void): void {
  whileConnected(host, () => {
    readAgain();
    return onRegistered(() => {
      readAgain();
      host.requestUpdate();
    });
  });
}

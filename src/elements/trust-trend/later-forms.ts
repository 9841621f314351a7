import type { ReactiveElement } from 'lit';
import { onRegistered } from '../../instruments/registry.ts';
import { whileConnected } from '../../internal/while-connected.ts';

/** Lets a widget that stands on a page read its records anew when an instrument is registered: one of them may be for it. */
export function whenRegistered(host: ReactiveElement, readAnew: () => void): void {
  whileConnected(host, () => {
    readAnew();
    return onRegistered(() => {
      readAnew();
      host.requestUpdate();
    });
  });
}

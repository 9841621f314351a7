import { noteOf } from '../storage/hand-over.ts';
import { lookOnDevice, onDevice } from '../storage/on-device.ts';
import type { DraftHost } from '../ui/safety/draft-keeper.ts';

/** Where a draft is: in the memory of the browser for this tab, encrypted on the device, or where the page puts it. */
export type Place = 'Tab' | 'Device' | 'Page';

/** A store for drafts. What it returns was perhaps not written by us. */
export interface Store {
  /** `undefined` or `null` if there is nothing, and a text that is no draft if it cannot be read. */
  get(name: string): unknown;
  /** `until`: when the draft is over, in milliseconds (epoch). */
  set(name: string, text: string, until: number): unknown;
  delete(name: string): unknown;
}

const PREFIX = 'attune-draft:';

const stores: Record<Exclude<Place, 'Page'>, Store> = {
  Tab: {
    get: (name) => sessionStorage.getItem(name),
    set: (name, text) => sessionStorage.setItem(name, text),
    delete: (name) => sessionStorage.removeItem(name),
  },
  Device: {
    async get(name) {
      const stored = await onDevice.get(name);
      return stored && (stored.ok ? stored.text : '');
    },
    set: onDevice.set,
    delete: onDevice.delete,
  },
};

/** Whether an outbox on this device has the record, or has sent it. */
export const isHandedOver = (id: string): Promise<boolean> => lookOnDevice(noteOf(id)).then(Boolean, () => false);

/** The place that a host asks for; `undefined` if it asks for none. */
export const placeOf = ({ autosave, draftStore }: DraftHost): Place | undefined =>
  draftStore ? 'Page' : autosave && (autosave === 'device' ? 'Device' : 'Tab');

export const storeFor = (place: Place, { draftStore }: DraftHost): Store => (place === 'Page' ? draftStore! : stores[place]);

/** The name of a draft in its store. It can be read on the device. */
export const nameOf = (key: string, of: string): string => `${PREFIX}${encodeURIComponent(key)}:${of}`;

/** Erases what this tab keeps under names that begin with `prefix`. */
export function clearTab(prefix: string): void {
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(prefix)) sessionStorage.removeItem(name);
}

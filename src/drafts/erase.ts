import { onDevice } from '../storage/on-device.ts';
import { clearTab, nameOf } from './stores.ts';
import { eraseAll } from './writer.ts';

/** The names of drafts, and of notes about them, begin with it. */
const ANY = 'attune-draft';

/**
 * Erases the drafts on this device and in this tab: those with a `draft-key`, or without one all of them. For a page on which a person
 * signs out, or on which your server says that it has the answers of a form. A store of your own is not erased. Rejects if the browser
 * refuses storage.
 */
export async function eraseDrafts(draftKey?: string): Promise<void> {
  const prefix = draftKey === undefined ? ANY : nameOf(draftKey, '');
  clearTab(prefix);
  await eraseAll(prefix, () => onDevice.clear(prefix));
}

import { isOver, readDraft, type Draft } from './content/draft.ts';
import type { Settings } from './draft-settings.ts';
import { withoutHandedOver } from './members.ts';
import { written } from './writer.ts';

/**
 * Reads the draft that is stored now; `undefined` if there is none. Without the records that an outbox has or has sent; what is over, or
 * has nothing else, is erased. `onUnreadable` is called if something else is stored there. Rejects if the store refuses.
 */
export async function findDraft({ store, name }: Settings, onUnreadable: () => void): Promise<Draft | undefined> {
  await written(name);
  const text = await store.get(name);
  if (text === undefined || text === null) return undefined;
  const read = readDraft(text);
  if (!read.ok) {
    onUnreadable();
    return undefined;
  }
  const draft = { ...read.draft, parts: await withoutHandedOver(read.draft.parts) };
  if (!isOver(draft, Date.now()) && (draft.parts.length || draft.aside.length)) return draft;
  await store.delete(name);
  return undefined;
}

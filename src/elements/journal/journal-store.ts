// Owns access to `localStorage`. No other module of the library stores anything. It does not know what the text means. It
// reads only under a name that the host has set, and it writes only after the person has chosen to store.

const keyOf = (name: string): string => `attune-journal:${name}`;

/** The text that is stored under a name, or `null`. Throws if the browser refuses storage. */
export const readStored = (name: string): string | null => localStorage.getItem(keyOf(name));

/** Milliseconds that a window keeps its turn after a write, because windows of other processes see a write only after a moment. */
const VISIBLE_AFTER = 400;

/**
 * Reads the stored text, lets `make` return the new one (`null` deletes it), and writes that. It never overwrites what
 * another window wrote in the meantime: windows take turns if the browser has Web Locks, and `make` runs again if the
 * stored text has changed. Rejects without a change if `make` rejects, or if the browser refuses or has no space.
 */
export async function changeStored(
  name: string,
  make: (stored: string | null) => Promise<string | null>,
): Promise<void> {
  const key = keyOf(name);
  const change = async (): Promise<void> => {
    const before = readStored(name);
    const after = await make(before);
    if (readStored(name) !== before) await change();
    else if (after === null) localStorage.removeItem(key);
    else localStorage.setItem(key, after);
  };
  // Missing on pages without HTTPS.
  const { locks } = navigator as Partial<Navigator>;
  if (!locks) return change();
  return new Promise((done, fail) => {
    const turn = (): Promise<void> =>
      change()
        .then(done, fail)
        .then(() => new Promise((free) => setTimeout(free, VISIBLE_AFTER)));
    locks.request(key, turn).catch(fail);
  });
}

/** Whether a `storage` event reports that another window has changed what is stored under a name. */
export const isAbout = ({ key }: StorageEvent, name: string): boolean => key === keyOf(name) || key === null;

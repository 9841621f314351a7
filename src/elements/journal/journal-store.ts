/**
 * Where a journal is kept on the device. Nothing else in the library stores anything, and nothing here runs before the
 * host has named a place and, for writing, the person has chosen to keep.
 */
const placeOf = (name: string): string => `attune-journal:${name}`;

/** What is kept under a name, as text; `null` when nothing is. Throws where the browser refuses storage. */
export const readStored = (name: string): string | null => localStorage.getItem(placeOf(name));

/** Windows of other processes hear of a write after a moment. Until then, none of them takes its turn. */
const MOMENT = 400;

/**
 * Reads, lets `make` say what is to stand there (`null`: nothing), and writes. What another window writes meanwhile is
 * never overwritten: windows take turns where the browser has locks, and `make` runs again on what it had not seen.
 * Rejects, with everything as it was, when `make` does, or the browser has no room or refuses.
 */
export async function changeStored(
  name: string,
  make: (stored: string | null) => Promise<string | null>,
): Promise<void> {
  const place = placeOf(name);
  const change = async (): Promise<void> => {
    const before = readStored(name);
    const after = await make(before);
    if (readStored(name) !== before) await change();
    else if (after === null) localStorage.removeItem(place);
    else localStorage.setItem(place, after);
  };
  // Missing on pages that are not served over HTTPS.
  const { locks } = navigator as Partial<Navigator>;
  if (!locks) return change();
  return new Promise((done, fail) => {
    const turn = (): Promise<void> =>
      change()
        .then(done, fail)
        .then(() => new Promise((free) => setTimeout(free, MOMENT)));
    locks.request(place, turn).catch(fail);
  });
}

/** Whether a `storage` event tells that another window has changed what is kept under a name. */
export const isAbout = ({ key }: StorageEvent, name: string): boolean => key === placeOf(name) || key === null;

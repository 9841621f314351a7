/** In milliseconds. A page that is being left may hold the lock for a moment longer. */
const PATIENCE = 800;

/** Lets another tab have the lock. */
export type Release = () => void;

/** The locks that all tabs of the site share. There are none without HTTPS; then every tab has each. */
const shared = (): LockManager | undefined => (navigator as Partial<Navigator>).locks;

/**
 * Holds a lock that only one tab of the site can have; `undefined` if another tab has it. `steal`: takes it from the other tab, which is
 * told by its `onLost`.
 */
export function holdLock(name: string, onLost: () => void, steal = false): Promise<Release | undefined> {
  return new Promise((done) => {
    const locks = shared();
    if (!locks) return done(() => undefined);
    let isHeld = false;
    const hold = (): Promise<void> =>
      new Promise((free) => {
        isHeld = true;
        done(free);
      });
    locks.request(name, steal ? { steal } : { signal: AbortSignal.timeout(PATIENCE) }, hold).catch(() => (isHeld ? onLost() : done(undefined)));
  });
}

/** Does the work while this tab has the lock; resolves to `undefined` at once if another tab has it. */
export async function doAlone<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  const locks = shared();
  return locks ? locks.request(name, { ifAvailable: true }, async (lock) => (lock ? work() : undefined)) : work();
}

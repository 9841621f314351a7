const HOUR = 60 * 60 * 1000;

/** Clocks of a server are wrong by up to so much, in milliseconds; those of a device by up to the rest of a day. */
const MOST_SERVER = 8 * HOUR;
const MOST_DEVICE = 15 * HOUR;

/** By how much a server's clock is wrong now, in milliseconds. */
export const wrongServerClock = (random: () => number): number => (random() * 2 - 1) * MOST_SERVER;

/** By how much a device's clock is wrong now: right, wrong by hours, or as after its battery was empty, in 1970. */
export function wrongDeviceClock(random: () => number): number {
  const kind = random();
  if (kind < 0.4) return 0;
  return kind < 0.9 ? (random() * 2 - 1) * MOST_DEVICE : 30 * HOUR - Date.now();
}

/** Sets the clock of this process: what `Date` says from now on is wrong by so many milliseconds. */
export function setClock(wrongBy: number): void {
  const { now } = RightDate;
  globalThis.Date = new Proxy(RightDate, {
    construct: (target, values, newTarget) => Reflect.construct(target, values.length ? values : [now() + wrongBy], newTarget) as object,
    get: (target, name) => (name === 'now' ? () => now() + wrongBy : (Reflect.get(target, name) as unknown)),
  });
}
const RightDate = Date;

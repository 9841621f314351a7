/** What happens to one request on its way. `docs/faults.md` says what each is. */
export const FAULTS = ['none', 'cut-before', 'cut-after', '500', '429', 'stall', 'doubled', 'late', 'other-record'] as const;
export type Fault = (typeof FAULTS)[number];

/** How often each fault is drawn, of 100. The rest is `none`. */
const SHARES: Record<Exclude<Fault, 'none'>, number> = {
  'cut-before': 5,
  'cut-after': 6,
  '500': 4,
  '429': 3,
  stall: 2,
  doubled: 6,
  late: 6,
  'other-record': 1,
};

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32, Tommy Ettinger, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws the fault of the next request. */
export function drawFault(random: () => number): Fault {
  let left = random() * 100;
  for (const [fault, share] of Object.entries(SHARES)) if ((left -= share) < 0) return fault as Fault;
  return 'none';
}

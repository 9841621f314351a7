/** How many wrong guesses of a source are answered at once. */
const free = 8;

/** A source is forgotten this long after its last wrong guess. */
const memory = 60 * 1000;

/** The time between two turns of a source that has used up its free guesses. */
export const pace = 2 * 1000;

const mostWaiting = 100;
const mostSources = 10_000;

/** `slowed` is a wrong guess that had to wait. A `crowded` guess was not checked. */
export type Outcome = 'right' | 'wrong' | 'slowed' | 'crowded';

interface Source {
  wrong: number;
  until: number;
  waiting: number;
  turn?: Promise<void> | undefined;
}

/**
 * Slows guesses at a secret, separately for each source (docs/decisions/0021). It calls `isRight` when a guess has its
 * turn, and not at all if too many guesses of its source are waiting.
 */
export function slowGuesses(): (from: string, isRight: () => boolean) => Promise<Outcome> {
  // In the order of the last wrong guess. A source without a wrong guess is not in the map.
  const sources = new Map<string, Source>();

  const noteWrong = (from: string, source: Source): void => {
    source.wrong++;
    source.until = Date.now() + memory;
    sources.delete(from);
    sources.set(from, source);
    const [oldest] = sources.keys();
    if (sources.size > mostSources && oldest !== undefined) sources.delete(oldest);
  };

  return async (from, isRight) => {
    const known = sources.get(from);
    const source = known && known.until > Date.now() ? known : { wrong: 0, until: 0, waiting: 0 };
    const isSlow = source.wrong >= free;
    if (isSlow) {
      if (source.waiting >= mostWaiting) return 'crowded';
      await nextTurn(source);
    }
    if (isRight()) return 'right';
    noteWrong(from, source);
    return isSlow ? 'slowed' : 'wrong';
  };
}

/** All waiting guesses of a source have their turn together, so their number does not make the right one wait longer. */
function nextTurn(source: Source): Promise<void> {
  source.waiting++;
  source.turn ??= new Promise((resolve) => {
    setTimeout(() => {
      source.waiting = 0;
      source.turn = undefined;
      resolve();
    }, pace);
  });
  return source.turn;
}

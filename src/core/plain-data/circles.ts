/**
 * Finds circles in what depends on what. Two names have the same number exactly when each depends on the other, also by
 * way of others. It takes time in proportion to the number of dependencies (Tarjan's algorithm), and no recursion: a chain
 * can be as long as the form.
 */
export function circles(needs: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const found = new Map<string, number>();
  const order = new Map<string, number>();
  /** The earliest name on the trail that can be reached from here. */
  const lowest = new Map<string, number>();
  /** Names whose circle is not complete yet. */
  const trail: string[] = [];
  const open: { name: string; rest: Iterator<string> }[] = [];

  const enter = (name: string): void => {
    order.set(name, order.size);
    lowest.set(name, order.get(name)!);
    trail.push(name);
    open.push({ name, rest: (needs.get(name) ?? [])[Symbol.iterator]() });
  };
  const lower = (name: string, to: number): void => void lowest.set(name, Math.min(lowest.get(name)!, to));

  const leave = (name: string): void => {
    const outer = open.at(-1);
    if (outer) lower(outer.name, lowest.get(name)!);
    if (lowest.get(name) !== order.get(name)) return;
    for (const member of trail.splice(trail.lastIndexOf(name))) found.set(member, order.get(name)!);
  };

  for (const start of needs.keys()) {
    if (!order.has(start)) enter(start);
    for (let inner = open.at(-1); inner; inner = open.at(-1)) {
      const { name, rest } = inner;
      const { value: next, done } = rest.next();
      if (done) {
        open.pop();
        leave(name);
      } else if (!order.has(next)) enter(next);
      else if (!found.has(next)) lower(name, order.get(next)!);
    }
  }
  return found;
}

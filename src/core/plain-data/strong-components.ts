/**
 * The strongly connected components of a graph, found with Tarjan's algorithm (1972, SIAM J. Comput. 1, 146-160). Returns
 * a number for each name. Two names have the same number exactly if each depends on the other, directly or through others.
 * A name that `dependencies` lists but has no entry for gets a number of its own.
 *
 * The time is linear in the number of dependencies. There is no recursion, because a chain can be as long as the form.
 */
export function strongComponents(dependencies: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const componentOf = new Map<string, number>();
  /** The order in which the names were visited. */
  const order = new Map<string, number>();
  /** The earliest name on `trail` that can be reached from each name. */
  const lowest = new Map<string, number>();
  /** Visited names whose component is not complete yet. */
  const trail: string[] = [];
  /** The names from the start to the current one, each with the dependencies that are left to visit. */
  const path: { name: string; rest: Iterator<string> }[] = [];

  const enter = (name: string): void => {
    order.set(name, order.size);
    lowest.set(name, order.get(name)!);
    trail.push(name);
    path.push({ name, rest: (dependencies.get(name) ?? [])[Symbol.iterator]() });
  };
  const lower = (name: string, to: number): void => void lowest.set(name, Math.min(lowest.get(name)!, to));

  const leave = (name: string): void => {
    const outer = path.at(-1);
    if (outer) lower(outer.name, lowest.get(name)!);
    if (lowest.get(name) !== order.get(name)) return;
    for (const member of trail.splice(trail.lastIndexOf(name))) componentOf.set(member, order.get(name)!);
  };

  for (const start of dependencies.keys()) {
    if (!order.has(start)) enter(start);
    for (let current = path.at(-1); current; current = path.at(-1)) {
      const { name, rest } = current;
      const { value: next, done } = rest.next();
      if (done) {
        path.pop();
        leave(name);
      } else if (!order.has(next)) enter(next);
      else if (!componentOf.has(next)) lower(name, order.get(next)!);
    }
  }
  return componentOf;
}

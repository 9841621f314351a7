// Kept here, not read back: WebKit's set forgets what it holds when its wrapper is collected, and `:state()` goes on matching.
const shown = new WeakMap<ElementInternals, Readonly<Record<string, boolean>>>();

/** Puts an element into just those of its custom states (`:state(name)`) that are on. */
export function showStates(internals: ElementInternals, names: Readonly<Record<string, boolean>>): void {
  // Missing in Safari before 17.4 and Firefox before 126.
  const { states } = internals as Partial<ElementInternals>;
  if (!states) return;
  const before = shown.get(internals);
  shown.set(internals, names);
  for (const [name, isOn] of Object.entries(names)) {
    if (!!before?.[name] === isOn) continue;
    // Chromium before 125 takes only names that begin with two dashes.
    const dashed = `--${name}`;
    states.delete(name);
    states.delete(dashed);
    if (!isOn) continue;
    try {
      states.add(name);
    } catch {
      states.add(dashed);
    }
  }
}

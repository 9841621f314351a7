// Stored here and not read back: WebKit's set is empty after its wrapper is collected, although `:state()` still matches.
const shown = new WeakMap<ElementInternals, Readonly<Record<string, boolean>>>();

/** Sets the custom states of an element (`:state(name)`) that are on, and removes the others. */
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

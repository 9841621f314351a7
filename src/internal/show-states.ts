/** Puts an element into just those of its custom states (`:state(name)`) that are on. */
export function showStates({ states }: ElementInternals, names: Readonly<Record<string, boolean>>): void {
  for (const [name, isOn] of Object.entries(names)) {
    // Chromium before 125 takes only names that begin with two dashes.
    const dashed = `--${name}`;
    if ((states.has(name) || states.has(dashed)) === isOn) continue;
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

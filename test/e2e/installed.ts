// Named by a variable: the compiler need not know the plain JavaScript of the tools.
const engines = new URL('../../tools/engines.mjs', import.meta.url).href;

/** Where this machine has the browsers that the host is tried in. */
export const { chromium, firefox } = (
  (await import(engines)) as { findEngines: () => { chromium?: string; firefox?: string } }
).findEngines();

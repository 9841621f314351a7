// Named by a variable: the compiler need not know the plain JavaScript of the tools.
const engines = new URL('../../tools/engines.mjs', import.meta.url).href;

const { findEngines, findPostgres } = (await import(engines)) as {
  findEngines: () => { chromium?: string; firefox?: string };
  findPostgres: () => string | undefined;
};

/** Where this machine has the browsers that the host is tried in. */
export const { chromium, firefox } = findEngines();

/** The folder of PostgreSQL's programs. */
export const postgresql = findPostgres();

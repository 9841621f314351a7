import type { WebKitPrograms } from '../../tools/webkit-window.mjs';

// The path is in a variable, so that the compiler does not check the plain JavaScript of the tools.
const engines = new URL('../../tools/engines.mjs', import.meta.url).href;

const { findEngines, findPostgres } = (await import(engines)) as {
  findEngines: () => { chromium?: string; firefox?: string; webkit?: WebKitPrograms };
  findPostgres: () => string | undefined;
};

/** The paths of the browsers that test the host, on this machine. */
export const { chromium, firefox, webkit } = findEngines();

/** The folder with the programs of PostgreSQL. */
export const postgresql = findPostgres();

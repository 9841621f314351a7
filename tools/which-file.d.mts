/** The table of docs/which-file.md, from the files that were built. */
export function waysTable(): string;
/** The table that docs/which-file.md shows. */
export function tableInDocument(): string;

/** The folder with `wordpress` of a release of Debian. Undefined if it is not there. */
export function findWordPress(release: string): string | undefined;

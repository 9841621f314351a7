/** One value for all copies of this library on the page, under a global symbol. */
export function sharedOnPage<T extends object>(name: string, make: () => T): T {
  const page = globalThis as unknown as Record<symbol, T>;
  return (page[Symbol.for(`attune.${name}`)] ??= make());
}

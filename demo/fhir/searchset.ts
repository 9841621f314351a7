import type { Given, Paging } from './search.ts';

/** The answer to a search, as FHIR says it. */
export interface Searchset<R> {
  resourceType: 'Bundle';
  type: 'searchset';
  total: number;
  link: { relation: 'self' | 'first' | 'next'; url: string }[];
  entry?: { fullUrl: string; resource: R; search: { mode: 'match' } }[];
}

interface Found<R> {
  total: number;
  resources: readonly R[];
  /** Where the next page begins. */
  next: string | undefined;
}

/** One page of a search, with the addresses of this page, the first and the next. */
export function searchset<R extends { resourceType: string; id: string }>(base: string, type: string, { total, resources, next }: Found<R>, { used, after }: Paging): Searchset<R> {
  const page = (cursor: string | undefined): string => address(`${base}/${type}`, cursor === undefined ? used : [...used, ['_cursor', cursor]]);
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total,
    link: [
      { relation: 'self', url: page(after) },
      { relation: 'first', url: page(undefined) },
      ...(next === undefined ? [] : [{ relation: 'next' as const, url: page(next) }]),
    ],
    // FHIR has no empty lists.
    ...(resources.length && {
      entry: resources.map((resource) => ({ fullUrl: `${base}/${type}/${resource.id}`, resource, search: { mode: 'match' as const } })),
    }),
  };
}

function address(path: string, given: Given): string {
  const query = new URLSearchParams(given.map(([name, value]) => [name, value])).toString();
  return query ? `${path}?${query}` : path;
}

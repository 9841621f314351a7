import type { Component } from 'solid-js';

export interface PageProps {
  /** The query of the address. */
  search: string;
}

type Load = () => Promise<{ default: Component<PageProps> }>;

export const pages: Record<string, Load | undefined> = {
  intake: () => import('./views/intake'),
  survey: () => import('./views/survey'),
  properties: () => import('./views/properties'),
  children: () => import('./views/children'),
  draft: () => import('./views/draft'),
  events: () => import('./views/events'),
  everywhere: () => import('./views/everywhere'),
};

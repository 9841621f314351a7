import type { ComponentType } from 'react';

export interface PageProps {
  /** The query of the address. */
  search: string;
}

type Load = () => Promise<{ default: ComponentType<PageProps> }>;

export const pages: Record<string, Load | undefined> = {
  intake: () => import('./views/intake'),
  survey: () => import('./views/survey'),
  properties: () => import('./views/properties'),
  children: () => import('./views/children'),
  draft: () => import('./views/draft'),
  events: () => import('./views/events'),
  everywhere: () => import('./views/everywhere'),
};

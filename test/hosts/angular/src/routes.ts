import type { Type } from '@angular/core';
import type { Routes } from '@angular/router';

const pages: Record<string, () => Promise<{ Page: Type<unknown> }>> = {
  intake: () => import('./pages/intake'),
  survey: () => import('./pages/survey'),
  properties: () => import('./pages/properties'),
  children: () => import('./pages/children'),
  draft: () => import('./pages/draft'),
  forms: () => import('./pages/forms'),
  events: () => import('./pages/events'),
  everywhere: () => import('./pages/everywhere'),
};

export const routes: Routes = Object.entries(pages).map(([path, load]) => ({
  path,
  loadComponent: async () => (await load()).Page,
}));

import type { Type } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';

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

const show = async (): Promise<void> => {
  const { Page } = await pages[location.pathname.slice(1)]!();
  await bootstrapApplication(Page);
};
void show();

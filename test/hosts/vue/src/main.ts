import { createApp, type Component } from 'vue';

const pages: Record<string, () => Promise<{ default: Component }>> = {
  intake: () => import('./pages/Intake.vue'),
  survey: () => import('./pages/Survey.vue'),
  properties: () => import('./pages/Properties.vue'),
  children: () => import('./pages/Children.vue'),
  draft: () => import('./pages/Draft.vue'),
  events: () => import('./pages/Events.vue'),
  everywhere: () => import('./pages/Everywhere.vue'),
};
const name = location.pathname.slice(1);
const page = await pages[name]!();
// This page defines the elements itself, later.
if (name !== 'properties') await import('attune-elements/define');
createApp(page.default).mount('#app');

import { bootstrapApplication } from '@angular/platform-browser';
import { config } from './app.config';
import { Root } from './root';

const begin = async (): Promise<void> => {
  // With `?slow` the elements are defined long before Angular begins.
  if (location.search.includes('slow')) {
    await import('attune-elements/define/trust-questionnaire');
    await new Promise((go) => addEventListener('go', go, { once: true }));
  }
  await bootstrapApplication(Root, config);
};
void begin();

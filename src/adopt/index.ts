import type { Instrument } from '../core/instrument/instrument.ts';
import type { Answer } from '../core/record/response.ts';
import { takeFallback, watchFocus } from './take-fallback.ts';

// For a page with a form without script inside the element of a widget: load it before the widget. It sets what
// `ui/questionnaire/fallback-taker.ts` calls.

type TakeFallback = (element: HTMLElement, instrument: Instrument, adopt: (answers: readonly Answer[]) => void, goTo: (key: string) => void) => void;

// On a server there is no page, and nothing to take the place of.
const page = globalThis as { [key: symbol]: TakeFallback | undefined; document?: Document };
page[Symbol.for('attune.fallback')] = (element, instrument, adopt, goTo) => takeFallback(element, { instrument, adopt, goTo });

if (page.document) watchFocus();
// A widget that came first looks again.
for (const form of page.document?.querySelectorAll('[data-attune=fallback]') ?? []) {
  for (let around = form.parentElement; around; around = around.parentElement) (around as { requestUpdate?(): void }).requestUpdate?.();
}

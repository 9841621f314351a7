import type { Instrument } from '../../core/instrument/instrument.ts';
import type { Answer } from '../../core/record/response.ts';

/** What takes over from a form without script in an element. `goTo` opens the page of an item and moves the focus to it. */
type TakeFallback = (element: HTMLElement, instrument: Instrument, adopt: (answers: readonly Answer[]) => void, goTo: (key: string) => void) => void;

/**
 * `adopt/index.ts` sets it, which only a page with such a form loads. It is in the global object, because each CDN file has modules of
 * its own.
 */
const TAKE_FALLBACK = Symbol.for('attune.fallback');

const page = globalThis as { [TAKE_FALLBACK]?: TakeFallback };

export const canTakeFallback = (): boolean => !!page[TAKE_FALLBACK];

/** The form in this element, also if nothing has taken it over yet. */
export const fallbackIn = (element: HTMLElement): HTMLFieldSetElement | null => element.querySelector('[data-attune=fallback]');

/** Without what takes it over, the form sends nothing beside the widget. */
const silence: TakeFallback = (element) => {
  const form = fallbackIn(element);
  if (form) form.disabled = true;
};

export const takeFallback: TakeFallback = (...given) => (page[TAKE_FALLBACK] ?? silence)(...given);

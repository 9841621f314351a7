import { html, type TemplateResult } from '../../ui/lit/lit.ts';
import { ART, PEBBLE } from './art.ts';
import { isMotif } from './badge-state.ts';

/** The key of the drawing. A milestone of the person's own has the drawing that the person chose. */
export const artKey = (milestone: string, motif: number | undefined): string =>
  milestone === 'custom' ? `custom-${isMotif(motif) ? motif : 1}` : milestone;

/** A drawing, hidden from assistive technology: the words beside it say the same. */
export const stamp = (key: string, size: number): TemplateResult => {
  const [horizon, object] = ART[key]!;
  return html`<svg part="art" viewBox="0 0 96 96" width=${size} height=${size} aria-hidden="true">
    <path class="pebble" d=${PEBBLE} />
    <path class="horizon" d=${horizon} />
    <path d=${object} />
  </svg>`;
};

/** Draws the line of the horizon once, unless the person wishes for less motion. */
export function drawHorizon(root: ParentNode): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const clipPath = ['inset(-9px 100% -9px -9px)', 'inset(-9px)'];
  root.querySelector('.horizon')?.animate({ clipPath }, { duration: 600, easing: 'ease-out' });
}

import { html, type TemplateResult } from 'lit';
import type { RatingItem } from '../../../core/instrument/instrument.ts';

/** The meaning of the lowest and the highest number. */
export const endsTemplate = ({ min, minText, max, maxText }: Omit<RatingItem, 'type'>, id: string): TemplateResult =>
  html`<p class="ends" part="ends" id="${id}-ends">
    <span>${min} = ${minText}</span> <span>${max} = ${maxText}</span>
  </p>`;

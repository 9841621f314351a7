import type { RatingItem } from '../../core/instrument/instrument.ts';
import { type Markup, markup } from '../markup.ts';

/** The meaning of the lowest and the highest number. */
export const endsOf = ({ min, minText, max, maxText }: Pick<RatingItem, 'min' | 'minText' | 'max' | 'maxText'>, id: string): Markup =>
  markup`<p class="attune-ends" id="${id}-ends"><span>${min} = ${minText}</span> <span>${max} = ${maxText}</span></p>`;

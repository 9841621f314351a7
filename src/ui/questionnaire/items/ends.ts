import { css, html, type TemplateResult } from '../../lit/lit.ts';
import type { RatingItem } from '../../../core/instrument/instrument.ts';

/** The meaning of the lowest and the highest number. */
export const endsTemplate = ({ min, minText, max, maxText }: Omit<RatingItem, 'type'>, id: string): TemplateResult =>
  html`<p class="ends" part="ends" id="${id}-ends">
    <span>${min} = ${minText}</span> <span>${max} = ${maxText}</span>
  </p>`;

export const endsStyles = css`
  .ends {
    display: flex;
    justify-content: space-between;
    gap: calc(2 * var(--space));
    margin-block: calc(0.5 * var(--space)) 0;
    color: var(--muted);
    font-size: 0.9375em;
  }
`;

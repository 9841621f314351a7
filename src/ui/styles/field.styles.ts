import { css } from '../lit/lit.ts';

/** Text fields and selects, as wide as a line of text. */
export const fieldStyles = css`
  textarea,
  select,
  input:not([type='radio'], [type='checkbox'], [type='range'], [hidden]) {
    display: block;
    inline-size: 100%;
    min-block-size: var(--target);
    padding: var(--space) calc(1.5 * var(--space));
    font: inherit;
    color: inherit;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) / 1.5);
  }
  :is(textarea, select, input)[aria-invalid='true'] {
    border: 2px solid var(--error);
  }
  :is(textarea, select, input):is(:disabled, [readonly]) {
    color: var(--muted);
    border-style: dashed;
  }
  @media print {
    textarea {
      field-sizing: content;
      block-size: auto !important;
    }
  }
`;

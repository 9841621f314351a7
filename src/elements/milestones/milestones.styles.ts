import { css } from '../../ui/lit/lit.ts';

/** Badges in columns, as many as fit. */
export const milestonesStyles = css`
  label {
    display: block;
    margin-block-end: 4px;
  }
  select {
    margin-block-end: calc(2 * var(--space));
    text-overflow: ellipsis;
  }
  /* A line reaches the edges of a phone. */
  li[tabindex]:focus-visible {
    outline-offset: -3px;
  }
  ul {
    --attune-space: var(--space);
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr));
    gap: var(--space) calc(2 * var(--space));
    padding: 0;
    margin-inline: calc(-2 * var(--space));
    list-style: none;
  }
  @media print {
    ul {
      margin-inline: 0;
    }
    label,
    select,
    details,
    [part='status'] {
      display: none;
    }
  }
`;

import { css } from 'lit';

/** Badges in columns, as many as fit. */
export const milestonesStyles = css`
  section {
    max-inline-size: none;
  }
  label {
    display: block;
    margin-block-end: 4px;
  }
  select {
    margin-block-end: 16px;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr));
    gap: 8px 16px;
    max-inline-size: none;
    padding: 0;
    margin-inline: -16px;
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

import { css } from 'lit';

/** A plain table between the two lines that belong to it. */
export const trustLevelsStyles = css`
  section {
    break-inside: avoid;
  }
  table {
    border-collapse: collapse;
    margin-block-end: 16px;
  }
  th,
  td {
    padding-block: 8px;
    padding-inline: 0 16px;
    overflow-wrap: normal;
    border-block-end: 1px solid var(--hairline);
    text-align: start;
  }
  :last-child {
    padding-inline-end: 0;
  }
  tbody th {
    font-weight: 400;
    text-transform: capitalize;
  }
  td {
    font-variant-numeric: tabular-nums;
  }
`;

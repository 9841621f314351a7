import { css } from '../../ui/lit/lit.ts';

/** A plain table between its two sentences. If it is narrow, the column headings break at their soft hyphens. */
export const trustLevelsStyles = css`
  section {
    break-inside: avoid;
  }
  /* A page in quirks mode gives tables the colour of its body and a font of their own. */
  table {
    font: inherit;
    color: inherit;
    border-collapse: collapse;
    inline-size: 100%;
    margin-block-end: calc(2 * var(--space));
  }
  th,
  td {
    padding: var(--space) 0;
    border-block-end: 1px solid var(--hairline);
  }
  td,
  th + th {
    padding-inline-start: clamp(4px, 3cqi, 16px);
  }
  th {
    overflow-wrap: normal;
  }
  tbody th {
    font-weight: 400;
    text-transform: capitalize;
  }
  td {
    font-variant-numeric: tabular-nums;
  }
  @container (max-width: 15em) {
    table {
      font-size: max(13px, 0.75em);
    }
  }
  @container (max-width: 10em) {
    th {
      overflow-wrap: anywhere;
    }
  }
`;

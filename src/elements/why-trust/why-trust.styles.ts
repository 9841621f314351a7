import { css } from '../../ui/lit/lit.ts';

/** One column of lines. In a wide card, the names are beside their text. */
export const whyTrustStyles = css`
  dl {
    margin: 0;
  }
  dl > div {
    padding-block: calc(2 * var(--space));
    border-block-start: 1px solid var(--hairline);
    break-inside: avoid;
  }
  dt {
    font-weight: 600;
  }
  dd {
    margin: var(--space) 0 0;
  }
  dt + dd {
    margin-block-start: 4px;
  }
  @container (min-width: 33em) {
    dl > div {
      display: grid;
      grid-template-columns: 11em minmax(0, 1fr);
      column-gap: calc(3 * var(--space));
    }
    dd {
      grid-column: 2;
    }
    dt + dd {
      margin: 0;
    }
  }
  @media print {
    section {
      padding: 0;
    }
  }
`;

import { css } from '../../ui/lit/lit.ts';

/** Records below each other. On paper there is what the person opened. */
export const unsentStyles = css`
  article {
    padding-block: calc(2 * var(--space));
    border-block-start: 1px solid var(--hairline);
    break-inside: avoid;
  }
  h3 {
    font-size: 1em;
    font-weight: 600;
    /* Room for the outline of the focus. */
    margin: 0 0 var(--space);
  }
  article p {
    margin-block-end: var(--space);
  }
  article [part='actions'] {
    margin-block: var(--space) 0;
  }
  dl {
    margin-block: var(--space);
  }
  dt {
    font-weight: 600;
  }
  dd {
    margin: 0 0 var(--space);
    white-space: pre-wrap;
  }
  [part='status']:empty {
    margin: 0;
  }
`;

import { css } from '../lit/lit.ts';

/** At the top of the window, where no on-screen keyboard covers it. Without popovers, at the bottom. */
export const idleWarningStyles = css`
  [part='idle'] {
    display: block;
    position: sticky;
    inset: auto 0 16px;
    z-index: 1;
    inline-size: fit-content;
    max-inline-size: min(34em, 100% - 32px);
    max-block-size: calc(100% - 32px);
    margin: 0 auto;
    border: 2px solid var(--accent);
    color: var(--ink);
    overflow: auto;
  }
  [part='idle']:popover-open {
    position: fixed;
    inset: 16px 0 auto;
  }
  [part='idle'] p {
    margin-block-end: var(--space);
  }
  @media print {
    [part='idle'] {
      display: none;
    }
  }
`;

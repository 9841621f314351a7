import { css } from 'lit';

export const boundaryCardStyles = css`
  .policy {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    margin: -8px 0 24px;
    padding-inline-start: 16px;
    border-inline-start: 3px solid var(--hairline);
    max-inline-size: 34em;
  }
  .agenda {
    background: var(--tint);
    border-radius: 12px;
    padding: 16px;
    margin-block-end: 16px;
  }
`;

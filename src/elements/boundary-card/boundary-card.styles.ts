import { css } from '../../ui/lit/lit.ts';

export const boundaryCardStyles = css`
  .policy {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-wrap: pretty;
    margin-block: calc(-0.5 * var(--space)) calc(3 * var(--space));
    padding-inline-start: calc(2 * var(--space));
    border-inline-start: 3px solid var(--hairline);
  }
  [part='write'] {
    display: none;
  }
  @media not print {
    .brief [part='write'] {
      display: block;
      margin-block-end: calc(3 * var(--space));
    }
    .brief [data-key^='own-'] :is(.group > div, [part='add']) {
      display: none;
    }
  }
  .agenda {
    /* WebKit leaves the space of list markers at their former side when the direction changes. */
    overflow: clip;
    background: var(--tint);
    border-radius: var(--radius);
    padding: calc(2 * var(--space));
    margin-block-end: calc(2 * var(--space));
  }
  @media (forced-colors: active) {
    .agenda {
      border: 1px solid;
    }
  }
`;

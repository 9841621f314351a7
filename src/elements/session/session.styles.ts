import { css } from 'lit';

export const sessionStyles = css`
  :host {
    max-inline-size: calc(42em + 6 * var(--space, 8px));
    margin-inline: auto;
  }
  /* The questionnaires have their own padding. */
  section {
    padding: 24px 0 8px;
  }
  section > :not(slot:not([name]), [part='idle']) {
    margin-inline: var(--pad);
  }
  section > [name] {
    display: block;
  }
  [part='crisis'],
  [part='progress'] {
    margin-block-end: 16px;
  }
  [part='hide'] {
    margin-block-end: 12px;
  }
  progress {
    margin-block-start: 4px;
  }
  h3 {
    margin: 24px 0 12px;
    font-size: 1.25em;
  }
  dt {
    font-weight: 500;
  }
  dd {
    margin: 4px 0 16px;
    white-space: pre-wrap;
  }
`;

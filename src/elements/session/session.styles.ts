import { css } from '../../ui/lit/lit.ts';

export const sessionStyles = css`
  :host {
    max-inline-size: calc(42em + 6 * var(--space, 8px));
    margin-inline: auto;
  }
  /* The questionnaires have their own padding. */
  section {
    padding: calc(3 * var(--space)) 0 var(--space);
  }
  section > :not(slot:not([name]), [part='idle']) {
    margin-inline: var(--pad);
  }
  section > [name] {
    display: block;
  }
  [part='crisis'],
  [part='progress'] {
    margin-block-end: calc(2 * var(--space));
  }
  [part='hide'] {
    margin-block-end: calc(1.5 * var(--space));
  }
  progress {
    margin-block-start: 4px;
  }
  h3 {
    margin: calc(3 * var(--space)) 0 calc(1.5 * var(--space));
    font-size: 1.25em;
  }
  dt {
    font-weight: 500;
  }
  dd {
    margin: 4px 0 calc(2 * var(--space));
    white-space: pre-wrap;
  }
  dt.title {
    font-size: 1.25em;
    font-weight: 600;
  }
  dt.group-title {
    font-size: 1.125em;
    font-weight: 600;
  }
  dt.title ~ dt.title {
    margin-block-start: calc(5 * var(--space));
  }
`;

import { css } from '../../ui/lit/lit.ts';

/** The box to write in, and below it the entries. */
export const journalStyles = css`
  label {
    display: block;
    margin-block: calc(1.5 * var(--space)) 4px;
  }
  textarea,
  form input {
    margin-block-end: var(--space);
  }
  textarea {
    padding: calc(1.5 * var(--space)) calc(2 * var(--space));
    line-height: 1.6;
  }
  article {
    padding-block: calc(2 * var(--space));
    border-block-start: 1px solid var(--hairline);
    break-inside: avoid;
  }
  h3 {
    font-size: 1em;
    font-weight: 600;
    margin: 0 0 var(--space);
  }
  [part='text'] {
    white-space: pre-wrap;
    line-height: 1.6;
  }
  [part='actions'] {
    gap: 4px 12px;
    margin-block: 4px;
  }
  [part='status']:not(:empty) {
    margin-block-start: var(--space);
  }
  [part='prompt-text']:empty,
  [part='shared']:empty {
    margin: 0;
  }
  .quiet {
    margin-inline-start: -8px;
  }
  [part='ask'] {
    border-inline-start: 2px solid var(--line);
    padding-inline-start: calc(2 * var(--space));
    margin-block: calc(1.5 * var(--space));
  }
  details {
    margin-block-end: var(--space);
  }
  p.error::before {
    content: '! ';
    font-weight: 700;
  }
  @container (min-width: 33em) {
    h2 {
      margin-inline-end: 5em;
    }
    [part='hide'] {
      position: absolute;
      inset-block-start: calc(2 * var(--space));
      inset-inline-end: calc(2 * var(--space));
    }
  }
  @media print {
    section > :not(h2, article, .draft),
    details {
      display: none;
    }
  }
`;

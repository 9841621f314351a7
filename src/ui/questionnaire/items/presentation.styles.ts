import { css } from '../../lit/lit.ts';

/** Pictures, links, and the styles that a text of a form can have. Colours are those of the widget, so that they can be read. */
export const presentationStyles = css`
  .bold {
    font-weight: 700;
  }
  .italic {
    font-style: italic;
  }
  .underline {
    text-decoration: underline;
  }
  .strike-through {
    text-decoration: line-through;
  }
  .instructions strong,
  .security strong,
  .help > [part='display'] strong {
    font-weight: 400;
  }
  .security > [part='display'] {
    background: var(--notice);
    border-radius: var(--radius);
    padding: calc(1.5 * var(--space)) calc(2 * var(--space));
  }
  .security p,
  .instructions p,
  .more {
    margin-block: 0;
  }
  .more a {
    display: inline-block;
    padding-block: calc(1.25 * var(--space));
    color: var(--accent);
  }
  [part='media'],
  .rich img {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
  }
  label > [part='media'] {
    max-inline-size: min(12em, 50%);
  }
  .rich > :first-child {
    margin-block-start: 0;
  }
  .rich > :last-child {
    margin-block-end: 0;
  }
  .rich table {
    font: inherit;
    color: inherit;
    border-collapse: collapse;
  }
  .rich :is(td, th) {
    border: 1px solid var(--line);
    padding: calc(0.5 * var(--space)) var(--space);
    text-align: start;
  }
  .rich {
    overflow-wrap: anywhere;
  }
`;

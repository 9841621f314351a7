import { css } from '../lit/lit.ts';
import { idleWarningStyles } from '../safety/idle-warning.styles.ts';
import { baseStyles } from '../styles/base.styles.ts';
import { controlStyles } from '../styles/control.styles.ts';
import { progressStyles } from '../styles/progress.styles.ts';
import { matrixStyles } from './items/matrix.styles.ts';
import { optionStyles } from './items/options.styles.ts';

/** What is around the questions. 38em is also the limit for pages (`NarrowContainer`). */
const ownStyles = css`
  :host {
    --between: max(3.5 * var(--space), 1.75em);
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
  }
  [part='legend'] {
    display: block;
    padding: 0;
    font-size: 1.125em;
    font-weight: 500;
    margin-block-end: calc(1.5 * var(--space));
    text-wrap: pretty;
  }
  [part='intro'] {
    margin-block-end: calc(1.5 * var(--space));
  }
  /* Each item has its own layer, so that a change in one does not repaint the others. */
  .item {
    position: relative;
    margin-block-end: var(--between);
  }
  /* Beside the item, so that nothing moves when the error is gone. */
  .wrong::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: -12px;
    border-inline-start: 4px solid var(--error);
  }
  [part='error'] {
    font-weight: 600;
  }
  .gone {
    visibility: hidden;
  }
  .group-title {
    font-size: 1.25em;
    margin-block-start: calc(3 * var(--space));
  }
  /* The number of the page, and how much is answered. */
  .place {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px calc(2 * var(--space));
    margin-block-end: calc(1.5 * var(--space));
  }
  [part='page-title'] {
    margin: 0;
    font-size: 1em;
  }
  [part='length'] {
    margin-block-start: calc(-0.5 * var(--space));
  }
  [part='who-sees'] {
    position: relative;
    padding-inline-start: 2em;
  }
  [part='who-sees'] svg {
    position: absolute;
    inset-inline-start: 0;
    inline-size: 1.5em;
    block-size: 1.45em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
  }
  .follow {
    margin-block-start: var(--between);
  }
  /* A single checkbox has no button to undo it. */
  .tick + .follow {
    margin-block-start: 0;
  }
  .follow > :last-child {
    margin-block-end: 0;
  }
  [part='progress'] {
    display: grid;
    grid-template-columns: auto minmax(2em, 1fr);
    align-items: center;
    gap: calc(1.5 * var(--space));
    flex: auto;
  }
  /*
   * The text and the bar are roots of layout of their own, so that an answer does not lay out the rest. An item of a grid
   * cannot be one. The place of the text is that of the longest.
   */
  [part='progress'] > div {
    position: relative;
  }
  [data-longest]::before {
    content: attr(data-longest);
    visibility: hidden;
  }
  [part='progress'] span {
    position: absolute;
    inset: 0;
    contain: strict;
  }
  progress {
    contain: strict;
  }
  [part='input'] + .help {
    margin-block-start: calc(0.5 * var(--space));
  }
  [part='hide'] {
    align-self: start;
    margin-block-end: calc(1.5 * var(--space));
  }
  [part~='summary'] {
    border: 2px solid var(--line);
    border-radius: var(--radius);
    padding: calc(2 * var(--space));
    margin-block-end: calc(3 * var(--space));
  }
  #summary {
    scroll-margin-block-start: calc(3 * var(--space));
  }
  [part~='error-summary'] {
    border-color: var(--error);
  }
  [part~='summary'] a {
    color: inherit;
    padding-block: 6px;
  }
  [part~='summary'] li {
    margin-block-end: 12px;
  }
  .mended {
    color: var(--muted);
    text-decoration: line-through;
  }
  dt {
    font-weight: 500;
  }
  dd {
    margin: 4px 0 calc(2 * var(--space));
  }
  [part='answers'] dd {
    white-space: pre-wrap;
  }
  dt.group-title {
    font-weight: 600;
  }
  /* A green that turns amber would be a judgement. */
  meter::-webkit-meter-optimum-value {
    background: var(--accent);
  }
  meter::-moz-meter-bar {
    background: var(--accent);
  }
  [part='add'] {
    margin-block-end: var(--space);
  }
  /* After sending, the status is first. */
  .after {
    display: flex;
    flex-direction: column;
  }
  .after h2,
  [part='status'] {
    order: -1;
    margin-block-end: calc(1.5 * var(--space));
  }
  @container (min-width: 38em) {
    [part='hide'] {
      position: absolute;
      inset-block-start: calc(2 * var(--space));
      inset-inline-end: calc(2 * var(--space));
    }
    .hides > .title {
      margin-inline-end: 5em;
    }
  }
  @media print {
    .item {
      break-inside: avoid;
    }
  }
`;

export const questionnaireStyles = [
  baseStyles,
  controlStyles,
  progressStyles,
  idleWarningStyles,
  ownStyles,
  optionStyles,
  matrixStyles,
];

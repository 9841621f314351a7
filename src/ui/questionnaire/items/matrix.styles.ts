import { css } from '../../lit/lit.ts';

/** A run in a wide container: its questions are lines of a matrix, unless it is `stacked`. They come after those of the options. */
export const matrixStyles = css`
  .heads {
    display: none;
  }
  .c2 {
    --columns: 2;
  }
  .c3 {
    --columns: 3;
  }
  .c4 {
    --columns: 4;
  }
  .c5 {
    --columns: 5;
  }
  .c6 {
    --columns: 6;
  }
  .c7 {
    --columns: 7;
  }
  .c8 {
    --columns: 8;
  }
  .c9 {
    --columns: 9;
  }
  .c10 {
    --columns: 10;
  }
  @container (min-width: 38em) {
    /* The width of the column of questions, in percent, is also the indent of the heads. */
    .run > .heads {
      position: sticky;
      z-index: 2;
      inset-block-start: 0;
      display: grid;
      grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
      align-items: end;
      padding-inline: 33cqi var(--undo);
      border-block-end: 1px solid var(--line);
      background: var(--surface);
      color: var(--muted);
      font-size: 0.8125em;
      line-height: 1.25;
      text-align: center;
      overflow-wrap: normal;
    }
    .heads > span {
      min-inline-size: min-content;
      text-wrap: balance;
      padding: 6px 3px;
    }
    .heads > .leave {
      border-inline-start: 1px solid var(--hairline);
    }
    .run.stacked > .heads {
      position: absolute;
      inset-inline: 0;
      visibility: hidden;
    }
    .run {
      --undo: max(44px, var(--target));
      --line-height: max(56px + 0.5 * var(--space), var(--target));
      position: relative;
      margin-block-end: var(--between);
    }
    /* A change in one line is painted without the others. */
    .run:not(.stacked) > .item {
      contain: layout style;
      margin: 0;
      padding-inline-end: var(--undo);
      border-block-end: 1px solid var(--hairline);
    }
    .run:not(.stacked) > .item > fieldset {
      display: grid;
      grid-template: 1fr auto / 33cqi minmax(0, 1fr);
    }
    .run:not(.stacked) > .item > fieldset > * {
      grid-column: 1;
      padding-inline-end: var(--space);
    }
    /* A legend that floats is an item of the grid. */
    .run:not(.stacked) > .item > fieldset > legend {
      float: left;
      align-self: center;
      font-size: 1em;
      font-weight: 400;
      margin-block: 0;
      padding-block: calc(0.625 * var(--space));
      line-height: 1.3;
      overflow-wrap: normal;
      scroll-margin-block-start: 4em;
    }
    .run:not(.stacked) > .item > fieldset > .options {
      grid-area: 1 / 2 / span 2;
      display: grid;
      grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
      min-block-size: var(--line-height);
      margin: 0;
      padding: 0;
      border: 0;
      /* Contained lines are rounded to whole pixels. A background could cover the hairline of the line before. */
      background: none;
      overflow: visible;
    }
    /* In Safari, a legend is never an item of a grid. It floats in a block. Only there, because an answer takes longer so. */
    @supports (hanging-punctuation: first) {
      .run:not(.stacked) > .item > fieldset {
        display: flow-root;
        position: relative;
      }
      .run:not(.stacked) > .item > fieldset > * {
        float: left;
        inline-size: 33cqi;
        margin-inline-end: calc(100% - 33cqi);
      }
      .run:not(.stacked) > .item > fieldset > legend {
        align-content: center;
        min-block-size: var(--line-height);
      }
      .run:not(.stacked) > .item > fieldset > .options {
        position: absolute;
        inset-block: 0;
        inset-inline: 33cqi 0;
        inline-size: auto;
      }
    }
    .run:not(.stacked) [part='error'] {
      font-size: 0.9375em;
    }
    .run:not(.stacked) > .item > fieldset > .options > div {
      display: contents;
    }
    /* The text of an option is its name, and cannot be seen. It is in the heads. */
    .run:not(.stacked) > .item > fieldset > .options label {
      justify-content: center;
      margin: 0;
      padding: 0;
      gap: 0;
      border-width: 0;
      border-radius: 0;
      font-size: 0;
    }
    .run:not(.stacked) > .item > fieldset > .options > label {
      border-inline-start-width: 1px;
    }
    /* The label has no text size, so the size comes from the container: 2.4cqi are about 1em. */
    .run:not(.stacked) > .item > fieldset > .options input {
      inline-size: max(22px, 3.2cqi);
      block-size: max(22px, 3.2cqi);
      padding: max(4px, 0.6cqi);
      scroll-margin-block: 80px 16px;
    }
    /* In a column of its own. */
    .run:not(.stacked) > .item > [part='clear'] {
      inset-block-start: 0;
      inline-size: var(--undo);
      min-block-size: var(--line-height);
      padding: 0;
    }
    /* In the middle of the line, like the options. With follow-ups below, the line is the upper part only. */
    .run:not(.stacked) > .item > [part='clear']:last-child {
      inset-block-end: 0;
    }
    .run:not(.stacked) > .item > .follow,
    .run:not(.stacked) .follow > .item {
      margin-block: 0;
    }
  }
  @media print {
    .run > .heads {
      position: static;
    }
  }
`;

import { css } from 'lit';
import { idleWarningStyles } from '../safety/idle-warning.styles.ts';
import { baseStyles } from '../styles/base.styles.ts';
import { controlStyles } from '../styles/control.styles.ts';
import { fieldStyles } from '../styles/field.styles.ts';
import { progressStyles } from '../styles/progress.styles.ts';

/**
 * Narrow: the options of a question are a joined list. Wide: neighbours with the same options are lines of a matrix, and the
 * options of a scale on its own are joined cells. 38em is also the limit for pages (`NarrowContainer`).
 */
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
    gap: 0 calc(2 * var(--space));
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
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: calc(1.5 * var(--space));
    flex: 1;
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
  .options {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .options label {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: max(46px + 0.25 * var(--space), var(--target));
    padding: 6px 14px;
    border: 0 solid var(--hairline);
    border-block-start-width: 1px;
    line-height: 1.35;
    cursor: pointer;
  }
  /* No clipping: it costs time at each answer. */
  .options > div > :first-child {
    border-block-start-width: 0;
    border-start-start-radius: var(--radius);
    border-start-end-radius: var(--radius);
  }
  .options > :last-child,
  .options > div:last-child > :last-child {
    border-end-start-radius: var(--radius);
    border-end-end-radius: var(--radius);
  }
  [part='leave-out'] {
    color: var(--muted);
  }
  .chosen {
    background: var(--tint);
  }
  .tick {
    border: 0;
  }
  .tick label {
    min-block-size: var(--target);
    padding-inline: 2px;
    border: 0;
  }
  .tick .chosen {
    background: none;
  }
  .options input {
    appearance: none;
    flex: none;
    inline-size: 22px;
    block-size: 22px;
    margin: 0;
    padding: 4px;
    border: 2px solid var(--line);
    border-radius: 50%;
    background: var(--surface);
  }
  .options input[type='checkbox'] {
    border-radius: 5px;
  }
  .options input:checked {
    border-color: var(--accent);
    background: linear-gradient(var(--accent) 0 0) content-box var(--surface);
  }
  .options input,
  .chosen {
    -webkit-print-color-adjust: exact;
    print-color-adjust: exact;
  }
  input[part='input'] {
    max-inline-size: 14em;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    margin-block: calc(0.5 * var(--space)) 0;
    color: var(--muted);
    font-size: 0.9375em;
  }
  .rating {
    overflow: hidden;
    overflow: clip;
  }
  .rating > div {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(44px, 1fr));
  }
  .rating > .n11 {
    grid-template-columns: repeat(6, 1fr);
  }
  .rating > div > [part='option'] {
    position: relative;
    justify-content: center;
    margin: -1px 0 0;
    margin-inline-start: -1px;
    padding: 0;
    border-width: 1px 0 0;
    border-inline-start-width: 1px;
    border-radius: 0;
  }
  .rating [part='option'] input {
    position: absolute;
    inset: 0;
    inline-size: auto;
    block-size: auto;
    border: 0;
    border-radius: 0;
    background: none;
    outline-offset: -4px;
  }
  .rating .chosen[part='option'] {
    color: var(--on-accent);
    background: var(--accent);
  }
  .rating .chosen input {
    outline-color: var(--on-accent);
  }
  /* Below the options, in the space before what is next. */
  [part='clear'] {
    position: absolute;
    inset-inline-end: 0;
    padding-block: 0 8px;
    font-size: 0.9375em;
  }
  /* The button of a slider is in its own line. */
  [part='value'] [part='clear'] {
    position: static;
    padding-block: 8px;
  }
  .off,
  .reserved {
    visibility: hidden;
  }
  .reserved {
    min-block-size: var(--target);
    padding: 9px;
  }
  .reserved::before {
    content: attr(data-text);
  }
  .locked :is(.options, [part='option'], [part='leave-out']) {
    color: var(--muted);
    border-style: dashed;
    cursor: default;
  }
  .locked .options input {
    border-color: var(--hairline);
  }
  .locked .options:not(.rating) input:checked {
    border-color: var(--muted);
    background: linear-gradient(var(--muted) 0 0) content-box var(--surface);
  }
  .locked [part='clear'] {
    visibility: hidden;
  }
  .locked .rating .chosen[part='option'] {
    color: var(--surface);
    background: var(--muted);
  }
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
  [part='input'] + .help {
    margin-block-start: calc(0.5 * var(--space));
  }
  [part='hide'] {
    align-self: start;
    margin-block-end: 12px;
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
    line-height: 2;
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
    margin-block-end: 12px;
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
    .rating > .n11 {
      grid-template-columns: repeat(11, 1fr);
    }
    /* A scale on its own: cells that share a line, as far as they fit. */
    .row {
      overflow: hidden;
      overflow: clip;
    }
    .row,
    .row > div {
      display: flex;
      flex-wrap: wrap;
    }
    .row > div {
      flex: 99 1 auto;
    }
    .options.row label {
      flex: 1 0 auto;
      margin: -1px 0 0;
      margin-inline-start: -1px;
      border-width: 1px 0 0;
      border-inline-start-width: 1px;
      border-radius: 0;
    }
    /* The width of the column of questions, in percent, is also the indent of the heads. */
    .run > .heads {
      position: sticky;
      z-index: 2;
      inset-block-start: 0;
      display: grid;
      grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
      align-items: end;
      padding-inline: 36cqi var(--undo);
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
      padding: 6px 1px;
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
      --undo: max(48px, var(--target));
      --line-height: max(56px + 0.5 * var(--space), var(--target));
      position: relative;
      margin-block-end: var(--between);
    }
    .run:not(.stacked) > .item {
      margin: 0;
      padding-inline-end: var(--undo);
      border-block-end: 1px solid var(--hairline);
    }
    .run:not(.stacked) > .item > fieldset {
      display: grid;
      grid-template-columns: 36cqi minmax(0, 1fr);
    }
    .run:not(.stacked) > .item > fieldset > * {
      grid-column: 1;
      padding-inline-end: calc(1.5 * var(--space));
    }
    /* A legend that floats is an item of the grid. */
    .run:not(.stacked) > .item > fieldset > legend {
      float: left;
      /* With the notes below at their start, both are in the middle of the line. */
      align-self: end;
      font-size: 1em;
      font-weight: 400;
      margin-block: 0;
      padding-block: calc(0.875 * var(--space));
      line-height: 1.3;
      overflow-wrap: normal;
      scroll-margin-block-start: 4em;
    }
    .run:not(.stacked) > .item > fieldset > .options {
      grid-area: 1 / 2 / span 2;
      align-self: stretch;
      display: grid;
      grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
      min-block-size: var(--line-height);
      margin: 0;
      padding: 0;
      border: 0;
      border-radius: 0;
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
        inline-size: 36cqi;
        margin-inline-end: calc(100% - 36cqi);
      }
      .run:not(.stacked) > .item > fieldset > legend {
        align-content: center;
        min-block-size: var(--line-height);
      }
      .run:not(.stacked) > .item > fieldset > .options {
        position: absolute;
        inset-block: 0;
        inset-inline: 36cqi 0;
        inline-size: auto;
      }
    }
    .run:not(.stacked) > .item > fieldset > .options > div {
      display: contents;
    }
    /* The text of an option is its name, and cannot be seen. It is in the heads. */
    .run:not(.stacked) > .item > fieldset > .options label {
      display: grid;
      place-content: center;
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
    .run:not(.stacked) > .item > fieldset > .options input {
      scroll-margin-block: 80px 16px;
    }
    /* In a column of its own. */
    .run:not(.stacked) > .item > [part='clear'] {
      inset-block-start: 0;
      inline-size: var(--undo);
      min-block-size: var(--line-height);
      padding: 0;
    }
    .run:not(.stacked) > .item > .follow,
    .run:not(.stacked) .follow > .item {
      margin-block: 0;
    }
  }
  @media (hover: hover) {
    fieldset:not(.locked) > * .options label:not(.chosen):hover {
      background: var(--tint);
    }
  }
  @media (forced-colors: active) {
    .options input:checked,
    .rating .chosen[part='option'] {
      forced-color-adjust: none;
      --accent: Highlight;
      --on-accent: HighlightText;
      --surface: Canvas;
    }
    .chosen {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .locked {
      color: GrayText;
    }
  }
  @media print {
    .item {
      break-inside: avoid;
    }
    .run > .heads {
      position: static;
    }
  }
`;

export const questionnaireStyles = [baseStyles, controlStyles, fieldStyles, progressStyles, idleWarningStyles, ownStyles];

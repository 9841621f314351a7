import { css } from 'lit';
import { idleWarningStyles } from '../safety/idle-warning.styles.ts';
import { baseStyles } from '../styles/base.styles.ts';
import { controlStyles } from '../styles/control.styles.ts';
import { fieldStyles } from '../styles/field.styles.ts';
import { progressStyles } from '../styles/progress.styles.ts';

/** Narrow: the options of an item are a list. Wide: they are equal cells, joined by a line of dots. */
const ownStyles = css`
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
    max-inline-size: 30em;
    margin-block-end: 16px;
  }
  /* Each item has its own layer, so that a change in one does not repaint the others. Below each is space for the undo button. */
  .item {
    position: relative;
    margin-block-end: max(var(--target), 4.4em - 26px);
  }
  .group-title {
    font-size: 1.25em;
    margin-block-start: 24px;
  }
  .follow {
    margin-block-start: max(var(--target), 4.4em - 26px);
  }
  /* Contained, with the size of its longest text, so that a new text does not lay out or repaint the rest. */
  [part='progress'] {
    contain: layout paint;
    position: relative;
    padding: 4px 0 12px;
    margin-block-end: 24px;
  }
  [part='progress']::before {
    content: attr(data-longest);
    visibility: hidden;
  }
  [part='progress'] > * {
    position: absolute;
    inset-inline: 0;
  }
  [part='progress'] span {
    inset-block: 4px 12px;
    contain: strict;
  }
  [part='progress'] span:focus-visible {
    outline-offset: -2px;
    inset-block: 0 8px;
    padding: 4px 8px;
  }
  progress {
    inset-block-end: 0;
  }
  .options > div {
    border: 1px solid var(--hairline);
    border-radius: 12px;
  }
  .options label {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: max(48px, var(--target));
    padding: 6px 14px;
    border: 2px solid transparent;
    line-height: 1.35;
    cursor: pointer;
  }
  [part='option'] {
    border-radius: 12px;
  }
  [part='option'] + [part='option'] {
    background: linear-gradient(var(--hairline) 0 0) top / 100% 1px no-repeat border-box;
  }
  [part='leave-out'] {
    color: var(--muted);
  }
  div + [part='leave-out'] {
    margin-block-start: 12px;
  }
  /* No shadow appears or disappears, because the browser would compute the overflow of every item again. */
  .options:not(.tick) [part='option'].chosen {
    background: var(--tint);
    border-color: var(--accent);
  }
  .tick > div {
    border: 0;
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
    -webkit-print-color-adjust: exact;
    print-color-adjust: exact;
    border-color: var(--accent);
    background: linear-gradient(var(--accent) 0 0) content-box var(--surface);
  }
  input[part='input'] {
    max-inline-size: 14em;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    max-inline-size: none;
    color: var(--muted);
  }
  .rating > div {
    display: grid;
    grid-template-columns: repeat(6, 1fr);
    gap: 4px;
    border: 0;
  }
  .rating [part='option'] {
    flex-direction: column;
    gap: 4px;
    padding-inline: 0;
    background: none;
    border: 2px solid var(--hairline);
    border-radius: 8px;
  }
  [part='clear'] {
    position: absolute;
    inset-inline-end: 0;
  }
  .off {
    display: none;
  }
  /* In a long list, a button that appears would lay out every item again. */
  .long .off {
    display: inline-block;
    visibility: hidden;
  }
  [part='hide'] {
    align-self: start;
    margin-block-end: 12px;
  }
  [part~='summary'] {
    border: 2px solid var(--line);
    border-radius: 12px;
    padding: 16px;
  }
  [part~='error-summary'] {
    border-color: var(--error);
  }
  [part~='summary'] a {
    color: inherit;
    line-height: 2;
  }
  dt {
    font-weight: 500;
  }
  dd {
    margin: 4px 0 16px;
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
    margin-block-end: 24px;
  }
  /* After sending, the status is first. */
  .after {
    display: flex;
    flex-direction: column;
  }
  h2,
  [part='status'] {
    order: -1;
    margin-block-end: 12px;
  }
  @container (min-width: 33em) {
    [part='hide'] {
      position: absolute;
      inset-block-start: 0;
      inset-inline-end: 0;
    }
    .hides h2 {
      margin-inline-end: 5em;
    }
    /* A line from the first dot to the last, with a gap around each dot. */
    .row > div {
      display: flex;
      flex-wrap: wrap;
      border: 0;
      background: linear-gradient(var(--hairline) 0 0) 50% 22px / 0 2px no-repeat;
    }
    .row > .n2 {
      background-size: 50% 2px;
    }
    .row > .n3 {
      background-size: 66.6% 2px;
    }
    .row > .n4 {
      background-size: 75% 2px;
    }
    .row > .n5 {
      background-size: 80% 2px;
    }
    .row [part='option'] {
      flex: 1 0 6.5em;
      flex-direction: column;
      gap: 8px;
      padding: 10px 2px;
      text-align: center;
      background: linear-gradient(var(--surface) 0 0) 50% 20px / 30px 2px no-repeat;
    }
    .rating > div {
      grid-template-columns: repeat(11, 1fr);
    }
  }
  @media (hover: hover) {
    .options label:hover {
      background: var(--tint);
    }
  }
  @media (forced-colors: active) {
    .options input:checked {
      forced-color-adjust: none;
      --accent: Highlight;
      --surface: Canvas;
    }
  }
  @media print {
    .item {
      break-inside: avoid;
    }
  }
`;

export const questionnaireStyles = [baseStyles, controlStyles, fieldStyles, progressStyles, idleWarningStyles, ownStyles];

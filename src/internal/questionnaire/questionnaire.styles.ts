import { css } from 'lit';

/** Narrow first: one joined list an item. Wide: equal cells over a line of joined dots. */
export const questionnaireStyles = css`
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
  }
  legend,
  .item > label {
    display: block;
    padding: 0;
    font-size: 1.125em;
    font-weight: 500;
    max-inline-size: 30em;
  }
  legend,
  .item > label,
  .ends {
    margin-block-end: 16px;
  }
  .item {
    position: relative;
    margin-block-end: 40px;
  }
  .group-title {
    font-size: 1.25em;
    font-weight: 600;
    margin: 0 0 16px;
  }
  .follow {
    margin-block-start: 12px;
  }
  .follow .item {
    margin-block-end: 12px;
  }
  /* Out of the flow: its new text must not lay out the whole questionnaire again. */
  [part='progress'] {
    position: relative;
    block-size: 2.5em;
    margin-block-end: 24px;
    color: var(--muted);
  }
  [part='progress'] > * {
    position: absolute;
    inset-inline: 0;
  }
  progress {
    inset-block-end: 0;
    appearance: none;
    inline-size: 100%;
    block-size: 4px;
    border: 0;
    border-radius: 2px;
    background: var(--hairline);
  }
  progress::-webkit-progress-bar {
    background: var(--hairline);
    border-radius: 2px;
  }
  progress::-webkit-progress-value {
    background: var(--accent);
    border-radius: 2px;
  }
  progress::-moz-progress-bar {
    background: var(--accent);
    border-radius: 2px;
  }
  .options label,
  .tick label {
    position: relative;
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 48px;
    padding: 8px 16px;
    line-height: 1.35;
    cursor: pointer;
  }
  .options label:not(.apart) {
    border: 1px solid var(--hairline);
    border-block-end-width: 0;
  }
  .options label:first-child {
    border-start-start-radius: 12px;
    border-start-end-radius: 12px;
  }
  .options label:not(.apart):has(+ .apart),
  .options label:not(.apart):last-child {
    border-block-end-width: 1px;
    border-end-start-radius: 12px;
    border-end-end-radius: 12px;
  }
  .options label.apart {
    color: var(--muted);
  }
  .options label:not(.apart) + .apart {
    margin-block-start: 12px;
  }
  .options label:not(.apart):has(:checked) {
    background: var(--tint);
    box-shadow: inset 0 0 0 2px var(--accent);
  }
  input:is([type='radio'], [type='checkbox']) {
    appearance: none;
    flex: none;
    inline-size: 22px;
    block-size: 22px;
    margin: 0;
    border: 2px solid var(--line);
    border-radius: 50%;
    background: var(--surface);
    cursor: inherit;
  }
  input[type='checkbox'] {
    border-radius: 5px;
  }
  input:checked {
    border-color: var(--accent);
    background: radial-gradient(circle, var(--accent) 0 5.5px, transparent 6px);
  }
  input[type='checkbox']:checked {
    background: var(--accent);
    box-shadow: inset 0 0 0 4px var(--surface);
  }
  textarea,
  input:not([type='radio'], [type='checkbox']) {
    display: block;
    inline-size: 100%;
    max-inline-size: 34em;
    min-block-size: 44px;
    padding: 8px 12px;
    font: inherit;
    font-size: max(16px, 1em);
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  input:not([type='radio'], [type='checkbox']) {
    max-inline-size: 14em;
  }
  [aria-invalid='true']:is(textarea, input) {
    border: 2px solid var(--error);
  }
  .item > .help {
    margin-block: 4px 0;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    color: var(--muted);
  }
  .options.rating {
    display: grid;
    grid-template-columns: repeat(6, minmax(40px, 1fr));
    gap: 4px;
  }
  .options.rating label {
    flex-direction: column;
    gap: 4px;
    padding: 8px 0;
    border: 1px solid var(--hairline);
    border-radius: 8px;
  }
  .options.rating .apart {
    grid-column: 1 / -1;
    flex-direction: row;
    gap: 12px;
    border: 0;
    padding-inline: 16px;
  }
  .clear {
    position: absolute;
    inset-block-end: 0;
    inset-inline-end: 0;
  }
  [part~='summary'] {
    border: 2px solid var(--line);
    border-radius: 12px;
    padding: 16px;
    margin-block-start: 24px;
  }
  [part~='error-summary'] {
    border-color: var(--error);
  }
  [part~='summary'] a {
    color: inherit;
    display: inline-block;
    padding-block: 10px;
  }
  [part~='summary'] :is(p, ul) {
    margin-block-end: 0;
  }
  p.error::before {
    content: '! ';
    font-weight: 700;
  }
  dt {
    font-weight: 500;
  }
  dd {
    margin: 4px 0 16px;
    white-space: pre-wrap;
  }
  [part='hide'] {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-end: 12px;
  }
  @container (min-width: 36em) {
    .options:is(.choice, .boolean):is(.n2, .n3, .n4, .n5) {
      display: flex;
      flex-wrap: wrap;
    }
    .options:is(.choice, .boolean):is(.n2, .n3, .n4, .n5) label:not(.apart) {
      flex: 1 1 0;
      min-inline-size: 6.5em;
      flex-direction: column;
      gap: 8px;
      padding: 12px 4px;
      text-align: center;
      border: 0;
      border-radius: 12px;
    }
    .options:is(.choice, .boolean):is(.n2, .n3, .n4, .n5) label:not(.apart):not(:first-child)::before {
      content: '';
      position: absolute;
      inset-block-start: 22px;
      inset-inline-end: calc(50% + 15px);
      inline-size: calc(100% - 30px);
      border-block-start: 2px solid var(--hairline);
    }
    .options:is(.choice, .boolean):is(.n2, .n3, .n4, .n5) .apart {
      flex-basis: 100%;
      margin-block-start: 16px;
    }
    .options.rating {
      grid-template-columns: repeat(11, minmax(40px, 1fr));
    }
  }
  @media (hover: hover) {
    .options label:hover {
      background: var(--tint);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .options label {
      transition: background 120ms;
    }
  }
  @media (forced-colors: active) {
    input:checked {
      forced-color-adjust: none;
      border-color: Highlight;
      background: radial-gradient(circle, Highlight 0 5.5px, Canvas 6px);
    }
    .options label:has(:checked) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    progress::-webkit-progress-value {
      background: CanvasText;
    }
  }
  @media print {
    .item,
    .notice {
      break-inside: avoid;
    }
  }
`;

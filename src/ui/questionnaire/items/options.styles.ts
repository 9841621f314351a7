import { css } from '../../lit/lit.ts';

/** The options of one question: narrow a joined list, wide the joined cells of a scale. */
export const optionStyles = css`
  .options {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    -webkit-print-color-adjust: exact;
    print-color-adjust: exact;
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
  .options label input {
    appearance: none;
    flex: none;
    inline-size: max(22px, 1.375em);
    block-size: max(22px, 1.375em);
    margin: 0;
    padding: max(4px, 0.25em);
    font: inherit;
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
  input[part='input'] {
    max-inline-size: 14em;
  }
  /* Below the options, in the space before what is next. */
  [part='clear'] {
    position: absolute;
    inset-inline-end: 0;
    padding-block: 0 8px;
    font-size: 0.9375em;
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
  @container (min-width: 38em) {
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
      max-inline-size: 100%;
      margin: -1px 0 0;
      margin-inline-start: -1px;
      border-width: 1px 0 0;
      border-inline-start-width: 1px;
      border-radius: 0;
    }
  }
  @media (hover: hover) {
    fieldset:not(.locked) > * .options label:not(.chosen):hover {
      background: var(--tint);
    }
  }
  @media (forced-colors: active) {
    .options input:checked {
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
      --muted: GrayText;
      color: GrayText;
    }
  }
`;

import { css } from '../../ui/lit/lit.ts';

/** A drawing beside its text. Each family of milestones has its own colours, for a light and a dark `color-scheme`. */
export const milestoneBadgeStyles = css`
  .dawn {
    --ink-day: #a2451f;
    --ink-night: #f2b08f;
    --tint-day: #f8e7dc;
    --tint-night: #3a241c;
  }
  .sea {
    --ink-day: #1f6170;
    --ink-night: #7fc8d2;
    --tint-day: #ddeef0;
    --tint-night: #1b343a;
  }
  .moss {
    --ink-day: #476639;
    --ink-night: #a9cc95;
    --tint-day: #e6efdd;
    --tint-night: #24331f;
  }
  .dusk {
    --ink-day: #5b4b8a;
    --ink-night: #c0b3ea;
    --tint-day: #e9e5f4;
    --tint-night: #2c2642;
  }
  :host::before {
    word-spacing: 20em;
  }
  section {
    --stamp-ink: var(--attune-stamp-ink, var(--ink-day));
    --stamp-tint: var(--attune-stamp-tint, var(--tint-day));
    padding: calc(2 * var(--space));
  }
  @supports (color: light-dark(#000, #fff)) {
    section {
      --stamp-ink: var(--attune-stamp-ink, light-dark(var(--ink-day), var(--ink-night)));
      --stamp-tint: var(--attune-stamp-tint, light-dark(var(--tint-day), var(--tint-night)));
    }
  }
  figure {
    display: flex;
    flex-wrap: wrap;
    gap: calc(1.5 * var(--space)) calc(2.5 * var(--space));
    margin: 0;
  }
  svg {
    flex: none;
    max-inline-size: 100%;
    margin-inline-start: -4px;
    fill: none;
    stroke: var(--stamp-ink);
    stroke-width: 2.25px;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .pebble {
    fill: var(--stamp-tint);
    stroke: none;
  }
  figcaption {
    flex: 1 1 11em;
    min-inline-size: 0;
  }
  #title {
    font-size: 1.125em;
    font-weight: 600;
    margin-block: 0 4px;
  }
  p {
    margin-block: 0 var(--space);
  }
  /* The person's words begin at the line beside them, in any direction. */
  [part='note'] {
    white-space: pre-wrap;
    text-align: start;
    border-inline-start: 2px solid var(--stamp-ink);
    padding-inline-start: calc(1.5 * var(--space));
  }
  [part='actions'] {
    gap: 4px;
    margin-block: 0;
  }
  [part='status']:not(:empty) {
    margin-block-start: var(--space);
  }
  [part='confirm'] {
    margin-block-start: calc(2 * var(--space));
  }
  details,
  .home.quiet {
    margin-inline-start: -8px;
  }
  summary,
  details p {
    margin-inline: 0;
    padding-inline: 8px;
  }
  label {
    display: block;
    margin-block: calc(1.5 * var(--space)) 4px;
  }
  input:not([type]),
  textarea {
    margin-block-end: var(--space);
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    border: 0;
    margin: 0 0 calc(1.5 * var(--space));
    padding: 0;
  }
  legend {
    padding: 0;
  }
  fieldset label {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0;
    cursor: pointer;
  }
  [type='radio'] {
    inline-size: 22px;
    block-size: 22px;
    margin: 0;
    accent-color: var(--accent);
  }
  [aria-invalid='true'] {
    border: 2px solid var(--error);
  }
  p.error::before {
    content: '! ';
    font-weight: 700;
  }
  @media (forced-colors: active) {
    svg,
    .pebble {
      fill: none;
      stroke: CanvasText;
    }
  }
  @media print {
    section {
      break-inside: avoid;
      padding-inline: 0;
    }
    .aside,
    details {
      display: none;
    }
  }
`;

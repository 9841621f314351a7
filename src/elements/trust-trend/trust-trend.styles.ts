import { css } from '../../ui/lit/lit.ts';

/** All lines have the same colour. Shapes and dashes show the difference. */
export const trustTrendStyles = css`
  h3 {
    font-size: 1.125em;
    font-weight: 600;
    margin: calc(3 * var(--space)) 0 4px;
    text-wrap: balance;
  }
  /* The key of a subscale begins the sentence. */
  #scale::first-letter {
    text-transform: uppercase;
  }
  figure {
    margin: calc(2 * var(--space)) 0;
  }
  .frame {
    display: flex;
  }
  .scroll {
    flex: 1;
    overflow-x: auto;
  }
  .frame .scroll {
    padding-inline: 12px;
  }
  svg {
    display: block;
    overflow: visible;
    color: var(--accent);
    fill: none;
    stroke: currentColor;
    stroke-width: 2px;
  }
  .plot,
  .axis {
    block-size: calc(200px + 4.375em);
  }
  .axis {
    flex: none;
    inline-size: 1.875em;
  }
  .plot {
    min-inline-size: 100%;
  }
  path {
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  text {
    fill: var(--muted);
    stroke: none;
    font-size: 0.8125em;
  }
  .grid,
  .milestone,
  .band {
    stroke: var(--line);
    stroke-width: 1px;
  }
  .grid {
    stroke: var(--hairline);
  }
  .band {
    fill: currentColor;
    fill-opacity: .12;
    stroke-dasharray: 1 3;
  }
  rect {
    fill: currentColor;
    stroke: var(--surface);
    stroke-width: 1px;
    transform-box: fill-box;
    transform: translate(-50%, -50%);
  }
  .hollow rect {
    fill: var(--surface);
    stroke: currentColor;
    stroke-width: 2px;
  }
  .diamond rect {
    transform-origin: center;
    transform: translate(-50%, -50%) rotate(45deg);
  }
  .gap,
  .talk {
    color: var(--ink);
  }
  .talk {
    fill: var(--surface);
  }
  .strong {
    fill: currentColor;
  }
  ul {
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    gap: 4px calc(3 * var(--space));
    margin: var(--space) 0;
    padding: 0;
  }
  li {
    display: flex;
    gap: 8px;
  }
  .sample {
    flex: none;
    inline-size: 2em;
    block-size: 1.125em;
    margin-block-start: 0.2em;
  }
  .form {
    display: block;
  }
  [part='finding'] summary {
    color: var(--ink);
  }
  dt {
    font-weight: 600;
  }
  dt .help {
    font-weight: 400;
  }
  dd {
    margin: 0 0 calc(1.5 * var(--space));
  }
  details dl {
    margin-inline-start: 18px;
  }
  /* A page in quirks mode gives tables the colour of its body and a font of their own. */
  table {
    font: inherit;
    color: inherit;
    border-collapse: collapse;
    inline-size: 100%;
    margin-block-end: calc(2 * var(--space));
  }
  caption {
    padding-block: var(--space);
    text-align: start;
  }
  th,
  td {
    padding: var(--space) 0;
    padding-inline-end: calc(2 * var(--space));
    vertical-align: top;
    border-block-end: 1px solid var(--hairline);
  }
  th,
  th + td {
    white-space: nowrap;
  }
  @media screen {
    td:last-child {
      min-inline-size: 12em;
    }
  }
  [part='session'] {
    padding-block-start: calc(1.5 * var(--space));
    border-block-start: 1px solid var(--hairline);
  }
  @container (max-width: 33em) {
    .more {
      display: none;
    }
    .low {
      transform: translateY(1.35em);
    }
  }
  @container (max-width: 17em) {
    .last {
      transform: translateY(1.35em);
    }
  }
  @media (forced-colors: active) {
    section {
      --ink: CanvasText;
      --accent: CanvasText;
      --muted: CanvasText;
      --line: CanvasText;
      --hairline: CanvasText;
      --surface: Canvas;
    }
  }
  @media print {
    section {
      padding: 0;
    }
    figure,
    tr,
    [part='finding'],
    [part='session'] {
      break-inside: avoid;
    }
    .plot {
      inline-size: 100%;
      min-inline-size: 0;
    }
  }
`;

import { css } from 'lit';

/** A printed stamp beside its words. The families' colours follow the page's `color-scheme`, as all others do. */
export const milestoneBadgeStyles = css`
  .badge {
    padding: 16px;
  }
  .dawn {
    --stamp: #a2451f;
    --pebble: #f8e7dc;
  }
  .sea {
    --stamp: #1f6170;
    --pebble: #ddeef0;
  }
  .moss {
    --stamp: #476639;
    --pebble: #e6efdd;
  }
  .dusk {
    --stamp: #5b4b8a;
    --pebble: #e9e5f4;
  }
  @supports (color: light-dark(#000, #fff)) {
    .dawn {
      --stamp: light-dark(#a2451f, #f2b08f);
      --pebble: light-dark(#f8e7dc, #3a241c);
    }
    .sea {
      --stamp: light-dark(#1f6170, #7fc8d2);
      --pebble: light-dark(#ddeef0, #1b343a);
    }
    .moss {
      --stamp: light-dark(#476639, #a9cc95);
      --pebble: light-dark(#e6efdd, #24331f);
    }
    .dusk {
      --stamp: light-dark(#5b4b8a, #c0b3ea);
      --pebble: light-dark(#e9e5f4, #2c2642);
    }
  }
  figure {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 12px 20px;
    margin: 0;
  }
  svg {
    flex: none;
    max-inline-size: 100%;
    margin-inline-start: -4px;
    fill: none;
    stroke: var(--attune-stamp-ink, var(--stamp));
  }
  .pebble {
    fill: var(--attune-stamp-tint, var(--pebble));
    stroke: none;
  }
  figcaption {
    flex: 1 1 11em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .title {
    font-size: 1.125em;
    line-height: 1.35;
    margin-block-end: 4px;
  }
  figcaption p {
    margin-block-end: 8px;
  }
  .date,
  .kept,
  .status {
    color: var(--muted);
    font-size: 0.9375em;
  }
  .note {
    white-space: pre-wrap;
    border-inline-start: 2px solid var(--attune-stamp-ink, var(--stamp));
    padding-inline-start: 12px;
  }
  .kept,
  .status,
  [part='actions'],
  .editor p {
    margin-block: 8px 0;
  }
  .status:empty {
    display: none;
  }
  [part='actions'] {
    gap: 0 20px;
  }
  [part='actions'] .quiet {
    padding-inline: 0;
  }
  .status.error {
    color: var(--error);
  }
  [role='group'] {
    margin-block-start: 16px;
  }
  details {
    margin-block-start: 4px;
  }
  summary {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding-inline: 8px;
    margin-inline-start: -8px;
    border-radius: 8px;
    color: var(--accent);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: '';
    inline-size: 7px;
    block-size: 7px;
    margin-block-end: 4px;
    border: solid;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }
  [open] > summary::after {
    margin-block: 4px 0;
    rotate: 225deg;
  }
  details [part='actions'] {
    margin-block-start: 0;
  }
  label {
    display: block;
    font-weight: 500;
    margin-block: 12px 4px;
  }
  input,
  textarea {
    display: block;
    inline-size: 100%;
    max-inline-size: 34em;
    min-block-size: 44px;
    padding: 8px 12px;
    font: inherit;
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  [aria-invalid='true'] {
    border: 2px solid var(--error);
  }
  .error::before {
    content: '! ';
    font-weight: 700;
  }
  @keyframes draw {
    from {
      clip-path: inset(-9px 100% -9px -9px);
    }
    to {
      clip-path: inset(-9px);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .drawn {
      animation: draw 600ms ease-out;
    }
  }
  @media (forced-colors: active) {
    svg,
    .pebble {
      fill: none;
      stroke: CanvasText;
    }
    .note {
      border-color: CanvasText;
    }
    [part='actions'] {
      gap: 8px;
    }
    [part='actions'] .quiet {
      padding-inline: 8px;
    }
  }
  @media print {
    .badge {
      break-inside: avoid;
      padding-inline: 0;
    }
    .kept,
    .status,
    .help,
    details {
      display: none;
    }
  }
`;

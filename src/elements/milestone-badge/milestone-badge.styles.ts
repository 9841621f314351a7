import { css } from 'lit';

/** A printed stamp beside its words. The families' colours follow the page's `color-scheme`, as all others do. */
export const milestoneBadgeStyles = css`
  [part='badge'] {
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
  #title {
    font-size: 1.125em;
    font-weight: 600;
    margin-block: 0 4px;
  }
  p {
    margin-block: 0 8px;
  }
  [part='note'] {
    white-space: pre-wrap;
    border-inline-start: 2px solid var(--attune-stamp-ink, var(--stamp));
    padding-inline-start: 12px;
  }
  [part='actions'] {
    gap: 4px;
    margin-block: 0;
  }
  [part='status']:not(:empty) {
    margin-block-start: 8px;
  }
  [part='confirm'] {
    margin-block-start: 16px;
  }
  details,
  .home.quiet {
    margin-inline-start: -8px;
  }
  summary,
  details p {
    padding-inline: 8px;
  }
  summary {
    inline-size: fit-content;
    line-height: 44px;
    border-radius: 8px;
    color: var(--accent);
    cursor: pointer;
  }
  label {
    display: block;
    margin-block: 12px 4px;
  }
  input,
  textarea {
    display: block;
    inline-size: 100%;
    max-inline-size: 34em;
    min-block-size: 44px;
    padding: 8px 12px;
    margin-block-end: 8px;
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
  }
  @media print {
    [part='badge'] {
      break-inside: avoid;
      padding-inline: 0;
    }
    .aside,
    details {
      display: none;
    }
  }
`;

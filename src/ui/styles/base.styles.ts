import { css } from '../lit/lit.ts';

/**
 * The tokens, and the styles of text. Colours follow the page's `color-scheme`. Without support for `light-dark()` they are the
 * light ones. A host can override any `--attune-*` property.
 */
export const baseStyles = css`
  :host {
    --ink: var(--attune-ink, #1e2a2e);
    --surface: var(--attune-surface, #fff);
    --muted: var(--attune-muted, #4f5d61);
    --line: var(--attune-line, #7c8a8e);
    --hairline: var(--attune-hairline, #dde2e0);
    --accent: var(--attune-accent, #1f6170);
    --target: max(24px, var(--attune-target-size, 44px));
    --radius: var(--attune-radius, 12px);
    --space: var(--attune-space, 8px);
    --pad: clamp(2 * var(--space), 4%, 3 * var(--space));
    display: flow-root;
    background: var(--surface);
  }
  /* The mask for session recorders has no box: see recorder-mask.ts. */
  :host > div {
    display: contents;
  }
  /* The host's content keeps its own direction in a widget of another language, and so do the words on a button. */
  ::slotted(*),
  button {
    unicode-bidi: plaintext;
  }
  :host([density='compact']) {
    --space: calc(var(--attune-space, 8px) * 0.625);
  }
  /* Gives the widget a width in a box that shrinks to its content: the section, a size container, has none of its own. */
  :host::before {
    content: '. .';
    display: block;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
    word-spacing: 45em;
  }
  /* Also on the section, because a page's rule for all elements overrides the rules for :host. */
  :host,
  section {
    color: var(--ink);
    font-family: var(--attune-font, inherit);
    font-size: var(--attune-font-size, max(16px, 1em));
    line-height: 1.45;
    text-align: start;
    text-indent: 0;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --ink: var(--attune-ink, light-dark(#1e2a2e, #e8eeec));
      --surface: var(--attune-surface, light-dark(#fff, #172024));
      --muted: var(--attune-muted, light-dark(#4f5d61, #aebbbc));
      --line: var(--attune-line, light-dark(#7c8a8e, #74858a));
      --hairline: var(--attune-hairline, light-dark(#dde2e0, #2c383c));
      --accent: var(--attune-accent, light-dark(#1f6170, #7fc8d2));
    }
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  /* The direction of each sentence, with its full stop, is that of its own language. Its alignment is the page's. Not for all elements, because it is slow. */
  :where(p, h2, h3, dt, dd, li, th, td, q, span, .notice, [part='legend'], [part='intro'], [part='status']) {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  section {
    container-type: inline-size;
    position: relative;
    max-inline-size: calc(42em + 6 * var(--space));
    margin-inline: auto;
    padding: calc(3 * var(--space)) var(--pad);
  }
  /* On a surface of its own, so that the page's own background is around it. */
  :host([card]) {
    background: none;
  }
  :host([card]) section {
    background: var(--surface);
    border: 1px solid var(--hairline);
    border-radius: calc(1.5 * var(--radius));
  }
  p,
  ul,
  dl {
    margin: 0 0 calc(1.5 * var(--space));
    text-wrap: pretty;
  }
  h2,
  h3,
  dt,
  summary,
  caption,
  thead {
    break-after: avoid;
  }
  h2 {
    font-size: 1.5em;
    line-height: 1.25;
    font-family: var(--attune-title-font, inherit);
    font-weight: 600;
    margin: 0 0 var(--space);
    text-wrap: balance;
  }
  .help {
    color: var(--muted);
    font-size: 0.9375em;
  }
  summary {
    unicode-bidi: isolate;
    inline-size: fit-content;
    min-block-size: var(--target);
    padding: 11px 4px;
    margin: 0 -4px 4px;
    border-radius: calc(var(--radius) / 1.5);
    color: var(--accent);
    cursor: pointer;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
    scroll-margin-block: 8px;
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }
  @media print {
    :host {
      color-scheme: light;
    }
    :focus-visible {
      outline: 0;
    }
  }
`;

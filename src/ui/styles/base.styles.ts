import { css } from 'lit';

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
    display: flow-root;
    background: var(--surface);
  }
  /* Gives the widget a width in a box that shrinks to its content: the section, a size container, has none of its own. */
  :host::before {
    content: '. .';
    display: block;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
    word-spacing: 43em;
  }
  /* Also on the section, because a page's rule for all elements overrides the rules for :host. */
  :host,
  section {
    color: var(--ink);
    font-size: max(16px, 1em);
    line-height: 1.45;
    text-align: start;
    text-indent: 0;
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
  :where(p, h2, h3, dt, dd, li, th, td, q, span, .notice, [part='legend'], [part='intro'], [part='status'], [part='submit']) {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  section {
    container-type: inline-size;
    position: relative;
    max-inline-size: 44em;
    padding: 24px;
  }
  p,
  ul,
  dl {
    margin: 0 0 12px;
    max-inline-size: 34em;
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
    font-weight: 600;
    margin: 0 0 12px;
  }
  .help {
    color: var(--muted);
    font-size: 0.9375em;
  }
  summary {
    unicode-bidi: isolate;
    inline-size: fit-content;
    min-block-size: var(--target);
    padding-block: 11px;
    margin-block-end: 4px;
    border-radius: 8px;
    color: var(--accent);
    cursor: pointer;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
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

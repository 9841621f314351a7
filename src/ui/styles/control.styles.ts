import { css } from '../lit/lit.ts';

/** Buttons, notices and errors. They come after the base styles. */
export const controlStyles = css`
  :host {
    --on-accent: var(--attune-on-accent, #fff);
    --tint: var(--attune-tint, #e4f0f1);
    --error: var(--attune-error, #9a3412);
    --notice: var(--attune-notice, #fbf3e2);
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --on-accent: var(--attune-on-accent, light-dark(#fff, #0c2227));
      --tint: var(--attune-tint, light-dark(#e4f0f1, #203a41));
      --error: var(--attune-error, light-dark(#9a3412, #f2a98a));
      --notice: var(--attune-notice, light-dark(#fbf3e2, #33291a));
    }
  }
  .error {
    color: var(--error);
  }
  .error::before {
    content: '! ';
    font-weight: 700;
  }
  .notice {
    background: var(--notice);
    border-radius: var(--radius);
    padding: calc(1.5 * var(--space)) calc(2 * var(--space));
    margin-block-end: calc(2 * var(--space));
  }
  .notice p,
  .notice ::slotted(*) {
    margin-block: 0 4px;
  }
  button {
    font: inherit;
    font-size: max(16px, 1em);
    min-block-size: var(--target);
    padding: var(--space) calc(2 * var(--space));
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) / 1.5);
    color: var(--accent);
    background: none;
    cursor: pointer;
  }
  button.main {
    color: var(--on-accent);
    background: var(--accent);
    border-color: var(--accent);
    font-weight: 600;
  }
  button.quiet {
    border-color: transparent;
    text-decoration: underline;
    text-underline-offset: 3px;
    padding-inline: 8px;
  }
  button:disabled,
  button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  @media (hover: hover) {
    button:enabled:hover {
      background: var(--tint);
    }
    button.main:enabled:hover {
      background: color-mix(in srgb, var(--accent) 88%, var(--ink));
    }
  }
  [tabindex='-1']:focus-visible {
    outline-offset: 4px;
  }
  [part='actions'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space) calc(1.5 * var(--space));
    margin-block: calc(2.5 * var(--space)) calc(1.5 * var(--space));
  }
  /* Away from the button that sends. */
  [part='erase']:not(:only-child) {
    margin-inline-start: auto;
  }
  @media (forced-colors: active) {
    .notice {
      border: 1px solid;
    }
    button.main {
      border-width: 2px;
    }
  }
  /* Not display: none, because Firefox does not print such a frame. */
  iframe {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    border: 0;
  }
  @media print {
    button,
    [part='draft'],
    [part='actions'] {
      display: none !important;
    }
  }
`;

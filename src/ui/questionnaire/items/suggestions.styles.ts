import { css } from '../../lit/lit.ts';

/** The list below a field with suggestions, and the chosen answers of a field with several. */
export const suggestionStyles = css`
  .suggestions {
    position: absolute;
    z-index: 3;
    inset-inline: 0;
    max-inline-size: 34em;
    margin-block-start: 4px;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) / 1.5);
  }
  .suggestions .help {
    margin: 0;
    padding: 6px 14px;
  }
  [role='listbox'] {
    max-block-size: 18em;
    overflow-y: auto;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  [role='option'] {
    display: flex;
    align-items: center;
    min-block-size: var(--target);
    padding: 6px 14px;
    border-block-end: 1px solid var(--hairline);
    line-height: 1.35;
    cursor: pointer;
  }
  [role='option'][aria-selected='true'] {
    background: var(--tint);
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  [part='chosen'] {
    padding: 0;
    margin-block: calc(0.5 * var(--space)) 0;
    list-style: none;
  }
  [part='chosen'] li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    max-inline-size: 34em;
    padding-inline-start: 14px;
    border-block-end: 1px solid var(--hairline);
  }
  [part='chosen'] button {
    min-inline-size: var(--target);
    text-decoration: none;
  }
  @media (hover: hover) {
    [role='option']:hover {
      background: var(--tint);
    }
  }
  @media print {
    .suggestions {
      display: none;
    }
  }
`;

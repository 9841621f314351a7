import { css } from '../../ui/lit/lit.ts';

/** Plain lines below their headings. A line with a gap has a bar at its start and bold words. */
export const perspectiveGapStyles = css`
  .group-title {
    font-size: 1.25em;
    margin-block-start: calc(3 * var(--space));
  }
  div {
    padding-block: calc(1.5 * var(--space));
    border-block-start: 1px solid var(--hairline);
    break-inside: avoid;
  }
  .differ {
    position: relative;
    font-weight: 600;
  }
  .differ::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: -12px;
    border-inline-start: 4px solid var(--accent);
  }
  p {
    margin-block: 0 4px;
  }
  .help {
    font-weight: 400;
  }
  .scale {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .scale span {
    flex: 1;
    text-align: center;
    white-space: nowrap;
  }
  b {
    display: inline-block;
    padding: 0 6px;
    border: 1px solid var(--accent);
    border-radius: var(--radius);
    color: var(--accent);
  }
  b:empty {
    padding: 3px;
    border-color: var(--line);
  }
`;

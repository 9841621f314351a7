import { css } from 'lit';

/** Plain lines below their headings. A line with a gap has a bar at its start and bold words. */
export const perspectiveGapStyles = css`
  .group-title {
    font-size: 1.25em;
    margin-block-start: 24px;
  }
  div {
    padding: 12px 16px;
    border-block-start: 1px solid var(--hairline);
    break-inside: avoid;
  }
  .differ {
    border-inline-start: 4px solid var(--accent);
    padding-inline-start: 12px;
    font-weight: 600;
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
  span {
    flex: 1;
    text-align: center;
  }
  b {
    display: inline-block;
    padding: 0 6px;
    border: 1px solid var(--accent);
    border-radius: 12px;
    color: var(--accent);
  }
  b:empty {
    padding: 3px;
    border-color: var(--line);
  }
`;

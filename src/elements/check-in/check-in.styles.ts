import { css } from '../../ui/lit/lit.ts';

export const checkInStyles = css`
  q {
    white-space: pre-line;
  }
  q:lang(fr) {
    quotes: '«\202f' '\202f»';
  }
  svg {
    color: var(--accent);
    inline-size: 100%;
    block-size: 96px;
  }
  path {
    fill: none;
    stroke: currentColor;
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
  }
  .rule {
    stroke: var(--line);
    stroke-width: 1px;
  }
  .dots {
    stroke-width: 10px;
    stroke-linecap: round;
  }
  .many {
    stroke-width: 4px;
  }
  @media (forced-colors: active) {
    .rule {
      stroke: CanvasText;
    }
  }
`;

import { css } from 'lit';

export const checkInStyles = css`
  [part='keep-goal'] {
    margin-block-end: 12px;
  }
  [part='course'] {
    margin-block-end: 24px;
  }
  q {
    white-space: pre-line;
  }
  /* Room for the dots at the ends. */
  svg {
    display: block;
    overflow: visible;
    inline-size: 100%;
    block-size: 88px;
    padding: 8px;
    margin-block-end: 12px;
  }
  path {
    fill: none;
    stroke: var(--accent);
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
  }
  .rule {
    stroke: var(--hairline);
  }
  .dots {
    stroke-width: 10px;
    stroke-linecap: round;
  }
  @media (forced-colors: active) {
    path {
      stroke: CanvasText;
    }
    .rule {
      stroke: GrayText;
    }
  }
`;

import { css } from '../../lit/lit.ts';

/** Words for screen readers only. They take no room, so that they never make the page wider. */
export const heardOnlyStyles = css`
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;

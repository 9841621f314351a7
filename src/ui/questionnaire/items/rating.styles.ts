import { css } from '../../lit/lit.ts';

/** The options of a rating are joined cells in any container. They come after the styles of all options. */
export const ratingStyles = css`
  .rating {
    overflow: hidden;
    overflow: clip;
  }
  .rating > div {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(44px, 1fr));
  }
  .rating > .n11 {
    grid-template-columns: repeat(6, 1fr);
  }
  .rating > div > [part='option'] {
    position: relative;
    justify-content: center;
    margin: -1px 0 0;
    margin-inline-start: -1px;
    padding: 0;
    border-width: 1px 0 0;
    border-inline-start-width: 1px;
    border-radius: 0;
  }
  .rating [part='option'] input {
    position: absolute;
    inset: 0;
    inline-size: auto;
    block-size: auto;
    border: 0;
    border-radius: 0;
    background: none;
    outline-offset: -4px;
  }
  .rating .chosen[part='option'] {
    color: var(--on-accent);
    background: var(--accent);
  }
  .rating .chosen input {
    outline-color: var(--on-accent);
  }
  .locked .rating .chosen[part='option'] {
    color: var(--surface);
    background: var(--muted);
  }
  @container (min-width: 38em) {
    .rating > .n11 {
      grid-template-columns: repeat(11, 1fr);
    }
  }
  @media (forced-colors: active) {
    .rating .chosen[part='option'] {
      forced-color-adjust: none;
      --accent: Highlight;
      --on-accent: HighlightText;
      --surface: Canvas;
    }
  }
`;

import { css } from '../../lit/lit.ts';

/** The handle is hollow until there is an answer. The handle and the track have the full target size. */
export const sliderStyles = css`
  input[type='range'] {
    appearance: none;
    display: block;
    inline-size: 100%;
    max-inline-size: none;
    block-size: var(--target);
    margin: 0;
    background: none;
    cursor: pointer;
    --handle: radial-gradient(closest-side, var(--accent) 60%, transparent 64%);
  }
  input.unset {
    --handle: radial-gradient(closest-side, var(--surface) 46%, var(--line) 50% 60%, transparent 64%);
  }
  ::-webkit-slider-runnable-track {
    block-size: 8px;
    border-radius: 4px;
    background: var(--line);
  }
  ::-moz-range-track {
    block-size: 8px;
    border-radius: 4px;
    background: var(--line);
  }
  ::-webkit-slider-thumb {
    appearance: none;
    inline-size: var(--target);
    block-size: var(--target);
    margin-block-start: calc((8px - var(--target)) / 2);
    background: var(--handle);
  }
  ::-moz-range-thumb {
    inline-size: var(--target);
    block-size: var(--target);
    border: 0;
    background: var(--handle);
  }
  [part='value'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
    min-block-size: var(--target);
    margin: 0;
    font-weight: 500;
  }
  /* The button of a slider is in its own line. */
  [part='value'] [part='clear'] {
    position: static;
    margin-inline-start: auto;
    padding-block: 8px;
  }
  @media (forced-colors: active) {
    input[type='range'] {
      forced-color-adjust: none;
      --accent: Highlight;
      --surface: Canvas;
      --line: CanvasText;
    }
  }
`;

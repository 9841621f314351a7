import { css } from '../lit/lit.ts';

/** A thin progress bar. No percentage, and no colour that judges. */
export const progressStyles = css`
  [part='progress'] {
    color: var(--muted);
  }
  progress {
    display: block;
    appearance: none;
    inline-size: 100%;
    block-size: 4px;
    border: 0;
    background: var(--hairline);
  }
  progress::-webkit-progress-bar {
    background: none;
  }
  progress::-webkit-progress-value {
    background: var(--accent);
  }
  progress::-moz-progress-bar {
    background: var(--accent);
  }
  @media (forced-colors: active) {
    progress {
      outline: 1px solid;
    }
    progress::-webkit-progress-value {
      background: CanvasText;
    }
    progress::-moz-progress-bar {
      background: CanvasText;
    }
  }
  @media print {
    progress {
      display: none;
    }
  }
`;

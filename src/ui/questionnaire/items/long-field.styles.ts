import { css } from '../../lit/lit.ts';

/** Fields for long answers: as wide as a line of text. */
export const longFieldStyles = css`
  :is([role='combobox'], [type='url'], [type='file'], .long)[part='input'] {
    max-inline-size: 34em;
  }
`;

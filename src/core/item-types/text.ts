import { limits } from '../plain-data/limits.ts';
import { isBlank, isText } from '../plain-data/plain-text.ts';
import { literal } from '../plain-data/shape.ts';
import type { ItemCommon } from './item-common.ts';
import type { ItemShape, ItemType } from './item-type.ts';

/** Text that the person writes. */
export interface TextItem extends ItemCommon {
  type: 'text';
  /** In UTF-16 code units, like the native `minlength`. */
  minLength?: number;
  /** In UTF-16 code units, like the native `maxlength`. Longer text is not cut; the person must shorten it before sending. */
  maxLength?: number;
  /** One line instead of several. */
  line?: boolean;
  /**
   * What the text contains. It makes the field one line; the browser can fill it in and shows a suitable keyboard. Any
   * text is valid, even if it does not look like this format.
   */
  format?: 'name' | 'email' | 'tel' | 'address-line';
}

/** The most characters of an answer, in UTF-16 code units. */
export const longestOf = ({ maxLength = limits.answerText }: Pick<TextItem, 'maxLength'>): number =>
  Math.min(maxLength, limits.answerText);

export const text: ItemType<TextItem> = {
  holds: 'own-words',
  isValue: (value) => isText(value) && !isBlank(value),
  faultOf: (item, { length }: string) =>
    length > longestOf(item) ? 'max-length-or-less'
    // Without a limit this compares with undefined, which is always false.
    : length < item.minLength! ? 'min-length-or-more'
    : undefined,
};

export const textShape: ItemShape<TextItem> = {
  fields: {
    'minLength?': 'count',
    'maxLength?': 'count',
    'line?': 'flag',
    'format?': /* @__PURE__ */ literal('name', 'email', 'tel', 'address-line'),
  },
  check: ({ minLength = 0, maxLength = Infinity }, { must, path }) => must(minLength <= maxLength, `${path}.maxLength`, 'in-order'),
};

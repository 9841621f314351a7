import { limits } from '../plain-data/limits.ts';
import { isBlank, isText } from '../plain-data/plain-text.ts';
import { oneOf } from '../plain-data/shape.ts';
import type { ItemCommon } from './item-common.ts';
import type { ItemShape, ItemType } from './item-type.ts';

/** The person's own words. */
export interface TextItem extends ItemCommon {
  type: 'text';
  /** In UTF-16 units, as the native `minlength` counts. */
  minLength?: number;
  /** In UTF-16 units, as the native `maxlength` counts. Longer text is kept, and must be shortened before sending. */
  maxLength?: number;
  /** One line, not several. */
  line?: boolean;
  /**
   * What the text is, in one line: the browser can then fill it in, and shows the keyboard for it. It is no rule for the
   * text: an address that looks odd is kept too.
   */
  format?: 'name' | 'email' | 'tel' | 'address-line';
}

/** How long an answer may be. */
export const longestOf = ({ maxLength = limits.answerText }: Pick<TextItem, 'maxLength'>): number =>
  Math.min(maxLength, limits.answerText);

export const text: ItemType<TextItem> = {
  holds: 'own-words',
  isValue: (value) => isText(value) && !isBlank(value),
  faultOf: (item, { length }: string) =>
    length > longestOf(item) ? 'max-length-or-less'
    // A limit that is not there is undefined, and nothing is below that.
    : length < item.minLength! ? 'min-length-or-more'
    : undefined,
};

export const textShape: ItemShape<TextItem> = {
  fields: {
    'minLength?': 'count',
    'maxLength?': 'count',
    'line?': 'flag',
    'format?': /* @__PURE__ */ oneOf('name', 'email', 'tel', 'address-line'),
  },
  check: ({ minLength = 0, maxLength = Infinity }, { must, path }) => must(minLength <= maxLength, `${path}.maxLength`, 'in-order'),
};

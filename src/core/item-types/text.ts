import { limits } from '../plain-data/limits.ts';
import { isBlank, isText } from '../plain-data/plain-text.ts';
import { literal } from '../plain-data/shape.ts';
import type { ItemCommon } from './item-common.ts';
import type { ItemShape, ItemType, ValueFault } from './item-type.ts';

/** What a written answer must be like. */
export interface TextRules {
  /** In UTF-16 code units, like the native `minlength`. */
  minLength?: number;
  /** In UTF-16 code units, like the native `maxlength`. Longer text is not cut; the person must shorten it before sending. */
  maxLength?: number;
  pattern?: TextPattern;
}

/** The form of a text. */
export interface TextPattern {
  /** A regular expression that the whole text must match. */
  regex: string;
  /** What to write, for a person whose text does not match. */
  message?: string;
}

/** Text that the person writes. */
export interface TextItem extends ItemCommon, TextRules {
  type: 'text';
  /** One line instead of several. */
  line?: boolean;
  /**
   * What the text contains. It makes the field one line; the browser can fill it in and shows a suitable keyboard. Any
   * text is valid, even if it does not look like this format.
   */
  format?: 'name' | 'email' | 'tel' | 'address-line';
}

/** The most characters of an answer, in UTF-16 code units. */
export const longestOf = ({ maxLength = limits.answerText }: TextRules): number =>
  Math.min(maxLength, limits.answerText);

/** The rule about its length that a text breaks. */
export const textFault = (item: TextRules, { length }: string): ValueFault | undefined =>
  length > longestOf(item) ? 'max-length-or-less'
  // Without a limit this compares with undefined, which is always false.
  : length < item.minLength! ? 'min-length-or-more'
  : undefined;

export const text: ItemType<TextItem> = {
  holds: 'own-words',
  isValue: (value) => isText(value) && !isBlank(value),
  faultOf: textFault,
};

/** How to read the rules of a written answer. */
export const textRules: ItemShape<ItemCommon & TextRules> = {
  fields: { 'minLength?': 'count', 'maxLength?': 'count' },
  check: ({ minLength = 0, maxLength = Infinity }, { must, path }) => must(minLength <= maxLength, `${path}.maxLength`, 'in-order'),
};

export const textShape: ItemShape<TextItem> = {
  ...textRules,
  fields: {
    ...textRules.fields,
    'line?': 'flag',
    'format?': /* @__PURE__ */ literal('name', 'email', 'tel', 'address-line'),
  },
};

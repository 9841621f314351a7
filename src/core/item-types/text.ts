import { limits } from '../limits.ts';
import { isBlank, isText } from '../plain-text.ts';
import type { ItemCommon } from './item-common.ts';
import type { ItemShape, ItemType } from './item-type.ts';

/** The person's own words. */
export interface TextItem extends ItemCommon {
  type: 'text';
  /** In UTF-16 units, as the native `maxlength` counts. */
  maxLength?: number;
  /** One line, not several. */
  line?: boolean;
}

/** How long an answer may be. */
export const longestOf = ({ maxLength = limits.answerText }: Pick<TextItem, 'maxLength'>): number =>
  Math.min(maxLength, limits.answerText);

export const text: ItemType<TextItem> = {
  holds: 'own-words',
  faultOf: (item, value) =>
    !isText(value) || isBlank(value) ? 'of-its-type'
    : value.length > longestOf(item) ? 'max-length-or-less'
    : undefined,
};

export const textShape: ItemShape<TextItem> = {
  fields: { 'maxLength?': 'count', 'line?': 'flag' },
};

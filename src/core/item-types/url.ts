import { isText } from '../plain-data/plain-text.ts';
import type { ItemCommon } from './item-common.ts';
import type { ItemShape, ItemType } from './item-type.ts';
import { type TextRules, textFault, textRules } from './text.ts';

/** An absolute address, such as `https://example.org` or `urn:uuid:...`. */
export interface UrlItem extends ItemCommon, TextRules {
  type: 'url';
}

export const url: ItemType<UrlItem> = {
  isValue: (value) => isText(value) && /^[a-z][\w+.-]*:[^\s]+$/i.test(value),
  faultOf: textFault,
};

export const urlShape: ItemShape<UrlItem> = textRules;

import { limits } from '../plain-data/limits.ts';
import { type Read, filled, literal, text as string } from '../plain-data/shape.ts';
import { choiceShape } from './choice.ts';
import { dateTimeShape } from './date-time.ts';
import { decimalShape } from './decimal.ts';
import { displayShape } from './display.ts';
import { fileShape } from './file.ts';
import { groupShape } from './group.ts';
import { type Item, type ItemOf, itemShapes } from './index.ts';
import type { FieldShapes, ItemCheck, ItemShape } from './item-type.ts';
import { quantityShape } from './quantity.ts';
import { textShape } from './text.ts';
import { urlShape } from './url.ts';

const labelOrTrue: Read = (value, path, problems) => (value === true ? value : filled(value, path, problems));
const pattern: FieldShapes = { 'pattern?': { regex: string, 'message?': 'text' } };

const checkDecimals = ({ decimals = 0 }: { decimals?: number }, { must, path }: ItemCheck): void =>
  must(decimals <= limits.decimals, `${path}.decimals`, 'within-the-limit', `of ${limits.decimals} decimal places`);

/** How to read the item types of forms, with all their fields. A separate table, because most widgets read no forms. */
export const formShapes = {
  ...itemShapes,
  choice: {
    ...choiceShape,
    fields: {
      ...choiceShape.fields,
      'open?': labelOrTrue,
      'control?': literal('drop-down', 'autocomplete'),
      'orientation?': literal('horizontal', 'vertical'),
      'minChoices?': 'count',
      'maxChoices?': 'count',
    },
    check(item, check) {
      if (item.scale || item.choices || !item.dynamic?.choices) choiceShape.check?.(item, check);
      const { multiple, minChoices = 0, maxChoices = Infinity } = item;
      check.must(multiple || !('minChoices' in item || 'maxChoices' in item), `${check.path}.multiple`, 'there');
      check.must(minChoices <= maxChoices && maxChoices > 0, check.path, 'in-order');
    },
  },
  dateTime: dateTimeShape,
  decimal: { fields: { ...decimalShape.fields, 'decimals?': 'count' }, check: checkDecimals },
  display: { ...displayShape, fields: { 'category?': literal('instructions', 'security', 'help') } },
  file: fileShape,
  group: { ...groupShape, fields: { ...groupShape.fields, 'collapsible?': literal('open', 'closed') } },
  quantity: {
    ...quantityShape,
    check(item, check) {
      quantityShape.check?.(item, check);
      checkDecimals(item, check);
    },
  },
  text: { ...textShape, fields: { ...textShape.fields, ...pattern } },
  url: { ...urlShape, fields: { ...urlShape.fields, ...pattern } },
} satisfies { [Type in Item['type']]: ItemShape<ItemOf<Type>> };

import { dateTime } from './date-time.ts';
import { file } from './file.ts';
import type { FieldType, Item, ItemOf } from './index.ts';
import type { ItemType } from './item-type.ts';
import { quantity } from './quantity.ts';
import { url } from './url.ts';

/** The behaviour of the item types for fields. A separate table, because most widgets have no such items. */
const fieldTypes = { dateTime, file, quantity, url } satisfies { [Type in FieldType]: ItemType<ItemOf<Type>> };

/** Undefined for an item of another type. */
export const fieldTypeOf = ({ type }: Item): ItemType<Item> | undefined => fieldTypes[type as FieldType] as ItemType<Item> | undefined;

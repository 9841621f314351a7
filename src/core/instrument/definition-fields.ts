import type { ReadSingleCondition } from './condition-shape.ts';
import type { Instrument, Item } from './instrument.ts';
import type { Reference } from './references.ts';
import { itemShapes } from '../item-types/index.ts';
import type { FieldShapes, ItemShape, Must } from '../item-types/item-type.ts';

/** What a definition can have, where forms of other systems have more than the instruments of this package. */
export interface DefinitionFields {
  /** The item types. */
  readonly shapes: { readonly [type: string]: ItemShape<never> };
  /** Further fields of every item, of a choice, and of the definition itself. */
  readonly item?: FieldShapes;
  readonly choice?: FieldShapes;
  readonly definition?: FieldShapes;
  /** The fields of a condition about one item, or about none. */
  readonly condition?: ReadSingleCondition;
  /** The items that the value of an item is calculated from. */
  calculatedFrom?(item: Item, instrument: Pick<Instrument, 'scoring'>): readonly Reference[];
  /** Names the items of a circle, which can be a long way through calculations. */
  circleInWords?(ids: readonly string[]): string;
  /** Checks the further fields of all items. */
  check?(instrument: Instrument, must: Must): void;
}

/** The fields that the instruments of this package need. A widget without forms reads no others. */
export const plainFields: DefinitionFields = { shapes: itemShapes };

/** How to read an item of a known type. */
export const shapeIn = ({ shapes }: DefinitionFields, { type }: Item): ItemShape<Item> => shapes[type] as ItemShape<Item>;

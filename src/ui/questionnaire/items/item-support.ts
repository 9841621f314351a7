import type { Item } from '../../../core/instrument/instrument.ts';
import type { FieldType } from '../../../core/item-types/index.ts';
import type { FullStructure, NestedStructure, Structure } from '../../../core/answering/structure.ts';
import type { FullTextView, ItemTypeView, ItemSupport } from './item-type-view.ts';

/**
 * The support that an instrument needs, by the types of its items. An `InstrumentDefinition` can have any items: it needs
 * all.
 */
export type SupportFor<Definition extends { items: readonly unknown[] }> = {
  views: { [Type in NeededOf<ItemsOf<Definition['items']>>]: ViewFor<Extract<ItemsOf<Definition['items']>, { type: unknown }>, Type> };
  structure: StructureFor<ItemsOf<Definition['items']>>;
};

/** The items of a list, and the items inside them. Does not look inside if the list may contain items of any type. */
type ItemsOf<List> = List extends readonly (infer One)[]
  ? Item['type'] extends TypesOf<One>
    ? One
    : One | (One extends { items: infer Inside } ? ItemsOf<Inside> : never)
  : never;

/** A widget for any items may lack the views of fields. It says so in place of such an item. */
type NeededOf<One> = Item['type'] extends TypesOf<One> ? Exclude<Item['type'], FieldType> : TypesOf<One>;

type TypesOf<One> = One extends { type: infer Type } ? Extract<Type, Item['type']> : never;

/** A text with a limit or a format needs the full view of texts. */
type ViewFor<One, Type> = Type extends 'text' ? ([LimitedIn<One>] extends [never] ? ItemTypeView<never> : FullTextView) : ItemTypeView<never>;

type LimitedIn<One> = Item['type'] extends TypesOf<One>
  ? One
  : Extract<One, { maxLength: unknown } | { minLength: unknown } | { format: unknown }>;

/** A widget for any items may run on `nested`. It then says in place of a field that it cannot show it. */
type StructureFor<One> =
  Item['type'] extends TypesOf<One> ? NestedStructure
  : IsPlain<One> extends true ? (IsFlat<One> extends true ? Structure : NestedStructure)
  : FullStructure;

/** Whether all values are plain, and nothing follows from other answers but what is asked. */
type IsPlain<One> = [
  | Extract<TypesOf<One>, FieldType>
  | Extract<One, { open: unknown } | { minChoices: unknown } | { maxChoices: unknown } | { pattern: unknown } | { calculate: unknown } | { initial: unknown } | { readOnly: unknown }>
  | Extract<One, { when: { over: unknown } | { expression: unknown } }>
  | Extract<Exclude<One, { type: 'group' }>, { repeats: unknown }>,
] extends [never]
  ? true
  : false;

/** Whether the items are questions only, and without conditions. */
type IsFlat<One> = [Extract<TypesOf<One>, 'group' | 'display'> | Extract<One, { when: unknown }>] extends [never] ? true : false;

/** The view of an item's type; `undefined` if the widget does not support the item. */
export function typeViewOf(item: Item, { views, structure }: ItemSupport): ItemTypeView<Item> | undefined {
  const view: ItemTypeView<Item> | undefined = views[item.type];
  const isSupported = structure.supports(item) && (view?.supports?.(item) ?? true);
  return isSupported ? view : undefined;
}

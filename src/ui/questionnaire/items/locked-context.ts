import type { ItemContext } from './item-type-view.ts';

const locked = new WeakMap<ItemContext, ItemContext>();
const open = new WeakMap<ItemContext, ItemContext>();

/** Whether the person cannot change the item that the context is for, although they can change others. */
export const isLocked = (context: ItemContext): boolean => open.has(context);

/** The context of the widget. A follow-up of a read-only question is not read-only itself. */
export const openContext = (context: ItemContext): ItemContext => open.get(context) ?? context;

/** The context for a read-only item. The same object for the same context, because views compare it. */
export function lockedContext(context: ItemContext): ItemContext {
  const outer = openContext(context);
  const known = locked.get(outer) ?? { ...outer, readonly: true, required: false };
  locked.set(outer, known);
  open.set(known, outer);
  return known;
}

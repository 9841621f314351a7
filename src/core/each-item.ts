import type { Item } from './instrument.ts';

/** Every item, in order: each one before those that belong to it. */
export function* eachItem(items: readonly Item[]): Generator<Item> {
  for (const item of items) {
    yield item;
    yield* eachItem(item.items ?? []);
  }
}

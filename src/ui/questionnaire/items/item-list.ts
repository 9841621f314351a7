import type { Instance } from '../../../core/answering/snapshot.ts';
import { arrange, neighboursOf, type Runs } from './arrange.ts';
import type { ItemView, PageContext } from './item-type-view.ts';

/** Shows instances inside an element. */
export type ItemList = (place: Element, instances: readonly Instance[], page: PageContext) => void;

/**
 * Owns the views of a list of items, by key. A new item does not reuse the inputs, the text or the focus of another. A view
 * is updated only if its instance, its error or the context has changed, because a page may have hundreds of items.
 */
export function createItemList(): ItemList {
  const views = new Map<string, ItemView>();
  const runs: Runs = new Map();
  let shownIn: Element | undefined;
  let shown: readonly Instance[] = [];
  let shownPage: PageContext | undefined;

  return (place, instances, page) => {
    const { context, errors, mended, pointedOut } = page;
    const before = shownPage;
    if (place !== shownIn || context.instrument !== before?.context.instrument) {
      place.replaceChildren();
      views.clear();
      runs.clear();
      shown = [];
    }
    const isSameList =
      shown.length === instances.length && instances.every((one, i) => one === shown[i] || one.key === shown[i]!.key);
    const isSameContext = context === before?.context;
    const old = isSameList && isSameContext ? shown : [];
    shownIn = place;
    shown = instances;
    shownPage = page;

    if (!isSameList || !isSameContext) {
      const keys = new Set(instances.map(({ key }) => key));
      for (const [key, { root }] of views) {
        if (keys.has(key)) continue;
        root.remove();
        views.delete(key);
      }
      for (const instance of instances) {
        if (!views.has(instance.key)) views.set(instance.key, context.makeItem(instance, `${context.uid}${instance.key}.`, context));
      }
      arrange(place, neighboursOf(instances, context), { views, runs });
    }
    instances.forEach((instance, i) => {
      const { key, item, children } = instance;
      const hasNewErrors =
        pointedOut !== before?.pointedOut ||
        (errors !== before?.errors || mended !== before.mended) &&
        (children.length > 0 || errors.has(key) !== before?.errors.has(key) || mended.has(key) !== before.mended.has(key));
      // A `{item-id}` in a text shows the answer to another item, which may have changed.
      if (instance !== old[i] || hasNewErrors || item.text.includes('{')) {
        views.get(key)!.show(instance, page, instances[i + 1]?.item.id !== item.id);
      }
    });
  };
}

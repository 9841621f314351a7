import type { Instance } from '../../../core/answering/snapshot.ts';
import type { Errors, ItemContext, ItemView } from './item-type-view.ts';

/** Keeps the items inside an element in step with instances. */
export type ItemList = (into: Element, instances: readonly Instance[], context: ItemContext, errors: Errors) => void;

/**
 * Items by key: a line that comes in above others does not take over their radios, their text or their focus. An item
 * is touched only when its own instance, its error or the context changed, however many there are.
 */
export function createItemList(): ItemList {
  const views = new Map<string, ItemView>();
  let place: Element | undefined;
  let shown: readonly Instance[] = [];
  let context: ItemContext | undefined;
  let errors: Errors | undefined;

  return (into, instances, nowContext, nowErrors) => {
    if (into !== place || nowContext.instrument !== context?.instrument) {
      into.replaceChildren();
      views.clear();
      shown = [];
    }
    const isSameList =
      shown.length === instances.length && instances.every((one, i) => one === shown[i] || one.key === shown[i]!.key);
    const old = isSameList && context === nowContext ? shown : [];
    const hadErrors = errors;
    [place, shown, context, errors] = [into, instances, nowContext, nowErrors];

    if (!isSameList) {
      // What is gone goes first, so that nothing that stays is moved: it may hold the focus.
      const keys = new Set(instances.map(({ key }) => key));
      for (const [key, { root }] of views) {
        if (keys.has(key)) continue;
        root.remove();
        views.delete(key);
      }
      let spot = into.firstChild;
      for (const instance of instances) {
        let view = views.get(instance.key);
        if (view) spot = view.root.nextSibling;
        else {
          views.set(instance.key, (view = nowContext.makeItem(instance, nowContext.uid + instance.key, nowContext)));
          into.insertBefore(view.root, spot);
        }
      }
    }
    instances.forEach((instance, i) => {
      const { key, item, children } = instance;
      const hasNewErrors =
        nowErrors !== hadErrors && (children.length > 0 || nowErrors.has(key) !== hadErrors?.has(key));
      // A text with a place in it may show another item's answer.
      if (instance !== old[i] || hasNewErrors || item.text.includes('{')) {
        views.get(key)!.show(instance, nowContext, nowErrors, instances[i + 1]?.item !== item);
      }
    });
  };
}

import type { Instance } from '../../../core/answering/snapshot.ts';
import type { ItemContext, ItemView, Option, PageContext } from './item-type-view.ts';
import { typeViewOf } from './item-support.ts';
import { optionsFor } from './options.ts';
import { makeRun, type Run } from './run.ts';

/** Shows instances inside an element. */
export type ItemList = (place: Element, instances: readonly Instance[], page: PageContext) => void;

/** Neighbours that are shown together. */
interface Neighbours {
  /** The options of all its items. Some of them may not have the last ones. Without options, it is one item on its own. */
  options?: readonly Option[] | undefined;
  instances: Instance[];
}

/** Runs by the key of their first item. */
type Runs = Map<string, { run: Run; options: readonly Option[] }>;

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
    const { context, errors, mended } = page;
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
        if (!views.has(instance.key)) views.set(instance.key, context.makeItem(instance, context.uid + instance.key, context));
      }
      arrange(place, runsOf(instances, context), { views, runs });
    }
    instances.forEach((instance, i) => {
      const { key, item, children } = instance;
      const hasNewErrors =
        (errors !== before?.errors || mended !== before.mended) &&
        (children.length > 0 || errors.has(key) !== before?.errors.has(key) || mended.has(key) !== before.mended.has(key));
      // A `{item-id}` in a text shows the answer to another item, which may have changed.
      if (instance !== old[i] || hasNewErrors || item.text.includes('{')) {
        views.get(key)!.show(instance, page, instances[i + 1]?.item !== item);
      }
    });
  };
}

function runsOf(instances: readonly Instance[], context: ItemContext): Neighbours[] {
  const runs: Neighbours[] = [];
  for (const instance of instances) {
    const { item } = instance;
    const all = optionsFor(item, context);
    const options = typeViewOf(item, context.itemSupport)?.isLine?.(item, all) ? all : undefined;
    const last = runs.at(-1);
    const common = options && last?.options && longer(options, last.options);
    if (common) Object.assign(last, { options: common }).instances.push(instance);
    else runs.push({ options, instances: [instance] });
  }
  return runs;
}

/** The longer of two lists, if it begins with the other: a way to leave an item out may be missing in some items. */
function longer(a: readonly Option[], b: readonly Option[]): readonly Option[] | undefined {
  if (a.length < b.length) return longer(b, a);
  const isStart = b.every(({ text, absent }, i) => text === a[i]!.text && absent === a[i]!.absent);
  return a === b || (isStart && a.slice(b.length).every(({ absent }) => absent)) ? a : undefined;
}

/** Puts the views in order, those of a run into its element. A view that stays where it is does not move: it may have the focus. */
function arrange(place: Element, list: readonly Neighbours[], { views, runs }: { views: Map<string, ItemView>; runs: Runs }): void {
  const root = place.getRootNode() as Partial<ShadowRoot>;
  const focused = root.activeElement as HTMLElement | null | undefined;
  const stale = new Map(runs);
  const elements = list.flatMap(({ options, instances }) => {
    const roots = instances.map(({ key }) => views.get(key)!.root);
    if (!options || roots.length < 2) return roots;
    const { key } = instances[0]!;
    const known = stale.get(key);
    const run = known?.options === options ? known.run : makeRun(options);
    if (run === known?.run) stale.delete(key);
    runs.set(key, { run, options });
    putInOrder(run.element, roots, run.element.firstElementChild!.nextSibling);
    return [run.element];
  });
  for (const [key, { run }] of stale) {
    if (runs.get(key)!.run === run) runs.delete(key);
    run.dissolve();
  }
  putInOrder(place, elements, place.firstChild);
  // A view that moves between runs loses the focus.
  if (focused && focused !== root.activeElement && place.contains(focused)) focused.focus({ preventScroll: true });
}

function putInOrder(parent: Element, children: readonly Element[], first: ChildNode | null): void {
  let next = first;
  for (const child of children) {
    if (child === next) next = child.nextSibling;
    else parent.insertBefore(child, next);
  }
}

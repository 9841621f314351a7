import type { Instance } from '../../../core/answering/snapshot.ts';
import type { ItemContext, ItemView, Option } from './item-type-view.ts';
import { typeViewOf } from './item-support.ts';
import { optionsFor } from './options.ts';
import { makeRun, type Run } from './run.ts';

/** Neighbours that are shown together. */
export interface Neighbours {
  /** The options of all its items. Some of them may not have the last ones. Without options, it is one item on its own. */
  options?: readonly Option[] | undefined;
  instances: Instance[];
}

/** The runs of a list, by the key of their first item. */
export type Runs = Map<string, { run: Run; options: readonly Option[] }>;

/** Divides a list into runs, and items on their own. */
export function neighboursOf(instances: readonly Instance[], context: ItemContext): Neighbours[] {
  const list: Neighbours[] = [];
  for (const instance of instances) {
    const { item } = instance;
    const all = optionsFor(item, context);
    const options = typeViewOf(item, context.itemSupport)?.isLine?.(item, all) ? all : undefined;
    const last = list.at(-1);
    const common = options && last?.options && longer(options, last.options);
    if (last && common) {
      last.options = common;
      last.instances.push(instance);
    } else list.push({ options, instances: [instance] });
  }
  return list;
}

/** The longer of two lists, if it begins with the other: a way to leave an item out may be missing in some items. */
function longer(a: readonly Option[], b: readonly Option[]): readonly Option[] | undefined {
  // Nearly all neighbours have the same list.
  if (a === b) return a;
  if (a.length < b.length) return longer(b, a);
  const isStart = b.every(({ text, absent }, i) => text === a[i]!.text && absent === a[i]!.absent);
  return isStart && a.slice(b.length).every(({ absent }) => absent) ? a : undefined;
}

/** Puts the views in order, those of a run into its element. A view that stays where it is does not move: it may have the focus. */
export function arrange(place: Element, list: readonly Neighbours[], { views, runs }: { views: Map<string, ItemView>; runs: Runs }): void {
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

import type { Instance } from '../../../core/answering/snapshot.ts';
import { findInstance } from '../find-instance.ts';

// A link of the summary leads to an item, also if the group around it is closed: what is closed cannot have the focus.

/** The roots of the widgets that are listened to. */
const known = new WeakSet<Node>();
/** The key of the item that the person goes to. */
let sought: string | undefined;

/** From now on, a link to an item in a closed group opens the group. */
export function openSought(root: HTMLElement): void {
  const shadow = root.getRootNode();
  if (!(shadow instanceof ShadowRoot) || known.has(shadow)) return;
  known.add(shadow);
  // Before the widget moves the focus.
  shadow.addEventListener('click', ({ target }) => seek(shadow, (target as HTMLElement).dataset.to), { capture: true });
}

function seek(shadow: ShadowRoot, key: string | undefined): void {
  if (key === undefined) return;
  sought = key;
  for (const details of shadow.querySelectorAll('details')) if (details.querySelector(`[data-key="${key}"]`)) details.open = true;
}

/** Whether the person goes to an item in this group, which was on another page until now. */
export function isSought(instance: Instance): boolean {
  const found = findInstance([instance], sought);
  if (found) sought = undefined;
  return !!found;
}

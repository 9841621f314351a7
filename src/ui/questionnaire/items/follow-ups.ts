import type { Instance } from '../../../core/answering/snapshot.ts';
import { setAttributes } from '../attributes.ts';
import { createItemList, type ItemList } from './item-list.ts';
import type { PageContext } from './item-type-view.ts';

/** Shows the items that depend on a question, below it. Returns their element as long as there are any. */
export function createFollowUps(id: string): (instance: Instance, page: PageContext) => HTMLElement | undefined {
  // Most items have no follow-ups, so they have no list.
  let list: ItemList | undefined;
  let place: HTMLElement | undefined;
  return ({ children }, page) => {
    if (!children.length) {
      place?.remove();
      place = list = undefined;
    } else {
      if (!place || !list) {
        list = createItemList();
        place = document.createElement('div');
        setAttributes(place, { class: 'follow', role: 'group', 'aria-labelledby': `${id}-text` });
      }
      list(place, children, page);
    }
    return place;
  };
}

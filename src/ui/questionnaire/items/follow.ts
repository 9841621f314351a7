import type { Instance } from '../../../core/answering/snapshot.ts';
import { setAttributes } from '../attributes.ts';
import { createItemList, type ItemList } from './item-list.ts';
import type { Errors, ItemContext } from './item-type-view.ts';

/** Keeps the items that belong to a question, under it; gives their element while there are any. */
export function createFollow(
  id: string,
): (instance: Instance, context: ItemContext, errors: Errors) => HTMLElement | undefined {
  let list: ItemList;
  let place: HTMLElement | undefined;
  return ({ children }, context, errors) => {
    if (!children.length) {
      place?.remove();
      return (place = undefined);
    }
    if (!place) {
      list = createItemList();
      place = document.createElement('div');
      setAttributes(place, { class: 'follow', role: 'group', 'aria-labelledby': `${id}-text` });
    }
    list(place, children, context, errors);
    return place;
  };
}

import { html, nothing, render } from 'lit';
import type { GroupItem } from '../../../core/instrument/instrument.ts';
import { button } from '../../templates/button.ts';
import { groupHeading } from '../../templates/heading.ts';
import { createItemList } from './item-list.ts';
import { withPrefix } from './item-text.ts';
import { helpTemplate } from './item-notes.ts';
import type { ItemTypeView, MakeItem } from './item-type-view.ts';

const makeGroup: MakeItem = ({ item, key }, id) => {
  const root = document.createElement('div');
  root.dataset.key = key;
  const members = document.createElement('div');
  const list = createItemList();
  return {
    root,
    show(instance, page, isLast) {
      const { context } = page;
      const { children, canAdd, canRemove, at } = instance;
      const { t, level, readonly } = context;
      const add = ('repeats' in item && item.repeats?.add) || t('add');
      list(members, children, page);
      render(
        html`<div class="group" part="group" role="group" aria-labelledby=${item.text ? id : nothing}>
            ${item.text ? groupHeading(level, withPrefix(item), id) : nothing} ${helpTemplate(item, id)}
            ${context.groupNote(instance)} ${members}
            ${canRemove && !readonly ? button('remove', t('remove', { number: at.at(-1)! + 1 }), 'quiet') : nothing}
          </div>
          ${isLast && canAdd && !readonly ? button('add', add, 'quiet') : nothing}`,
        root,
      );
    },
  };
};

export const group: ItemTypeView<GroupItem> = { make: makeGroup };

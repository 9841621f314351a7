import { html, nothing, render } from '../../lit/lit.ts';
import type { GroupItem } from '../../../core/instrument/instrument.ts';
import { groupHeading } from '../../templates/heading.ts';
import { createItemList } from './item-list.ts';
import { withPrefix } from './item-text.ts';
import { notesFor } from './item-notes.ts';
import type { ItemTypeView, MakeItem } from './item-type-view.ts';
import { addButton, removeButton } from './repetition-buttons.ts';

const makeGroup: MakeItem = ({ item, key }, id) => {
  const root = document.createElement('div');
  root.dataset.key = key;
  const members = document.createElement('div');
  const list = createItemList();
  return {
    root,
    show(instance, page, isLast) {
      const { context } = page;
      list(members, instance.children, page);
      const { describedBy, template } = notesFor(instance, { page, id, isInvalid: page.errors.has(key) });
      render(
        html`<div class="group" part="group" role="group" aria-labelledby=${item.text ? id : nothing} aria-describedby=${describedBy ?? nothing}>
            ${item.text ? groupHeading(context.level, withPrefix(item), id) : nothing} ${template}
            ${context.groupNote(instance)} ${members}
            ${removeButton(instance, context)}
          </div>
          ${addButton(instance, context, isLast)}`,
        root,
      );
    },
  };
};

export const group: ItemTypeView<GroupItem> = { make: makeGroup };

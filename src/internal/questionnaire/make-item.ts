import { html, nothing, render } from 'lit';
import { button } from '../button.ts';
import { makeChoice } from './choice-item.ts';
import { heading } from '../heading.ts';
import { itemText } from './item-context.ts';
import { createItemList, type MakeItem } from './item-list.ts';
import { helpTemplate } from './item-notes.ts';
import { isTyped } from './options.ts';
import { makeTyped } from './typed-item.ts';

/** The view of an item of any kind. */
export const makeItem: MakeItem = (instance, id, context) => {
  const { item } = instance;
  if (item.type === 'group') return makeGroup(instance, id, context);
  if (item.type === 'display') return makeDisplay(instance, id, context);
  return (isTyped(item) ? makeTyped : makeChoice)(instance, id, context);
};

const makeGroup: MakeItem = ({ item, key }, id) => {
  const root = document.createElement('div');
  root.dataset.key = key;
  const members = document.createElement('div');
  const list = createItemList();
  return {
    root,
    show(instance, context, errors, isLast) {
      const { children, canAdd, canRemove, at } = instance;
      const { words, level, readonly } = context;
      const add = ('repeats' in item && item.repeats?.add) || words.add;
      list(members, children, context, errors);
      render(
        html`<div class="group" part="group" role="group" aria-labelledby=${item.text ? id : nothing}>
            ${item.text ? heading(level, item.text, 'group-title', id, 1) : nothing} ${helpTemplate(item, id)}
            ${context.groupNote(instance)} ${members}
            ${canRemove && !readonly ? button('remove', `${words.remove} (${at.at(-1)! + 1})`, 'quiet') : nothing}
          </div>
          ${isLast && canAdd && !readonly ? button('add', add, 'quiet') : nothing}`,
        root,
      );
    },
  };
};

const makeDisplay: MakeItem = ({ item }, id) => {
  const root = document.createElement('div');
  return {
    root,
    show(instance, context) {
      const text = itemText(instance, context);
      render(html`<div class="item" part="display"><p><strong>${text}</strong></p>${helpTemplate(item, id)}</div>`, root);
    },
  };
};

import { html, nothing, render } from 'lit';
import { createFollow } from './follow.ts';
import { itemText } from './item-text.ts';
import { makeItemRoot } from './item-root.ts';
import type { MakeItem } from './item-type-view.ts';
import { makeOptions, showChosen } from './option-list.ts';
import { optionsFor } from './options.ts';
import { typeViewOf } from './item-support.ts';

/** The view of an item of any type. */
export const makeItem: MakeItem = (instance, id, context) =>
  (typeViewOf(instance.item, context.itemSupport)?.make ?? makeMissing)(instance, id, context);

/** Says that there is an item which this widget cannot present, and lets the person leave it out where it is required. */
const makeMissing: MakeItem = ({ item, key }, id) => {
  const root = makeItemRoot();
  root.dataset.key = key;
  const follow = createFollow(id);
  return {
    root,
    show(instance, context, errors) {
      const options = optionsFor(item, context);
      const list = makeOptions(options, 'checkbox', 'tick');
      showChosen([...list.querySelectorAll('input')], instance, options);
      render(
        html`<div role="group" aria-labelledby="${id}-text">
          <p part="legend" id="${id}-text">${itemText(instance, context)}</p>
          <p class="notice">${context.words.cannotShow}</p>
          ${options[0] ? list : nothing}
        </div>
        ${follow(instance, context, errors) ?? nothing}`,
        root,
      );
    },
  };
};

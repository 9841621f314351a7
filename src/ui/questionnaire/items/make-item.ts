import { html, nothing, render } from '../../lit/lit.ts';
import { createFollowUps } from './follow-ups.ts';
import { itemText } from './item-text.ts';
import { makeItemRoot } from './item-root.ts';
import type { MakeItem } from './item-type-view.ts';
import { makeOptions, showChosen } from './option-list.ts';
import { optionsFor } from './options.ts';
import { typeViewOf } from './item-support.ts';

/** Creates the view of an item of any type. */
export const makeItem: MakeItem = (instance, id, context) =>
  (typeViewOf(instance.item, context.itemSupport)?.make ?? makeUnsupported)(instance, id, context);

/** Shows that the widget cannot present the item. If the item is required, the person can leave it out. */
const makeUnsupported: MakeItem = ({ item, key }, id) => {
  const root = makeItemRoot();
  root.dataset.key = key;
  const followUps = createFollowUps(id);
  return {
    root,
    show(instance, page) {
      const { context } = page;
      const options = optionsFor(item, context);
      const list = makeOptions(options, 'checkbox', 'tick');
      showChosen([...list.querySelectorAll('input')], instance, options);
      render(
        html`<div role="group" aria-labelledby="${id}-text">
          <p part="legend" id="${id}-text">${itemText(instance, context)}</p>
          <p class="notice">${context.t('cannotShow')}</p>
          ${options[0] ? list : nothing}
        </div>
        ${followUps(instance, page) ?? nothing}`,
        root,
      );
    },
  };
};

import { html, render } from '../../lit/lit.ts';
import type { DisplayItem } from '../../../core/instrument/instrument.ts';
import { itemText } from './item-text.ts';
import { helpTemplate } from './item-notes.ts';
import type { ItemTypeView, MakeItem } from './item-type-view.ts';

const makeDisplay: MakeItem = ({ item }, id) => {
  const root = document.createElement('div');
  return {
    root,
    show(instance, { context }) {
      const text = itemText(instance, context);
      render(html`<div class="item" part="display"><p><strong>${text}</strong></p>${helpTemplate(item, id)}</div>`, root);
    },
  };
};

export const display: ItemTypeView<DisplayItem> = { make: makeDisplay };

import type { Item } from '../../../core/instrument/instrument.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import { optionsOf } from '../../../core/instrument/value.ts';
import { pictureOf, showExtras } from './extras.ts';
import type { ItemContext, ItemTypeView, ItemView, ItemViews, MakeItem } from './item-type-view.ts';
import { presentationStyles } from './presentation.styles.ts';
import { showMarkup } from './show-markup.ts';

// What any item of a form can have beside its text: pictures, links, a format, a style and markup. It is added around the view of the
// type, so that only widgets for any instrument load it.

/** The views of a table, for items that also have pictures, links, formats, styles and markup. */
export const withPresentation = <Views extends ItemViews>(views: Views): Views =>
  Object.fromEntries(
    Object.entries(views).map(([type, view]) => [type, { ...view, styles: [view.styles ?? [], presentationStyles], make: makeAny((view as ItemTypeView<Item>).make) }]),
  ) as unknown as Views;

type AnyItem = Item & { category?: string };

const makeAny = (make: MakeItem): MakeItem => (instance, id, context) =>
  (hasMore(instance.item, context) ? makeMore(make) : make)(instance, id, context);

const hasMore = (item: AnyItem, { instrument }: ItemContext): boolean =>
  !!(item.entryFormat ?? item.links ?? item.media ?? item.markup ?? item.style ?? item.category) ||
  optionsOf(instrument, item).some(({ media, markup, style }) => media ?? markup ?? style);

/** The text of an item. The items in it are further inside. */
const TEXT = ':scope > [part=legend], :scope > [part=display] strong, :scope > fieldset > [part=legend], :scope > [part=group] > .group-title, :scope > [part=group] > summary > .group-title';
const ANSWERS = ':scope > fieldset > [part~=options], :scope > [part=input]';
const OPTION = ':scope > fieldset > [part~=options] [part=option], :scope > [part~=options] [part=option]';

const makeMore = (make: MakeItem): MakeItem => (instance, id, context) => {
  const view = make(instance, id, context);
  const { root } = view;
  const { category } = instance.item as AnyItem;
  if (category) root.classList.add(category);
  const extras = document.createElement('div');

  const show: ItemView['show'] = (instance, page, isLast) => {
    const { context } = page;
    const { item } = instance;
    view.show(withFormat(instance, context), page, isLast);
    const text = root.querySelector<HTMLElement>(TEXT);
    if (text) {
      text.classList.add(...(item.style ?? []));
      showMarkup(text, item, context);
    }
    showExtras(extras, item, context);
    place(extras, root);
    const labels = root.querySelectorAll<HTMLElement>(OPTION);
    optionsOf(context.instrument, item).forEach((option, i) => {
      const label = labels[i];
      if (!label) return;
      showMarkup(label, option, context);
      if (option.media && !label.querySelector('img, audio, video')) label.append(pictureOf(option.media, context));
    });
  };
  return { root, show };
};

/** Between the text of an item and its answers. */
function place(extras: Element, root: Element): void {
  if (!extras.firstElementChild) return;
  const answers = root.querySelector(ANSWERS) ?? root.querySelector(':scope > [part=legend] ~ :not(.help):not(.error)');
  if (answers ? extras.nextSibling !== answers : !extras.parentNode) {
    if (answers) answers.before(extras);
    else root.append(extras);
  }
}

/** Instances whose help also says how to write the answer. They stay the same objects while the language does. */
const helped = new WeakMap<ItemContext, Map<Item, Item>>();

function withFormat(instance: Instance, context: ItemContext): Instance {
  const { item } = instance;
  const { entryFormat: format } = item;
  if (!format) return instance;
  const items = helped.get(context) ?? new Map<Item, Item>();
  helped.set(context, items);
  const known = items.get(item) ?? { ...item, help: [item.help, context.t.text('fhir.format', { format })].filter(Boolean).join(' ') };
  items.set(item, known);
  return { ...instance, item: known };
}

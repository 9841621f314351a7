import { html, render } from '../../lit/lit.ts';
import type { Instrument, Item } from '../../../core/instrument/instrument.ts';
import { indexItems } from '../../../core/instrument/item-index.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import { isQuestion } from '../../../core/item-types/index.ts';
import { isLocked, lockedContext, openContext } from './locked-context.ts';
import type { ItemContext, ItemTypeView, ItemView, ItemViews, MakeItem, PageContext } from './item-type-view.ts';
import { addButton, removeButton } from './repetition-buttons.ts';

// What any question can have beside its type: repetitions, an answer that follows from others or that the person cannot change, and that it
// is shown while it is not asked. Each is added around the view of the type, so that only widgets for any instrument load it.

/** The views of a table, for questions that also repeat, are read-only, calculated or shown while they are not asked. */
export const forAnyQuestion = <Views extends ItemViews>(views: Views): Views =>
  Object.fromEntries(Object.entries(views).map(([type, view]) => [type, forAny(view as ItemTypeView<Item>)])) as unknown as Views;

const forAny = (view: ItemTypeView<Item>): ItemTypeView<Item> => ({
  ...view,
  make: (instance, id, context) =>
    isLocked(context) || isMore(instance.item) || canBeOff(context.instrument) ? makeMore(view.make)(instance, id, context) : view.make(instance, id, context),
  isLine: (item, options) => !isMore(item) && !!view.isLine?.(item, options),
});

const isMore = (item: Item): boolean => !!item.disabledDisplay || (isQuestion(item) && !!(item.repeats || item.readOnly || item.calculate));

const withOff = new WeakMap<Instrument, boolean>();

/** Whether an item of the instrument is shown while it is not asked. Then this can be true of what is in it. */
function canBeOff(instrument: Instrument): boolean {
  const known = withOff.get(instrument) ?? [...indexItems(instrument).values()].some(({ item }) => item.disabledDisplay);
  withOff.set(instrument, known);
  return known;
}

/** An item that is not asked says so. */
const withReason = (instance: Instance, { t }: ItemContext): Instance =>
  instance.isOff && instance.item.disabledDisplay
    ? { ...instance, item: { ...instance.item, help: [instance.item.help, t.text('fhir.notAsked')].filter(Boolean).join(' ') } }
    : instance;

const makeMore = (make: MakeItem): MakeItem => (instance, id, context) => {
  const { item } = instance;
  const isFixed = ({ isOff }: Instance): boolean => !!item.readOnly || !!isOff;
  const contextFor = (one: Instance, outer: ItemContext): ItemContext => (isFixed(one) ? lockedContext : openContext)(outer);
  let shown = instance;
  const view = make(instance, id, contextFor(instance, context));
  const { root } = view;
  const buttons = document.createElement('div');
  let showAgain = (): void => {};

  root.addEventListener('click', (event) => {
    const isOwn = (event.target as Element).closest('[data-key]') === root;
    if (isFixed(shown) && isOwn && (event.target as Element).matches('input')) event.preventDefault();
  });
  // Only then: a value that came back while the person empties the field would be in their way.
  root.addEventListener('focusout', () => showAgain());

  const show: ItemView['show'] = (given, page, isLast) => {
    const instance = withReason(given, page.context);
    shown = instance;
    showAgain = () => isEmptied(root, instance) && show(given, page, isLast);
    const inside: PageContext = { ...page, context: contextFor(instance, page.context) };
    // The field knows that it has shown the calculated value, and not that the person has emptied it.
    if (isEmptied(root, instance)) {
      const { answer: _, ...blank } = instance;
      view.show(blank, inside, isLast);
    }
    view.show(instance, inside, isLast);
    root.classList.toggle('locked', !!instance.isOff);
    if (isFixed(instance)) for (const one of root.querySelectorAll(':scope > [aria-required]')) one.setAttribute('aria-required', 'false');
    if (!item.repeats || !isQuestion(item)) return;
    render(html`${removeButton(instance, inside.context)} ${addButton(instance, inside.context, isLast)}`, buttons);
    if (root.lastChild !== buttons) root.append(buttons);
  };
  return { root, show };
};

/** Whether the field of a calculated value is empty, because the person has cleared it and has left it. */
function isEmptied(root: HTMLElement, { source }: Instance): boolean {
  const control = root.querySelector<HTMLInputElement>(':scope > :is(input, textarea)');
  const { activeElement } = root.getRootNode() as ShadowRoot;
  return source === 'calculated' && !!control && !control.value && control !== activeElement;
}

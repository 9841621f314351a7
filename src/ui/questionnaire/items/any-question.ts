import { html, nothing, render } from 'lit';
import type { Item } from '../../../core/instrument/instrument.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import { isQuestion } from '../../../core/item-types/index.ts';
import { button } from '../../templates/button.ts';
import { isLocked, lockedContext, openContext } from './locked-context.ts';
import type { ItemTypeView, ItemView, ItemViews, MakeItem, PageContext } from './item-type-view.ts';

// What any question can have beside its type: repetitions, and an answer that follows from others or that the person cannot change.
// Each is added around the view of the type, so that only widgets for any instrument load it.

/** The views of a table, for questions that also repeat, are read-only or calculated. */
export const forAnyQuestion = <Views extends ItemViews>(views: Views): Views =>
  Object.fromEntries(Object.entries(views).map(([type, view]) => [type, forAny(view as ItemTypeView<Item>)])) as unknown as Views;

const forAny = (view: ItemTypeView<Item>): ItemTypeView<Item> => ({
  ...view,
  make: (instance, id, context) =>
    isLocked(context) || isMore(instance.item) ? makeMore(view.make)(instance, id, context) : view.make(instance, id, context),
  isLine: (item, options) => !isMore(item) && !!view.isLine?.(item, options),
});

const isMore = (item: Item): boolean => isQuestion(item) && !!(item.repeats || item.readOnly || item.calculate);

const makeMore = (make: MakeItem): MakeItem => (instance, id, context) => {
  const { item } = instance;
  const contextFor = item.readOnly ? lockedContext : openContext;
  const view = make(instance, id, contextFor(context));
  const { root } = view;
  const buttons = document.createElement('div');
  let showAgain = (): void => {};

  root.addEventListener('click', (event) => {
    const isOwn = (event.target as Element).closest('[data-key]') === root;
    if (item.readOnly && isOwn && (event.target as Element).matches('input')) event.preventDefault();
  });
  // Only then: a value that came back while the person empties the field would be in their way.
  root.addEventListener('focusout', () => showAgain());

  const show: ItemView['show'] = (instance, page, isLast) => {
    showAgain = () => isEmptied(root, instance) && show(instance, page, isLast);
    const inside: PageContext = { ...page, context: contextFor(page.context) };
    // The field knows that it has shown the calculated value, and not that the person has emptied it.
    if (isEmptied(root, instance)) {
      const { answer: _, ...blank } = instance;
      view.show(blank, inside, isLast);
    }
    view.show(instance, inside, isLast);
    if (item.readOnly) for (const one of root.querySelectorAll(':scope > [aria-required]')) one.setAttribute('aria-required', 'false');
    if (!item.repeats) return;
    render(repetitionButtons(instance, openContext(page.context), isLast), buttons);
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

function repetitionButtons({ item, at, canAdd, canRemove }: Instance, { t, readonly }: PageContext['context'], isLast: boolean): unknown {
  if (readonly) return nothing;
  return html`${canRemove ? button('remove', t('remove', { number: at.at(-1)! + 1 }), 'quiet') : nothing}
  ${isLast && canAdd ? button('add', item.repeats!.add ?? t('add'), 'quiet') : nothing}`;
}

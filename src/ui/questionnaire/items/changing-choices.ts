import { css } from '../../lit/lit.ts';
import type { ChoiceItem, Item, Value } from '../../../core/instrument/instrument.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import { isOwnWords } from '../../../core/item-types/object-value.ts';
import { type OfferedChoice, standsFor } from '../../../core/answering/offered-choices.ts';
import type { ItemContext, ItemTypeView, ItemView, MakeItem, Option } from './item-type-view.ts';
import { optionsFor } from './options.ts';

// Choices that follow from answers. The view of a choice knows a list that stays as it is, so it is made again when the list changes.
// Inside it, an answer in words that is in the list is the code of that choice.

const offeredIn = (item: Item): readonly OfferedChoice[] => ((item as ChoiceItem).choices ?? []) as readonly OfferedChoice[];

/** The view of a choice, also for choices that follow from answers. */
export const changingChoice = (view: ItemTypeView<ChoiceItem>): ItemTypeView<ChoiceItem> => ({
  ...view,
  // An empty list has no frame.
  styles: [view.styles ?? [], css`
    .no-choices > fieldset > .options {
      border: 0;
    }
  `],
  make: (instance, id, context) => (instance.item.dynamic ? makeChanging(view.make) : makeNoted(view.make))(instance, id, context),
  isLine: (item, options) => !item.dynamic && !!view.isLine?.(item, options),
  readItem: (control, item, context) => {
    const read = view.readItem!(control, item, context);
    return typeof read === 'string' ? read : read.map((value) => offeredIn(item).find(({ code }) => code === value)?.words ?? value);
  },
});

const makeChanging = (make: MakeItem): MakeItem => (instance, id, context) => {
  let { item } = instance;
  let view = make(inCodes(instance, context), id, context);
  const show: ItemView['show'] = (next, page, isLast) => {
    const now = inCodes(next, page.context);
    if (JSON.stringify(offeredIn(next.item)) === JSON.stringify(offeredIn(item))) view.show(now, page, isLast);
    else {
      const before = view.root;
      const focused = focusIn(before, optionsFor(item, page.context));
      view = make(now, id, page.context);
      before.replaceWith(view.root);
      view.show(now, page, isLast);
      focused?.(view.root, optionsFor(next.item, page.context));
    }
    item = next.item;
    view.root.classList.toggle('no-choices', !optionsFor(item, page.context).length);
  };
  return {
    get root() {
      return view.root;
    },
    show,
  };
};

const makeNoted = (make: MakeItem): MakeItem => (instance, id, context) => {
  const view = make(instance, id, context);
  return {
    get root() {
      return view.root;
    },
    show: (next, page, isLast) => view.show(noted(next, page.context), page, isLast),
  };
};

/** A record may have been made while the list was another one. What is not in it is said in words; the other choices are shown. */
function noted(instance: Instance, { t }: ItemContext): Instance {
  const { item, rejected } = instance;
  // A field with suggestions has the words.
  if (rejected?.problem.code !== 'one-of-its-choices' || (item as ChoiceItem).control === 'autocomplete') return instance;
  const texts = rejected.given.filter(isOwnWords).map(({ words }) => t.text('fhir.noLongerOffered', { text: words }));
  const values = rejected.given.filter((value) => !isOwnWords(value));
  return {
    ...instance,
    item: { ...item, help: [item.help, ...texts].filter(Boolean).join(' ') },
    ...(values.length && { answer: { item: item.id, state: 'answered', values } }),
  };
}

/** The instance as a list of choices has it, with a note if there are none. */
function inCodes(instance: Instance, { t }: ItemContext): Instance {
  const { item, answer, rejected } = instance;
  const choices = offeredIn(item);
  const codeOf = (value: Value): Value => choices.find((one) => one.words && standsFor(one, value))?.code ?? value;
  const isEmpty = !choices.length && !(item as ChoiceItem).open;
  return {
    ...instance,
    ...(isEmpty && { item: { ...item, help: [item.help, t.text('fhir.noChoicesYet')].filter(Boolean).join(' ') } }),
    ...(answer?.state === 'answered' && { answer: { ...answer, values: answer.values.map(codeOf) } }),
    ...(rejected && { rejected: { ...rejected, given: rejected.given.map(codeOf) } }),
  };
}

const INPUTS = ':scope > fieldset > [part~=options] input, :scope > [part~=options] input';

/** Moves the focus from an option or the field to what is in its place later. Undefined if the focus is elsewhere. */
function focusIn(before: HTMLElement, options: readonly Option[]): ((after: HTMLElement, options: readonly Option[]) => void) | undefined {
  const { activeElement: focused } = before.getRootNode() as ShadowRoot;
  if (!focused || !before.contains(focused)) return undefined;
  const option = options[[...before.querySelectorAll(INPUTS)].indexOf(focused)];
  const isSame = (one: Option): boolean => one.value === option?.value && one.absent === option?.absent && one.isOpen === option?.isOpen;
  return (after, now) => {
    const place = option ? after.querySelectorAll<HTMLElement>(INPUTS)[now.findIndex(isSame)] : undefined;
    (place ?? after.querySelector<HTMLElement>('input, select, button'))?.focus({ preventScroll: true });
  };
}

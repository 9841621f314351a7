import { typeOf } from '../../core/item-types/index.ts';
import type { GroupItem } from '../../core/instrument/instrument.ts';
import type { Instance } from '../../core/answering/snapshot.ts';
import { group } from '../../ui/questionnaire/items/group.ts';
import type { Errors, ItemTypeView, MakeItem } from '../../ui/questionnaire/items/item-type-view.ts';

/**
 * A topic. The box for the person's own question opens when a starter is offered, or when the person asks for it. A box with
 * text or with an error is always open, also when a record was restored. On paper every box is open.
 */
const makeTopic: MakeItem = (instance, id, context) => {
  const view = group.make(instance, id, context);
  // The groups inside a topic have no heading.
  if (!instance.item.text) return view;
  const { root } = view;
  /** The box had text, or the person asked for it. It stays open, so that it does not close while they change the text. */
  let isKept = false;
  let shownWith: unknown;

  root.addEventListener('click', ({ target }) => {
    if (!(target as Element).matches('[part=write]')) return;
    isKept = true;
    root.classList.remove('brief');
    root.querySelector('textarea')!.focus();
  });
  return {
    root,
    show(instance, page, isLast) {
      view.show(instance, page, isLast);
      const { context, errors } = page;
      const { children } = instance;
      // Another attempt, if all is blank under a new context.
      if (context !== shownWith && !root.matches(':focus-within')) isKept = false;
      shownWith = context;
      const isBox = ({ item }: Instance): boolean => typeOf(item).role === 'section';
      const boxes = children.filter(isBox);
      isKept ||= boxes.length > 1 || boxes.some((one) => isFilled(one, errors));
      const isOffered = children.some((one) => !isBox(one) && one.children.length);
      root.classList.toggle('brief', !isKept && !isOffered);
      root.querySelector('[part=write]')?.setAttribute('aria-describedby', id);
    },
  };
};

const isFilled = ({ answer, rejected, key, children }: Instance, errors: Errors): boolean =>
  !!(answer || rejected) || errors.has(key) || children.some((one) => isFilled(one, errors));

export const topic: ItemTypeView<GroupItem> = { make: makeTopic };

import type { DateItem, Item, Value } from '../../../core/instrument/instrument.ts';
import type { Messages } from '../../text/messages.ts';
import type { FormKey } from '../../text/keys.ts';
import { fhir } from '../../text/locales/en/fhir.ts';
import { date } from './date.ts';
import type { ItemTypeView, ItemView, ItemViews, MakeItem } from './item-type-view.ts';

// Limits in words: for a date, whose own view has none, and for limits that follow from answers. These change while the person answers,
// so they are said before an answer is wrong.

/** The limits of an item in words. Undefined without any. `say`: a value in the words of the language. */
function limitWords(item: { min?: Value; max?: Value }, t: Messages<FormKey>, say: ItemTypeView<never>['say']): string | undefined {
  const [min, max] = [item.min, item.max].map((limit) => (limit === undefined || typeof limit === 'number' ? limit : (say?.(limit, t) ?? String(limit))));
  if (min !== undefined && max !== undefined) return t.text('fhir.limitBetween', { min, max });
  if (min !== undefined) return t.text('fhir.limitFrom', { min });
  return max === undefined ? undefined : t.text('fhir.limitUpTo', { max });
}

/** Dates that also say their limits. */
export const anyDate: ItemTypeView<DateItem> = {
  ...date,
  messages: { ...date.messages, fhir },
  problem: (item, t, fault) =>
    [t.text('errorDate'), fault === 'of-its-type' ? undefined : limitWords(item, t, date.say)].filter(Boolean).join(' '),
};

/** The views of a table, for items whose limits also follow from answers. */
export const withLimitWords = <Views extends ItemViews>(views: Views): Views =>
  Object.fromEntries(
    Object.entries(views).map(([type, view]) => [type, { ...view, make: makeAny(view as ItemTypeView<Item>) }]),
  ) as unknown as Views;

const makeAny = (view: ItemTypeView<Item>): MakeItem => (instance, id, context) =>
  (instance.item.dynamic ? makeLimited(view) : view.make)(instance, id, context);

interface Limited {
  words: string | undefined;
  item: Item;
}

const makeLimited = ({ make, say }: ItemTypeView<Item>): MakeItem => (instance, id, context) => {
  // The control keeps what it is made with, so it is made without limits.
  const { min: _, max: __, ...unlimited } = instance.item as Item & { min?: Value; max?: Value };
  const view = make({ ...instance, item: unlimited as Item }, id, context);
  /** The items with their limits as help. They stay the same objects while they are the same. */
  const known = new WeakMap<Item, Limited>();
  const withWords = (item: Item, t: Messages<FormKey>): Item => {
    const words = limitWords(item as Item & { min?: Value; max?: Value }, t, say);
    const before = known.get(item);
    if (before && before.words === words) return before.item;
    const now = words === undefined ? item : { ...item, help: [item.help, words].filter(Boolean).join(' ') };
    known.set(item, { words, item: now });
    return now;
  };
  const show: ItemView['show'] = (one, page, isLast) => view.show({ ...one, item: withWords(one.item, page.context.t) }, page, isLast);
  return {
    get root() {
      return view.root;
    },
    show,
  };
};

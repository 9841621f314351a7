import type { AbsentReason, ChoiceItem, Item, Value } from '../../../core/instrument/instrument.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import { optionsOf } from '../../../core/instrument/value.ts';
import type { ItemContext, Option } from './item-type-view.ts';
import { typeViewOf } from './item-support.ts';

/** The options of an item in order. The reasons to leave it out are last; a typed item has only those. */
function listOptions(item: Item, { instrument, t, itemSupport, skippable, required }: ItemContext): Option[] {
  const view = typeViewOf(item, itemSupport);
  const known = view ? optionsOf(instrument, item) : [];
  /** A message as the text of an option. `lang` is there only if it is another one than that around it. */
  const message = (key: 'yes' | 'no' | AbsentReason): Pick<Option, 'text' | 'lang'> => {
    const shown = t(key);
    return typeof shown === 'string' ? { text: shown } : { text: shown.text, lang: shown.lang };
  };
  const options: Option[] = known.map(({ code, text }) => ({ ...(text ? { text } : message(code ? 'yes' : 'no')), value: code }));
  view?.offer?.(options, item, { t, instrument });
  const leave = (absent: AbsentReason, text = instrument.absent[absent]): unknown =>
    options.push({ ...(text ? { text } : message(absent)), absent });
  if (item.optional || item.readOnly) return options;
  const { absent, scales } = instrument;
  const isPicked = view?.isPicked;
  if (isPicked) {
    const { scale = '' } = item as ChoiceItem;
    const unknown = scales[scale]?.unknown || absent.unknown;
    if (unknown) leave('unknown', unknown);
    if (item.na) leave('not-applicable');
  }
  const mustOffer = (required || item.required) && !options.at(-1)?.absent;
  if (mustOffer || (skippable && isPicked && absent.declined)) {
    leave('declined');
  }
  return options;
}

/**
 * More than a page needs. The limit is for a page that shows one instrument after another: their words must not stay in
 * memory.
 */
const MOST_LISTS = 200;
const lists = new Map<string, Option[]>();

/** The options of an item. Items on the page with the same options have the same list, so that they share one pattern. */
export function optionsFor(item: Item, context: ItemContext): Option[] {
  const known = context.optionSets.get(item);
  if (known) return known;
  const options = sharedList(item, listOptions(item, context));
  context.optionSets.set(item, options);
  return options;
}

/** The first list with this content. */
function sharedList(item: Item, options: Option[]): Option[] {
  const { type, choices, multiple, orientation } = item as ChoiceItem;
  // Everything that a pattern depends on.
  const content = JSON.stringify([type, multiple, !!choices, orientation, options]);
  const known = lists.get(content);
  if (known) return known;
  if (lists.size >= MOST_LISTS) lists.clear();
  lists.set(content, options);
  return options;
}

/** Whether the answer contains this option. */
export function isChosen({ answer }: Instance, option: Option): boolean {
  if (!answer) return false;
  return answer.state === 'answered' ? answer.values.includes(option.value as Value) : answer.state === option.absent;
}

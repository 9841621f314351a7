import type { ChoiceItem, Item, Value } from '../../../core/instrument/instrument.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import { optionsOf } from '../../../core/instrument/value.ts';
import type { ItemContext, Option } from './item-type-view.ts';
import { typeViewOf } from './item-support.ts';

/** The options of an item in order, the reasons to leave it out last. A typed item has no others. */
function listOptions(item: Item, { instrument, words, itemSupport, skippable, required }: ItemContext): Option[] {
  const view = typeViewOf(item, parts);
  const known = view ? optionsOf(instrument, item) : [];
  const options: Option[] = known.map(({ code, text = words[code ? 'yes' : 'no'] }) => ({ text, value: code }));
  if (item.optional) return options;
  const { absent, scales } = instrument;
  const isPicked = view?.isPicked;
  if (isPicked) {
    const { scale = '' } = item as ChoiceItem;
    const unknown = scales[scale]?.unknown || absent.unknown;
    if (unknown) options.push({ text: unknown, absent: 'unknown' });
    if (item.na) options.push({ text: absent['not-applicable'] ?? words['not-applicable'], absent: 'not-applicable' });
  }
  const isOnlyWay = (required || item.required) && !options.at(-1)?.absent;
  if (isOnlyWay || (skippable && isPicked && absent.declined)) {
    options.push({ text: absent.declined ?? words.declined, absent: 'declined' });
  }
  return options;
}

/** A page has fewer. Without a limit, one that shows ever other instruments would keep the words of all of them. */
const MOST_LISTS = 200;
const lists = new Map<string, Option[]>();

/** One list for all items on the page that have the same options, so that they share one pattern. */
export function optionsFor(item: Item, context: ItemContext): Option[] {
  const { optionSets } = context;
  let options = optionSets.get(item);
  if (!options) {
    options = listOptions(item, context);
    const { type, choices, multiple } = item as ChoiceItem;
    // What a pattern depends on.
    const content = JSON.stringify([type, multiple, !!choices, options]);
    if (lists.size >= MOST_LISTS) lists.clear();
    if (!lists.has(content)) lists.set(content, options);
    optionSets.set(item, (options = lists.get(content)!));
  }
  return options;
}

/** Whether this option is what was answered. */
export function isChosen({ answer }: Instance, option: Option): boolean {
  if (!answer) return false;
  return answer.state === 'answered' ? answer.values.includes(option.value as Value) : answer.state === option.absent;
}

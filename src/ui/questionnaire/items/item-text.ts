import { fill } from '../../../core/plain-data/fill.ts';
import type { Item, Value } from '../../../core/instrument/instrument.ts';
import { indexItems } from '../../../core/instrument/item-index.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import { valueText } from '../../../core/instrument/value.ts';
import { typeViewOf } from './item-support.ts';
import type { ItemContext } from './item-type-view.ts';
import { optionsFor } from './options.ts';

/** Values in the words that the person saw. */
export function answerWords(item: Item, values: readonly Value[], context: ItemContext): string {
  const { instrument, itemSupport } = context;
  const options = optionsFor(item, context);
  const view = typeViewOf(item, itemSupport);
  const wordsOf = (one: Value): string =>
    options.find(({ value }) => value === one)?.text ?? view?.say?.(one, { lang: instrument.language }) ?? valueText(instrument, item, one);
  return values.map(wordsOf).join(', ');
}

/** The text of an item after its prefix: `1.a How do you sleep?`. */
export const withPrefix = ({ prefix, text }: Item): string => (prefix ? `${prefix} ${text}` : text);

/**
 * The text of an item. A `{item-id}` in it becomes the person's answer to that item in the same repetition. In a form of others,
 * braces are braces.
 */
export function itemText({ item, at }: Instance, context: ItemContext): string {
  if (!item.text.includes('{') || context.instrument.source) return withPrefix(item);
  const index = indexItems(context.instrument);
  const near = Object.entries(context.answersAt(at)).map(([id, values]) => {
    return [id, answerWords(index.get(id)!.item, values, context)];
  });
  return fill(withPrefix(item), Object.fromEntries(near) as Record<string, string>);
}

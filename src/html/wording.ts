import { fill } from '../core/plain-data/fill.ts';
import type { Instrument, Item } from '../core/instrument/instrument.ts';
import { valueText } from '../core/instrument/value.ts';
import type { Answer } from '../core/record/response.ts';

/** A text in which each `{item}` is a gap: without script, it cannot become the answer. */
export const placeholderText = (text: string): string => text.replace(/\{[\w-]+\}/g, '…');

interface Nearby {
  instrument: Instrument;
  /** The answers of the host, by item and place. */
  given: readonly Answer[];
  itemOf(id: string): Item | undefined;
}

/**
 * The text of an item after its prefix. A `{item}` in it becomes the host's answer to that item in the same repetition, else a gap. In
 * a form of others, braces are braces.
 */
export function itemText({ prefix, text }: Item, at: readonly number[], { instrument, given, itemOf }: Nearby): string {
  const whole = prefix ? `${prefix} ${text}` : text;
  if (instrument.source || !whole.includes('{')) return whole;
  const near = given.flatMap((answer): [string, string][] => {
    const item = itemOf(answer.item);
    const isNear = (answer.at ?? []).every((n, depth) => n === at[depth]);
    return item && isNear && answer.state === 'answered'
      ? [[answer.item, answer.values.map((value) => valueText(instrument, item, value)).join(', ')]]
      : [];
  });
  return placeholderText(fill(whole, Object.fromEntries(near)));
}

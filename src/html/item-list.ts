import type { Item } from '../core/instrument/instrument.ts';
import { leastOf, mostOf } from '../core/instrument/repetitions.ts';
import { isQuestion, typeOf } from '../core/item-types/index.ts';
import { isShown } from './asked-items.ts';
import { conditionText } from './condition.ts';
import { readEntries } from './entries.ts';
import { entriesOf } from './entries-of.ts';
import { entryKey } from './entry-names.ts';
import { type FormContext, idOf, type Placed } from './form-context.ts';
import { attributes, type Markup, markup, type Part } from './markup.ts';
import { question } from './question.ts';
import { itemText } from './wording.ts';

type Around = Omit<Placed, 'item'>;

/** The items of a list and all that is inside them. A condition hides nothing: without script, nothing could show it again. */
export const itemList = (items: readonly Item[], around: Around, context: FormContext): readonly Part[] =>
  items.filter(isShown).flatMap((item) => {
    const isConditional = around.isConditional || !!item.when;
    if (!item.repeats) return [itemMarkup({ ...around, item, isConditional }, context)];
    const count = rowsOf(item, around.at, context);
    return Array.from({ length: count }, (_, i) => {
      const suffix = count > 1 ? `${around.suffix} (${(i + 1).toLocaleString(context.words.lang)})` : around.suffix;
      // Only the repetitions that must be there need an answer.
      return itemMarkup({ item, at: [...around.at, i], isConditional: isConditional || i >= leastOf(item), suffix }, context);
    });
  });

/** The repetitions that there must be or that have an answer, and some more that the person may fill in. */
function rowsOf(item: Item, at: readonly number[], { name, values, given, extraRows }: FormContext): number {
  const inside = new Set(insideOf(item).map(({ id }) => id));
  const filled = given.filter((answer) => inside.has(answer.item)).map(({ at: place = [] }) => place);
  const starts = [...inside].map((id) => `${name}.${entryKey(id, at)}.`);
  for (const entry of values.keys()) {
    const start = starts.find((one) => entry.startsWith(one));
    const [index] = /^\d{1,6}/.exec(entry.slice(start?.length)) ?? [];
    if (start !== undefined && index !== undefined) filled.push([...at, Number(index)]);
  }
  const highest = filled.filter((place) => at.every((n, depth) => place[depth] === n)).map((place) => (place[at.length] ?? -1) + 1);
  const start = Math.max(leastOf(item), ...highest);
  return Math.min(mostOf(item), item.repeats!.add === undefined ? start : start + extraRows);
}

const insideOf = (item: Item): Item[] => [...(isQuestion(item) ? [item] : []), ...(item.items ?? []).flatMap(insideOf)];

function itemMarkup(placed: Placed, context: FormContext): Part {
  const { item } = placed;
  const { role } = typeOf(item);
  if (role) return role === 'note' ? display(placed, context) : group(placed, context);
  const below = itemList(item.items ?? [], placed, context);
  const followUps = below.length ? markup`
<div class="attune-follow-ups">${below}
</div>` : undefined;
  return [question(placed, withInitial(context, placed)), followUps];
}

/** The values at the start, if nothing was filled in yet. */
function withInitial(context: FormContext, { item, at }: Placed): FormContext {
  const { initial, repeats } = item;
  const values = repeats ? initial?.slice(at.at(-1), at.at(-1)! + 1) : initial;
  if (!context.isNew || !values?.length || item.readOnly) return context;
  const { instrument } = context;
  return { ...context, values: readEntries(entriesOf(instrument, [{ item: item.id, at, state: 'answered', values }], context)) };
}

const whenOf = ({ item, suffix }: Placed, context: FormContext): Markup | undefined =>
  item.when && markup`<div class="attune-when">${conditionText(item.when, { ...context, suffix })}</div>`;

function display(placed: Placed, context: FormContext): Markup {
  const { item, at } = placed;
  const below = itemList(item.items ?? [], placed, context);
  return markup`
<div class="attune-display">${whenOf(placed, context)}<p>${itemText(item, at, context)}</p>${
    item.help !== undefined && markup`<p class="attune-help">${item.help}</p>`
  }</div>${below}`;
}

function group(placed: Placed, context: FormContext): Part {
  const { item, at, suffix } = placed;
  const inside = itemList(item.items ?? [], placed, context);
  if (!inside.length) return undefined;
  const text = itemText(item, at, context);
  const id = idOf(context, placed);
  const note = context.notes[item.id];
  const level = Math.min(6, context.level + 1);
  const heading = text ? markup`<${tag(level)} id="${id}">${text}${suffix}</${tag(level)}>` : undefined;
  const named = attributes({ class: 'attune-group', role: text ? 'group' : undefined, 'aria-labelledby': text ? id : undefined });
  return markup`
<div${named}>${heading}${whenOf(placed, context)}${note && markup`<p>${note}</p>`}${
    item.help !== undefined && markup`<p class="attune-help">${item.help}</p>`
  }${inside}
</div>`;
}

export const tag = (level: number): string => `h${level}`;

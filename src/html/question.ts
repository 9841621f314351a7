import type { ChoiceItem, Item, RatingItem, SliderItem } from '../core/instrument/instrument.ts';
import { valueText } from '../core/instrument/value.ts';
import { textsOf } from './entries.ts';
import { entryName, partName } from './entry-names.ts';
import { conditionText } from './condition.ts';
import { type FormContext, idOf, nameOf, type Placed } from './form-context.ts';
import { endsOf } from './item-types/ends.ts';
import { isChosen, isList, typeMarkupOf } from './item-types/index.ts';
import { attributes, idList, type Markup, markup } from './markup.ts';
import { type Asking, dropDown, optionList, optionsFor } from './option-list.ts';
import { takesSeveral } from './options.ts';
import { problemText } from './problem-text.ts';
import { typedField } from './typed-field.ts';
import { itemText } from './wording.ts';

/** A question: when to answer it, its text, what is wrong, its help, and native controls. */
export function question(placed: Placed, context: FormContext): Markup {
  const { item, at, suffix } = placed;
  const id = idOf(context, placed);
  const problem = context.problems.get(nameOf(context, placed));
  const text = `${itemText(item, at, context)}${suffix}`;
  if (item.readOnly) return fixedAnswer(item, text, context);
  const asking: Asking = {
    isRequired: !placed.isConditional && !item.optional && (!!item.required || context.isRequired),
    isInvalid: !!problem,
    describedBy: idList(problem && `${id}-error`, item.when && `${id}-when`, item.help !== undefined && `${id}-help`),
  };
  const notes = markup`${item.when && markup`<div class="attune-when" id="${id}-when">${conditionText(item.when, { ...context, suffix })}</div>`}${
    problem && markup`<p class="attune-error" id="${id}-error">${problemText(item, problem.code, context.words)}</p>`
  }${item.help !== undefined && markup`<p class="attune-help" id="${id}-help">${item.help}</p>`}`;
  const place = attributes({ class: 'attune-question', 'data-item': item.id, 'data-at': at.join('.') });
  const isMenu = isChosen(item) && !!(item as ChoiceItem).control && !takesSeveral(item);
  if (isList(item) && !isMenu) return markup`
<div${place}>${listOf(placed, { context, asking, text, notes, id })}</div>`;
  const field = isMenu ? dropDown(placed, context, asking) : typedField(placed, context, asking);
  const label = markup`<label for="${id}">${text}</label>`;
  return markup`
<div${place}>${label}${notes}${field}${isMenu ? undefined : leaveOut(placed, context, id)}</div>`;
}

interface Content {
  context: FormContext;
  asking: Asking;
  text: string;
  notes: Markup;
  id: string;
}

/** A list of options in a group. A single checkbox has no group: its label is the question. */
function listOf(placed: Placed, { context, asking, text, notes, id }: Content): Markup {
  const { item } = placed;
  const isSeveral = takesSeveral(item);
  const { answers, reasons } = optionsFor(item, context);
  const isSingle = isSeveral && answers.length + reasons.length < 2;
  const list = optionList(placed, context, { ...asking, id: isSingle ? id : undefined });
  const ends = typeMarkupOf(item).hasEnds ? endsOf(item as RatingItem | SliderItem, id) : undefined;
  const describedBy = idList(asking.describedBy, ends && `${id}-ends`);
  if (isSingle) return markup`${notes}${list}`;
  const group = attributes({
    id,
    role: isSeveral ? 'group' : 'radiogroup',
    'aria-describedby': describedBy,
    'aria-required': asking.isRequired && !isSeveral ? 'true' : undefined,
    'aria-invalid': asking.isInvalid && !isSeveral ? 'true' : undefined,
  });
  return markup`<fieldset${group}><legend>${text}</legend>${notes}${ends}${list}</fieldset>`;
}

/** The reasons to leave a typed item out. */
function leaveOut(placed: Placed, context: FormContext, id: string): Markup {
  const { reasons } = optionsFor(placed.item, context);
  const name = partName(entryName(context.name, placed.item.id, placed.at), 'out');
  const given = textsOf(context.values, name);
  return markup`${reasons.map(
    ({ value, text }) => markup`
<div><label><input${attributes({ type: 'checkbox', name, value, checked: given.includes(value), 'aria-describedby': id })}> ${text}</label></div>`,
  )}`;
}

/** A value that the person can see and not change. */
function fixedAnswer(item: Item, text: string, { instrument, words }: FormContext): Markup {
  const values = (item.initial ?? []).map((value) => valueText(instrument, item, value)).join(', ');
  return markup`
<div class="attune-question"><p>${text}</p><p>${values || words('leftBlank')}</p></div>`;
}

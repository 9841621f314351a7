import type { ChoiceItem, Item } from '../core/instrument/instrument.ts';
import { textsOf } from './entries.ts';
import { partName } from './entry-names.ts';
import { type FormContext, idOf, nameOf, type Placed } from './form-context.ts';
import { typeMarkupOf } from './item-types/index.ts';
import { attributes, languageOf, type Markup, markup, type Part } from './markup.ts';
import type { Option } from './option.ts';
import { answerOptions, leaveOutOptions, takesOwnWords, takesSeveral } from './options.ts';

/** The attributes of the controls of a question. */
export interface Asking {
  isRequired: boolean;
  isInvalid: boolean;
  describedBy: string | undefined;
}

/** The answers that an item offers, and the reasons to leave it out. */
export function optionsFor(item: Item, context: FormContext): { answers: Option[]; reasons: Option[] } {
  const answers = typeMarkupOf(item).options?.(item) ?? answerOptions(item, context);
  return { answers, reasons: leaveOutOptions(item, context, context.isRequired) };
}

/**
 * Radios or checkboxes. Without script a radio cannot be undone, so a list has an entry for no answer. A required list has a reason to
 * leave the item out in its place. `id`: that of a single checkbox, whose label is the question.
 */
export function optionList(placed: Placed, context: FormContext, { isRequired, isInvalid, describedBy, id }: Asking & { id: string | undefined }): Markup {
  const { item } = placed;
  const name = nameOf(context, placed);
  const { answers, reasons } = optionsFor(item, context);
  const isSeveral = takesSeveral(item);
  const given = new Set(textsOf(context.values, name));
  const single = id !== undefined && { id, 'aria-describedby': describedBy, 'aria-invalid': isInvalid && 'true' };
  const entry = ({ value, text }: Option): Markup =>
    option({ type: isSeveral ? 'checkbox' : 'radio', name, value, checked: given.has(value), required: isRequired && !isSeveral, ...single }, text);
  const blank = isSeveral || isRequired || context.isRequired ? [] : [entry({ value: '', text: context.words('leftBlank') })];
  return markup`<div class="attune-options">${[...answers, ...reasons].map(entry)}${blank}</div>${ownWords(placed, context)}`;
}

const option = (input: Parameters<typeof attributes>[0], text: Part): Markup => markup`
<div><label><input${attributes(input)}> ${text}</label></div>`;

/** The field for an answer in own words, below a list that has an entry for it. */
export function ownWords(placed: Placed, context: FormContext): Part {
  const { open } = placed.item as ChoiceItem;
  if (!takesOwnWords(placed.item)) return undefined;
  const name = partName(nameOf(context, placed), 'words');
  const id = `${idOf(context, placed)}-words`;
  const [value] = textsOf(context.values, name);
  return markup`<p><label for="${id}">${typeof open === 'string' ? open : context.words('fhir.ownWords')}</label>
<input${attributes({ type: 'text', id, name, value, dir: 'auto', autocomplete: 'off' })}></p>`;
}

/** A list that opens. Its first entry is no answer. */
export function dropDown(placed: Placed, context: FormContext, { isRequired, isInvalid, describedBy }: Asking): Markup {
  const name = nameOf(context, placed);
  const { answers, reasons } = optionsFor(placed.item, context);
  const [given] = textsOf(context.values, name);
  const entries: Option[] = [{ value: '', text: context.words('fhir.chooseOne') }, ...answers, ...reasons];
  const plain = entries.map(
    ({ value, text }) => markup`<option${attributes({ value, selected: value === given })}${languageOf(text)}>${typeof text === 'string' ? text : text.text}</option>`,
  );
  return markup`<select${attributes({ id: idOf(context, placed), name, required: isRequired, 'aria-invalid': isInvalid ? 'true' : undefined, 'aria-describedby': describedBy })}>${plain}</select>${ownWords(placed, context)}`;
}

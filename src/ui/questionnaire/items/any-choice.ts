import type { AbsentReason, ChoiceItem, Value } from '../../../core/instrument/instrument.ts';
import { optionsOf } from '../../../core/instrument/value.ts';
import type { OfferedChoice } from '../../../core/answering/offered-choices.ts';
import type { AnswerOption } from '../../../core/item-types/item-type.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { fhir } from '../../text/locales/en/fhir.ts';
import { plainTextMessages } from '../../text/locales/en/items.ts';
import { plain } from '../../text/messages.ts';
import { choice, isScaleItem } from './choice.ts';
import { makeChoice } from './choice-field.ts';
import { makeCombobox, readCombobox } from './combobox.ts';
import { suggestionStyles } from './suggestions.styles.ts';
import { chosenIn, makeDropDown } from './drop-down.ts';
import type { ItemContext, ItemTypeView, MakeItem, Option } from './item-type-view.ts';
import { heardOnlyStyles } from './heard-only.styles.ts';
import { longFieldStyles } from './long-field.styles.ts';
import { makeOpenList } from './open-list.ts';
import { optionsFor } from './options.ts';
import { furtherWords, ownWordsStyles, wordsBelow } from './own-words.ts';
import { readOptions } from './read-control.ts';

type Offered = AnswerOption & Pick<OfferedChoice, 'isGone'>;

/** How an item is shown: as a list of radios or checkboxes, or as a field. A list that opens has room for one answer only. */
const controlOf = ({ control, multiple }: ChoiceItem): ChoiceItem['control'] => (control === 'drop-down' && multiple ? undefined : control);

const isRow = (item: ChoiceItem, options: readonly Option[]): boolean =>
  item.orientation ? item.orientation === 'horizontal' : !item.open && isScaleItem(item, options);

const makeList = makeChoice<ChoiceItem>({
  // A checkbox alone has no question beside it.
  isSeveral: ({ multiple, choices, open }) => !!multiple && (!choices || choices.length > 1 || !!open),
  kind: (item, options) => (isRow(item, options) ? 'row' : ''),
});
const makeOpen = makeOpenList(makeList);

const make: MakeItem = (instance, id, context) => {
  const item = instance.item as ChoiceItem;
  const control = controlOf(item);
  const made =
    control === 'drop-down' ? makeDropDown
    : control ? makeCombobox
    : item.open ? makeOpen
    : makeList;
  return made(instance, id, context);
};

/** Reads radios or checkboxes, and the own words below them. An answer that is only chosen alone takes the place of the others. */
function readList(control: HTMLInputElement, item: ChoiceItem, context: ItemContext): readonly Value[] | AbsentReason {
  const options = optionsFor(item, context);
  const root = control.closest('[data-key]')!;
  const inputs = [...root.querySelector('[part~=options]')!.querySelectorAll('input')];
  const pressed = options[inputs.indexOf(control)] ?? options.find(({ isOpen }) => isOpen)!;
  if (pressed.absent && control.checked) return pressed.absent;
  const isOnly = item.multiple && pressed.isAlone && control.checked;
  const chosen = options
    .filter((option, i) => !option.absent && inputs[i]!.checked)
    .filter((option) => !item.multiple || (isOnly ? option === pressed : !option.isAlone))
    .map(({ isOpen, value }) => (isOpen ? wordsBelow(root) : value!));
  return isOnly ? chosen : [...chosen, ...furtherWords(root)];
}

/** Choices in every form: also with own words, as a list that opens, or as a field with suggestions. */
export const anyChoice: ItemTypeView<ChoiceItem> = {
  ...choice,
  messages: { ...plainTextMessages, fhir },
  styles: [fieldStyles, heardOnlyStyles, longFieldStyles, ownWordsStyles, suggestionStyles],
  make,
  isLine: ({ choices, ...item }, options) => {
    const isMatrix = item.layout === 'matrix' && !item.open && !item.control;
    return isMatrix ? isScaleItem(item, options) : !choices && !item.open && !item.control && !item.orientation && isScaleItem(item, options);
  },
  offer: (options, item, { t, instrument }) => {
    (optionsOf(instrument, item) as readonly Offered[]).forEach(({ prefix, exclusive, isGone }, i) => {
      const option = options[i]!;
      if (isGone) option.text = t.text('fhir.noLongerOffered', { text: option.text });
      if (prefix) option.text = `${prefix} ${option.text}`;
      if (exclusive) option.isAlone = true;
    });
    if (!item.open || controlOf(item) === 'autocomplete') return;
    const other = t('fhir.otherAnswer');
    options.push({ text: plain(other), ...(typeof other !== 'string' && { lang: other.lang }), isOpen: true });
  },
  readItem: (control, item, context) => {
    if (!controlOf(item)) return readList(control, item, context);
    const options = optionsFor(item, context);
    if (control.closest('[part~=options]')) return readOptions(control, options.filter(({ absent }) => absent));
    if (control.matches('[role=combobox]')) return readCombobox(control);
    const root = control.closest('[data-key]')!;
    const chosen = chosenIn(root.querySelector('select')!, options);
    if (!chosen) return [];
    return [chosen.isOpen ? wordsBelow(root) : chosen.value!];
  },
  problem: ({ minChoices, maxChoices }, t, fault) =>
    fault === 'alone-if-exclusive' ? t('fhir.errorAlone')
    : fault === 'min-choices-or-more' ? t('fhir.errorFewest', { count: minChoices! })
    : fault === 'max-choices-or-less' ? t('fhir.errorMost', { count: maxChoices! })
    : fault ? t('fhir.errorList')
    : '',
};

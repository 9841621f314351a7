import type { AbsentReason, ChoiceItem, Instrument, Item } from '../core/instrument/instrument.ts';
import { optionsOf } from '../core/instrument/value.ts';
import { OWN_WORDS, writtenCode } from './entry-names.ts';
import { typeMarkupOf } from './item-types/index.ts';
import type { Option } from './option.ts';
import type { Words } from './words.ts';

interface Asking {
  instrument: Instrument;
  words: Words;
}

/** The options of an item that the person can choose from, in their order. */
export function answerOptions(item: Item, { instrument, words }: Asking): Option[] {
  const options = optionsOf(instrument, item).map(({ code, text, prefix }): Option => {
    return { value: writtenCode(code), text: text === undefined ? words(code ? 'yes' : 'no') : prefix ? `${prefix} ${text}` : text };
  });
  return takesOwnWords(item) ? [...options, { value: OWN_WORDS, text: words('fhir.otherAnswer') }] : options;
}

/** Whether the person can answer in own words. Nothing evaluates which choices there are, so a list without any takes only these. */
export function takesOwnWords(item: Item): boolean {
  const { open, dynamic, choices, scale } = item as ChoiceItem;
  return !!open || (!!dynamic?.choices && !choices && scale === undefined);
}

/** Whether the person can choose more than one option. */
export const takesSeveral = (item: Item): boolean => !!(item as ChoiceItem).multiple;

const unknownText = (item: Item | undefined, { absent, scales }: Instrument): string | undefined =>
  scales[(item as ChoiceItem | undefined)?.scale ?? '']?.unknown || absent.unknown;

/** A reason to leave an item out, in the wording of the instrument, else of the form. */
export const reasonText = (reason: AbsentReason, { item, instrument, words }: Asking & { item: Item | undefined }): string =>
  (reason === 'unknown' ? unknownText(item, instrument) : instrument.absent[reason]) || words.text(reason);

/** The reasons to leave an item out that a person is offered, as in the widget. A required item always has one. */
export function leaveOutOptions(item: Item, { instrument, words }: Asking, isRequired: boolean): Option[] {
  if (item.optional || item.readOnly) return [];
  const { isPicked } = typeMarkupOf(item);
  const reasons: AbsentReason[] = [];
  if (isPicked && unknownText(item, instrument)) reasons.push('unknown');
  if (isPicked && item.na) reasons.push('not-applicable');
  if ((isRequired || item.required) && !reasons.length) reasons.push('declined');
  return reasons.map((reason) => {
    const own = reason === 'unknown' ? unknownText(item, instrument) : instrument.absent[reason];
    return { value: reason, text: own || words(reason) };
  });
}

import type { Instance } from '../../../src/core/answering/snapshot.ts';
import { indexItems, keyOf } from '../../../src/core/instrument/item-index.ts';
import type { Instrument, Item } from '../../../src/core/instrument/instrument.ts';
import { optionsOf } from '../../../src/core/instrument/value.ts';
import type { Answer, Response } from '../../../src/core/record/response.ts';
import { sessionOf } from '../../core/fixtures/sessions.ts';
import type { Shown } from './page.ts';

// What LHC-Forms should show and give back, from what Attune shows and records. Where it differs on purpose or by a fault of its
// own, the difference is in here, and lhc-forms.browser.test.ts shows it by itself.

/**
 * What LHC-Forms keeps of a record. It has no reasons for leaving an item out, and loses the number 0 of a row of numbers. Without
 * them, other items may be asked. It removes the answers of an item that `enableWhen` hides, and keeps those of one that an expression
 * hides. `native`: the items with `enableWhen`.
 */
export function asKept(instrument: Instrument, response: Response, native: ReadonlySet<string>): Response {
  const index = indexItems(instrument);
  const isRow = (id: string): boolean => index.get(id)?.item.type === 'rating';
  const answers = response.answers.filter(
    (answer) => answer.state === 'answered' && !(isRow(answer.item) && answer.values[0] === 0),
  );
  const asked = new Set(askedKeys(sessionOf(instrument, { restore: { ...response, answers } }).current.instances));
  const isRemoved = ({ item, at = [] }: Answer): boolean => {
    const around = index.get(item)!.groups.map(({ id }, depth) => ({ id, key: keyOf(id, at.slice(0, depth + 1)) }));
    return [...around, { id: item, key: keyOf(item, at) }].some(({ id, key }) => native.has(id) && !asked.has(key));
  };
  return { ...response, answers: answers.filter((answer) => !isRemoved(answer)) };
}

const askedKeys = (instances: readonly Instance[]): string[] => instances.flatMap(({ key, children }) => [key, ...askedKeys(children)]);

const hasAnswer = ({ answer, children }: Instance): boolean => !!answer || children.some(hasAnswer);

/** LHC-Forms has its own words for yes and no, and none for the number 0. */
function optionTexts(instrument: Instrument, item: Item): string[] | undefined {
  if (item.type === 'boolean') return ['Yes', 'No', 'Not Answered'];
  if (item.type !== 'choice' && item.type !== 'rating') return undefined;
  return optionsOf(instrument, item).map(({ code, text }) => (code === 0 ? 'undefined' : String(text)));
}

const asShown = (instrument: Instrument, item: Item): Shown => {
  const options = optionTexts(instrument, item);
  return { linkId: item.id, text: item.text, ...(options && { options }) };
};

/** A repetition that nobody has begun. */
const blankRepetition = (instrument: Instrument, group: Item): Shown[] =>
  [group, ...(group.items ?? [])].filter(({ hidden, when }) => !hidden && !when).map((item) => asShown(instrument, item));

function itemsShown(instrument: Instrument, items: readonly Item[], instances: readonly Instance[]): Shown[] {
  return items.flatMap((item) => {
    const present = instances.filter(({ item: { id } }) => id === item.id);
    const isRepeating = item.type === 'group' && !!item.repeats;
    if (isRepeating && !present.length && !item.when) return blankRepetition(instrument, item);
    // The repetitions that have answers, or one.
    const begun = present.filter(hasAnswer);
    const shown = isRepeating ? (begun.length ? begun : present.slice(0, 1)) : present;
    return shown.flatMap(({ children }) => {
      const inner = itemsShown(instrument, item.items ?? [], children);
      if (item.tags?.kept || (item.type === 'group' && !inner.length)) return inner;
      const help = item.type === 'display' && item.help ? [{ linkId: `${item.id}.help`, text: item.help }] : [];
      return [asShown(instrument, item), ...help, ...inner];
    });
  });
}

/** What a person sees, from top to bottom. */
export function expectedItems(instrument: Instrument, kept: Response): Shown[] {
  const { intro, stem, note, items } = instrument;
  const text = (linkId: string, words: string | undefined): Shown[] => (words ? [{ linkId, text: words }] : []);
  const { instances } = sessionOf(instrument, { restore: kept }).current;
  return [
    ...text('form.intro', intro),
    ...text('form.stem', stem),
    ...itemsShown(instrument, items, instances),
    ...text('form.note', note),
  ];
}

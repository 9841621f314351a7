import type { InstrumentDefinition } from '../instrument/definition.ts';
import type { AbsentReason, ChoiceItem, Instrument, Value } from '../instrument/instrument.ts';
import { indexItems } from '../instrument/item-index.ts';
import { typeOf } from '../item-types/index.ts';
import { isOwnWords } from '../item-types/object-value.ts';
import { lookUpWith, type Missing } from '../record/look-up.ts';
import { breaks, type Problem } from '../plain-data/problem.ts';
import { full } from '../answering/full-structure.ts';
import type { SheetStructure } from '../answering/structure.ts';
import { agreeing } from '../record/agreeing-language.ts';
import { takeRecord } from '../record/read-record.ts';
import { resolveInstrument } from '../instrument/resolve-instrument.ts';
import { gate, list, type Read } from '../plain-data/shape.ts';
import { optionsOf, valueText } from '../instrument/value.ts';

/** The answer of one perspective to a line, or the reason why it is missing. */
export type GapSide = {
  /** The record's option `perspective`, or its author if it has no such option: `client`, `therapist`, `observer`. */
  perspective: string;
} & (
  | {
      state: 'answered';
      /** The values of the answer. */
      values: readonly Value[];
      /** The values as text. Choices have the instrument's wording. */
      text: string;
      /** The index of the answer in the line's `options`, from 0. -1 if it is not among them. */
      place: number;
    }
  | {
      state: Missing;
      /** The instrument's wording of the reason, if it has one. For "unknown", the wording of the scale. */
      text?: string;
    }
);

export type GapOutcome =
  | { outcome: 'agree' }
  /** `steps`: the distance between the two answers furthest apart, if the options have an order. */
  | { outcome: 'differ'; steps?: number }
  /** `missing`: fewer than two sides have an answer. Each side gives the reason. `own-words`: text is not compared. */
  | { outcome: 'not-comparable'; reason: 'missing' | 'own-words' };

export type GapLine = GapOutcome & {
  item: string;
  text: string;
  /** The text of the enclosing group. */
  group?: string;
  /** In the order of the records. */
  sides: GapSide[];
  /** The answer options from low to high. Empty if they have no order. */
  options: string[];
};

export type PerspectiveGap =
  | {
      ok: true;
      /** The instrument whose wording the lines have: the observer's form if there is one, otherwise the first record's. */
      instrument: Instrument;
      lines: GapLine[];
      /** Number of lines with each outcome. */
      counts: Record<GapOutcome['outcome'], number>;
    }
  | { ok: false; problems: Problem[] };

/**
 * Compares completed records of one encounter line by line: the same instrument and version, filled in from two or three
 * of the perspectives client, therapist and observer. The result only describes. Nothing is averaged over people, and no
 * side counts as the right one.
 *
 * It refuses (with at most 20 problems, whose paths begin with the index of the record):
 *
 * - a record that `readRecord` refuses;
 * - records with different options, except `perspective`;
 * - records that name different subjects or encounters;
 * - a perspective that is missing or occurs twice.
 *
 * It never throws.
 *
 * Each question that at least one side was asked becomes a line. An optional question becomes a line only if at least two
 * sides answered it. Answers are equal or not. The result gives the distance in steps for ratings, and for single choices
 * from a list that is ordered from low to high or has weights. Questions in repeating groups are not compared, because the
 * first repetition of one person need not correspond to the first of another.
 */
export const perspectiveGap = (definition: InstrumentDefinition, records: unknown): PerspectiveGap =>
  comparePerspectives(definition, records, full);

/** The same as `perspectiveGap`, for an instrument whose items `structure` supports. */
export function comparePerspectives(definition: InstrumentDefinition, records: unknown, structure: SheetStructure): PerspectiveGap {
  const shared: Record<string, string> = { status: 'completed' };
  const perspectives: string[] = [];

  const read: Read = (record, path, problems) => {
    const result = agreeing(takeRecord((_, options) => resolveInstrument(definition, options), record, structure));
    if (!result.ok) {
      return result.problems.forEach((problem) => problems.push({ ...problem, path: `${path}.${problem.path}` }));
    }

    const { instrument, response } = result;
    const { author, status, encounter, subject } = response;
    const { perspective = author ?? '', ...options } = instrument.options;
    const facts = { status, encounter, subject, 'instrument.options': JSON.stringify(options) };
    for (const [name, value] of Object.entries(facts)) {
      if (!value) continue;
      shared[name] ??= value;
      if (value !== shared[name]) problems.push(breaks(`${path}.${name}`, 'one-of', shared[name]));
    }
    if (!perspective || perspectives.includes(perspective)) problems.push(breaks(`${path}.author`, 'there-and-unique'));
    perspectives.push(perspective);
    return { instrument, perspective, at: lookUpWith(structure, instrument, response) };
  };

  const build = (compared: readonly ReadSide[]): PerspectiveGap =>
    compared.length > 1 ? compare(definition, compared) : { ok: false, problems: [breaks('', 'two-or-more', 'records')] };
  return gate(records, { read: list(read, 0), build });
}

interface ReadSide {
  instrument: Instrument;
  perspective: string;
  at: ReturnType<typeof lookUpWith>;
}

function compare(definition: InstrumentDefinition, compared: readonly ReadSide[]): PerspectiveGap {
  const [{ instrument: first }] = compared as [ReadSide];
  const observed = resolveInstrument(definition, { ...first.options, perspective: 'observer' });
  const instrument = observed.ok ? observed.instrument : first;
  // The definition gives the order of the items. The last instrument in this list that has an item gives its wording.
  const wordings = [definition as unknown as Instrument, ...compared.map(({ instrument }) => instrument), instrument];
  const indexedItems = new Map(wordings.flatMap((wording) => [...indexItems(wording)]));
  const lines: GapLine[] = [];
  const counts = { agree: 0, differ: 0, 'not-comparable': 0 };
  for (const [id, { item, parent }] of indexedItems) {
    const choices = optionsOf(instrument, item);
    const { multiple, scale } = item as ChoiceItem;
    const isOrdered = choices.length > 1 && !multiple && (!!scale || choices.every(({ value }) => value !== undefined));
    const options = isOrdered ? choices : [];
    const sides = compared.map(({ perspective, at }): GapSide => {
      const itemState = at(id);
      if (itemState.state !== 'answered') {
        const { state } = itemState;
        const text = (state === 'unknown' && instrument.scales[scale!]?.unknown) || instrument.absent[state as AbsentReason];
        return { perspective, state, ...(text && { text }) };
      }
      const { state, values } = itemState;
      const words = values.map((value) => valueText(instrument, item, value));
      const place = options.findIndex(({ code }) => code === values[0]);
      return { perspective, state, values, text: words.join(', '), place };
    });
    const answered = sides.filter((side) => side.state === 'answered');
    const isPair = answered.length > 1;
    if (item.optional ? !isPair : sides.every(({ state }) => state === 'not-asked')) continue;

    const places = answered.map(({ place }) => place);
    const outcome: GapOutcome =
      !isPair ? { outcome: 'not-comparable', reason: 'missing' }
      : typeOf(item).holds === 'own-words' || answered.some(({ values }) => values.some(isOwnWords)) ? { outcome: 'not-comparable', reason: 'own-words' }
      : answered.every(({ values }) => JSON.stringify(values) === JSON.stringify(answered[0]!.values)) ? { outcome: 'agree' }
      : { outcome: 'differ', ...(isOrdered && { steps: Math.max(...places) - Math.min(...places) }) };
    counts[outcome.outcome]++;
    let enclosing = parent;
    while (enclosing && typeOf(enclosing.item).role !== 'section') enclosing = enclosing.parent;
    const group = enclosing && { group: enclosing.item.text };
    lines.push({ item: id, text: item.text, ...group, sides, options: options.map(({ text }) => text!), ...outcome });
  }
  return { ok: true, instrument, lines, counts };
}

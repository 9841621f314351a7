import type { InstrumentDefinition } from './definition.ts';
import type { AbsentReason, ChoiceItem, Instrument, Value } from './instrument.ts';
import { indexItems } from './item-index.ts';
import { typeOf } from './item-types/index.ts';
import { lookUp, type Missing } from './look-up.ts';
import { breaks, type Problem } from './problem.ts';
import { readRecord } from './read-record.ts';
import { resolveInstrument } from './resolve-instrument.ts';
import { same } from './same.ts';
import { gate, list, type Read } from './shape.ts';
import { optionsOf, valueText } from './value.ts';

/** What one perspective has at a line. */
export type GapSide = {
  /** The record's option `perspective`, else its author: `client`, `therapist`, `observer`. */
  perspective: string;
} & (
  | {
      state: 'answered';
      /** As in the answer. */
      values: readonly Value[];
      /** The same, choices in the instrument's words. */
      text: string;
      /** The place of the answer among the line's `options`, from 0; -1 where it has none. */
      place: number;
    }
  | {
      state: Missing;
      /** The instrument's own words for it, where it has any: the scale's for "unknown". */
      text?: string;
    }
);

export type GapOutcome =
  | { outcome: 'agree' }
  /** `steps`: between the two that are furthest apart, where the options have an order. */
  | { outcome: 'differ'; steps?: number }
  /** `missing`: fewer than two have an answer, and each side says why. `own-words`: text is not compared. */
  | { outcome: 'not-comparable'; reason: 'missing' | 'own-words' };

export type GapLine = GapOutcome & {
  item: string;
  text: string;
  /** The heading that it stands under. */
  group?: string;
  /** In the order of the records. */
  sides: GapSide[];
  /** The answer options from low to high; none where they have no order. */
  options: string[];
};

export type PerspectiveGap =
  | {
      ok: true;
      /** In whose words the lines are: the observer's where it has them, else those of the first record. */
      instrument: Instrument;
      lines: GapLine[];
      /** How many lines are so. */
      counts: Record<GapOutcome['outcome'], number>;
    }
  | { ok: false; problems: Problem[] };

/**
 * Lays completed records of one session side by side, line by line: the same instrument and version, seen by two or three
 * of client, therapist and observer. It describes. Nothing is averaged over people, and no side is the right one.
 *
 * Refused are (20 problems at most, paths begin with the record's place): what `readRecord` refuses, other options than
 * `perspective` that differ, another subject or encounter where both records name one, and a perspective that is
 * missing or there twice. Never throws.
 *
 * A line is a question that somebody was asked; an optional one only where two answered it. Answers are the same or
 * not. How many steps they stand apart is told for ratings, and for single choices from a list that runs from low to
 * high or has weights. Questions in repeating groups cannot be compared: the first of one person need not be the first
 * of another.
 */
export function perspectiveGap(definition: InstrumentDefinition, records: unknown): PerspectiveGap {
  const shared: Record<string, string> = { status: 'completed' };
  const perspectives: string[] = [];

  const read: Read = (record, path, problems) => {
    const taken = readRecord((_, options) => resolveInstrument(definition, options), record);
    if (!taken.ok) {
      return taken.problems.forEach((problem) => problems.push({ ...problem, path: `${path}.${problem.path}` }));
    }

    const { instrument, response } = taken;
    const { author, status, encounter, subject } = response;
    const { perspective = author ?? '', ...options } = instrument.options;
    const facts = { status, encounter, subject, 'instrument.options': JSON.stringify(options) };
    for (const [name, value] of Object.entries(facts)) {
      if (value && value !== (shared[name] ??= value)) problems.push(breaks(`${path}.${name}`, 'one-of', shared[name]));
    }
    if (!perspective || perspectives.includes(perspective)) problems.push(breaks(`${path}.author`, 'there-and-unique'));
    perspectives.push(perspective);
    return { instrument, perspective, at: lookUp(instrument, response) };
  };

  return gate(records, list(read, 0), (asked: readonly Asked[]) =>
    asked.length > 1 ? compare(definition, asked) : { ok: false, problems: [breaks('', 'two-or-more', 'records')] },
  );
}

/** A record that was read. */
interface Asked {
  instrument: Instrument;
  perspective: string;
  at: ReturnType<typeof lookUp>;
}

function compare(definition: InstrumentDefinition, asked: readonly Asked[]): PerspectiveGap {
  const [{ instrument: first }] = asked as [Asked];
  const observed = resolveInstrument(definition, { ...first.options, perspective: 'observer' });
  const instrument = observed.ok ? observed.instrument : first;
  // The definition says the order, and the last one here that has an item says its words.
  const worded = [definition as unknown as Instrument, ...asked.map(({ instrument }) => instrument), instrument];
  const spots = new Map(worded.flatMap((one) => [...indexItems(one)]));
  const lines: GapLine[] = [];
  const counts = { agree: 0, differ: 0, 'not-comparable': 0 };
  for (const [id, { item, parent }] of spots) {
    const choices = optionsOf(instrument, item);
    const { multiple, scale } = item as ChoiceItem;
    const isOrdered = choices.length > 1 && !multiple && (!!scale || choices.every(({ value }) => value !== undefined));
    const options = isOrdered ? choices : [];
    const sides = asked.map(({ perspective, at }): GapSide => {
      const standing = at(id);
      if (standing.state !== 'answered') {
        const { state } = standing;
        const text = (state === 'unknown' && instrument.scales[scale!]?.unknown) || instrument.absent[state as AbsentReason];
        return { perspective, state, ...(text && { text }) };
      }
      const { state, values } = standing;
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
      : typeOf(item).holds === 'own-words' ? { outcome: 'not-comparable', reason: 'own-words' }
      : answered.every(({ values }) => same(values, answered[0]!.values)) ? { outcome: 'agree' }
      : { outcome: 'differ', ...(isOrdered && { steps: Math.max(...places) - Math.min(...places) }) };
    counts[outcome.outcome]++;
    let around = parent;
    while (around && typeOf(around.item).role !== 'section') around = around.parent;
    const group = around && { group: around.item.text };
    lines.push({ item: id, text: item.text, ...group, sides, options: options.map(({ text = '' }) => text), ...outcome });
  }
  return { ok: true, instrument, lines, counts };
}

import type { Instrument, Value } from '../core/instrument/instrument.ts';
import { indexItems } from '../core/instrument/item-index.ts';
import { lookUp } from '../core/record/look-up.ts';
import type { Response } from '../core/record/response.ts';
import { weightsOf } from '../core/scoring/score.ts';
import { optionsOf } from '../core/instrument/value.ts';
import { figure, noFigure, type Figure } from './figure.ts';
import { standardDeviation } from './moments.ts';

/** An item and a reversed item of the same scale, answered as if both were true or both were false. */
export interface Contradiction {
  /** The subscale of both. `total` if the instrument has no subscales. */
  scale: string;
  item: string;
  reversed: string;
  /** The distance of the two after reversing, as a fraction of the possible range: from 0.5 to 1. */
  apart: number;
}

export interface ResponseQuality {
  /** Number of items examined: choices and ratings that count in a score or, if nothing is scored, all with weights. */
  of: number;
  /** How many of them have an answer. */
  answered: number;
  /** The longest run of the same answer. Without any answer, `items` is empty. */
  longestRun: { length: number; items: string[]; answer?: Value };
  /** The standard deviation (n - 1) of the weights before reversing, each as a percentage of its range. */
  spread: Figure<'fewer-than-2-answers'>;
  contradictions: Contradiction[];
  /** Number of pairs that were checked for a contradiction: both items are answered. */
  pairs: number;
  /** Nothing is imputed: an item without an answer ends a run, and is in no spread and no pair. */
  missing: 'available';
}

/**
 * Describes how a form was filled in, for the host and the clinician only. Never show it to the person, and never refuse
 * answers because of it. The cause of flat or contradictory answers may be haste, tiredness or unclear wording, or the
 * answers may be true. So the function returns counts, without a limit or a verdict.
 *
 * - Longest run: the largest number of consecutive items, in the instrument's order, that have the same options and got
 *   the same answer (Johnson 2005, J. Research in Personality 39, 103-129; Meade & Craig 2012, Psychological Methods 17,
 *   437-455).
 * - Spread: within this one form, before reversing (Dunn, Heggestad, Shanock & Theilgard 2018, J. Business and
 *   Psychology 33, 105-121).
 * - Contradictions: every item is paired with every reversed item of the same subscale (of the total, if there are no
 *   subscales), if both are answered. A pair is a contradiction if, after reversing, the two are on different sides of
 *   the middle and at least half of the range apart: the person agrees with a statement and with its opposite, or with
 *   neither (semantic antonyms: Goldberg & Kilkowski 1985, J. Personality and Social Psychology 48, 82-98). A middle
 *   answer contradicts nothing.
 */
export function responseQuality(instrument: Instrument, response: Pick<Response, 'answers'>): ResponseQuality {
  const { scales = {}, total } = instrument.scoring ?? {};
  const rules = Object.entries(Object.keys(scales).length || !total ? scales : { total });
  const lines = readLines(instrument, response);
  const answered = [...lines.values()].filter(({ answer }) => answer);
  const contradictions: Contradiction[] = [];
  let pairs = 0;
  for (const [scale, { items }] of rules) {
    const answeredLines = items.flatMap((id) => (lines.get(id)?.answer ? lines.get(id)! : []));
    for (const plain of answeredLines.filter(({ reverse }) => !reverse)) {
      for (const reversed of answeredLines.filter(({ reverse }) => reverse)) {
        pairs++;
        const [one, other] = [plain.answer!.keyed, reversed.answer!.keyed];
        const apart = Math.abs(one - other);
        const isSplit = (one - 0.5) * (other - 0.5) < 0;
        if (isSplit && apart >= 0.5) contradictions.push({ scale, item: plain.id, reversed: reversed.id, apart });
      }
    }
  }
  const weights = answered.map(({ answer }) => 100 * answer!.weight);
  return {
    of: lines.size,
    answered: answered.length,
    longestRun: longestRun([...lines.values()]),
    spread: weights.length < 2 ? noFigure('fewer-than-2-answers') : figure(standardDeviation(weights)),
    contradictions,
    pairs,
    missing: 'available',
  };
}

interface Line {
  id: string;
  reverse: boolean;
  /** Equal for items with the same options. */
  options: string;
  /** `weight` and `keyed`: the weight before and after reversing, scaled so that the lowest is 0 and the highest 1. */
  answer?: { value: Value; weight: number; keyed: number };
}

/** The examined items by id, in the instrument's order. */
function readLines(instrument: Instrument, response: Pick<Response, 'answers'>): Map<string, Line> {
  const { scales = {}, total } = instrument.scoring ?? {};
  const counted = new Set([...Object.values(scales), ...(total ? [total] : [])].flatMap(({ items }) => items));
  const index = indexItems(instrument);
  const at = lookUp(instrument, response);
  const lines = new Map<string, Line>();
  for (const [id, { low, high, weight, keyed }] of weightsOf(instrument, response)) {
    const { item, groups } = index.get(id)!;
    const codes = optionsOf(instrument, item).map(({ code }) => code);
    if (!codes.length || groups.length || (counted.size && !counted.has(id))) continue;
    const itemState = at(id);
    const line = { id, reverse: 'reverse' in item && !!item.reverse, options: JSON.stringify([codes, low, high]) };
    const isAnswered = itemState.state === 'answered' && weight !== undefined && keyed !== undefined;
    if (!isAnswered) lines.set(id, line);
    else {
      const scaled = (weight: number): number => (weight - low) / (high - low);
      lines.set(id, { ...line, answer: { value: itemState.values[0]!, weight: scaled(weight), keyed: scaled(keyed) } });
    }
  }
  return lines;
}

function longestRun(lines: readonly Line[]): ResponseQuality['longestRun'] {
  let longest: Line[] = [];
  let run: Line[] = [];
  for (const line of lines) {
    const previous = run.at(-1);
    const continues = previous?.options === line.options && previous.answer?.value === line.answer?.value;
    run = !line.answer ? [] : continues ? [...run, line] : [line];
    if (run.length > longest.length) longest = run;
  }
  const answer = longest[0]?.answer?.value;
  return { length: longest.length, items: longest.map(({ id }) => id), ...(answer !== undefined && { answer }) };
}

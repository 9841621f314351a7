import type { Instrument, Value } from '../core/instrument.ts';
import { indexItems } from '../core/item-index.ts';
import { lookUp } from '../core/look-up.ts';
import type { Response } from '../core/response.ts';
import { weights } from '../core/score.ts';
import { optionsOf } from '../core/value.ts';
import { figure, noFigure, type Figure } from './figure.ts';
import { standardDeviation } from './moments.ts';

/** An item and a reversed one of the same scale, answered as if both were true or both were not. */
export interface Contradiction {
  /** The subscale that both belong to; `total` where the instrument has none. */
  scale: string;
  item: string;
  reversed: string;
  /** How far the two stand apart after reversing, as a part of what is possible: from 0.5 to 1. */
  apart: number;
}

export interface ResponseQuality {
  /** Items in question: choices and ratings that count in a score, or, where nothing is scored, all that have weights. */
  of: number;
  /** How many of them have an answer. */
  answered: number;
  /** The longest run of the same answer. No items where there is no answer. */
  longestRun: { length: number; items: string[]; answer?: Value };
  /** The standard deviation (n - 1) of the weights as answered, each as a percentage of its range: 0 is no spread. */
  spread: Figure<'fewer-than-2-answers'>;
  contradictions: Contradiction[];
  /** Pairs that could contradict themselves: both items are answered. */
  pairs: number;
  /** Left out, never filled in: an item without an answer ends a run, counts in no spread and is in no pair. */
  missing: 'available';
}

/**
 * How a form was filled in, for the host and the clinician only: never shown to the person, never a reason to refuse
 * what they said. A flat or contradictory form may be haste, tiredness, a wording that was hard to follow, or the truth.
 * So there is no limit and no verdict here, only what was counted.
 *
 * - Longest run: the most items in a row, in the instrument's order, that have the same options and got the same answer
 *   (Johnson 2005, J. Research in Personality 39, 103-129; Meade & Craig 2012, Psychological Methods 17, 437-455).
 * - Spread: within this one form, before reversing (Dunn, Heggestad, Shanock & Theilgard 2018, J. Business and
 *   Psychology 33, 105-121).
 * - Contradictions: of every item and every reversed item of the same subscale (of the total, where there are no
 *   subscales), both answered: on different sides of the middle after reversing, and at least half of the range apart.
 *   That is agreeing with a line and with its opposite, or with neither (semantic antonyms: Goldberg & Kilkowski 1985,
 *   J. Personality and Social Psychology 48, 82-98). An answer in the middle contradicts nothing.
 */
export function responseQuality(instrument: Instrument, response: Pick<Response, 'answers'>): ResponseQuality {
  const { scales = {}, total } = instrument.scoring ?? {};
  const rules = Object.entries(Object.keys(scales).length || !total ? scales : { total });
  const lines = readLines(instrument, response);
  const answered = [...lines.values()].filter(({ answer }) => answer);
  const contradictions: Contradiction[] = [];
  let pairs = 0;
  for (const [scale, { items }] of rules) {
    const stands = items.flatMap((id) => (lines.get(id)?.answer ? lines.get(id)! : []));
    for (const plain of stands.filter(({ reverse }) => !reverse)) {
      for (const reversed of stands.filter(({ reverse }) => reverse)) {
        pairs++;
        const [one, other] = [plain.answer!.keyed, reversed.answer!.keyed];
        const apart = Math.abs(one - other);
        const isSplit = (one - 0.5) * (other - 0.5) < 0;
        if (isSplit && apart >= 0.5) contradictions.push({ scale, item: plain.id, reversed: reversed.id, apart });
      }
    }
  }
  const given = answered.map(({ answer }) => 100 * answer!.given);
  return {
    of: lines.size,
    answered: answered.length,
    longestRun: longestRun([...lines.values()]),
    spread: given.length < 2 ? noFigure('fewer-than-2-answers') : figure(standardDeviation(given)),
    contradictions,
    pairs,
    missing: 'available',
  };
}

interface Line {
  id: string;
  reverse: boolean;
  /** The same for items with the same options. */
  options: string;
  /** With its place between the lowest weight, 0, and the highest, 1: as answered, and after reversing. */
  answer?: { value: Value; given: number; keyed: number };
}

/** The items in question by id, in the instrument's order. */
function readLines(instrument: Instrument, response: Pick<Response, 'answers'>): Map<string, Line> {
  const { scales = {}, total } = instrument.scoring ?? {};
  const counted = new Set([...Object.values(scales), ...(total ? [total] : [])].flatMap(({ items }) => items));
  const index = indexItems(instrument);
  const at = lookUp(instrument, response);
  const lines = new Map<string, Line>();
  for (const [id, { low, high, given, keyed }] of weights(instrument, response)) {
    const { item, groups } = index.get(id)!;
    const codes = optionsOf(instrument, item).map(({ code }) => code);
    if (!codes.length || groups.length || (counted.size && !counted.has(id))) continue;
    const standing = at(id);
    const line = { id, reverse: 'reverse' in item && !!item.reverse, options: JSON.stringify([codes, low, high]) };
    const isGiven = standing.state === 'answered' && given !== undefined && keyed !== undefined;
    if (!isGiven) lines.set(id, line);
    else {
      const place = (weight: number): number => (weight - low) / (high - low);
      lines.set(id, { ...line, answer: { value: standing.values[0]!, given: place(given), keyed: place(keyed) } });
    }
  }
  return lines;
}

function longestRun(lines: readonly Line[]): ResponseQuality['longestRun'] {
  let longest: Line[] = [];
  let run: Line[] = [];
  for (const line of lines) {
    const before = run.at(-1);
    const goesOn = before?.options === line.options && before.answer?.value === line.answer?.value;
    run = !line.answer ? [] : goesOn ? [...run, line] : [line];
    if (run.length > longest.length) longest = run;
  }
  const answer = longest[0]?.answer?.value;
  return { length: longest.length, items: longest.map(({ id }) => id), ...(answer !== undefined && { answer }) };
}

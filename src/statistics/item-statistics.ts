import type { Instrument, Item, Value } from '../core/instrument/instrument.ts';
import { indexItems } from '../core/instrument/item-index.ts';
import { isQuestion, typeOf } from '../core/item-types/index.ts';
import { lookUp, type Missing, type ItemState } from '../core/record/look-up.ts';
import type { Problem } from '../core/plain-data/problem.ts';
import type { Response } from '../core/record/response.ts';
import type { ItemWeight } from '../core/instrument/item-weights.ts';
import { weightsOf } from '../core/scoring/score.ts';
import { optionsOf } from '../core/instrument/value.ts';
import { figure, noFigure, type Figure } from './figure.ts';
import { mean, standardDeviation } from './moments.ts';
import { takeSample, type Sample } from './sample.ts';

export interface ItemDescription {
  item: string;
  /** A high weight means less of what the scale measures. Mean, floor and ceiling are computed after reversing. */
  reverse: boolean;
  /** Number of responses with an answer. All figures here use only these. */
  n: number;
  /** Number of responses without an answer, by reason. */
  missing: Record<Exclude<Missing, 'repeated'>, number>;
  /** How often each option was chosen, in order and before reversing. Empty for text, dates and free numbers. */
  distribution: { value: Value; count: number }[];
  mean: Figure<'no-answers' | 'no-numbers'>;
  /** The divisor is n - 1. */
  sd: Figure<'no-answers' | 'one-answer' | 'no-numbers'>;
  /** The share of the answers, from 0 to 1, with the lowest possible weight, or the lowest number if it has bounds. */
  floor: Figure<'no-answers' | 'no-weights'>;
  /** The same for the highest. */
  ceiling: Figure<'no-answers' | 'no-weights'>;
}

export type ItemStatistics =
  | {
      ok: true;
      /** In the instrument's order. */
      items: ItemDescription[];
      /** Questions in repeating groups. A response can hold several answers to one, so they are not described. */
      repeated: string[];
      sample: Sample;
    }
  | { ok: false; problems: Problem[] };

/**
 * Describes every question of a form from responses to it (as `readResponse` returns them): the number of missing answers
 * by reason, the distribution of the answers, mean, standard deviation, and the shares at the lowest and highest weight.
 *
 * Missing data: each item uses the responses that answer it (available cases), so `n` can differ between items. A question
 * whose condition did not hold counts as not asked, not as blank. Texts are counted and never returned.
 *
 * Floor and ceiling: McHorney & Tarlov 1995, Quality of Life Research 4, 293-307; Terwee et al. 2007, J. Clinical
 * Epidemiology 60, 34-42, who speak of an effect if more than 15 % of the scores of a scale are at one end.
 */
export function itemStatistics(instrument: Instrument, responses: readonly Response[]): ItemStatistics {
  const taken = takeSample(instrument, responses);
  if (!taken.ok) return taken;
  const read = taken.responses.map((response) => ({
    at: lookUp(instrument, response),
    weights: weightsOf(instrument, response),
  }));
  const ranges = weightsOf(instrument, { answers: [] });
  const questions = [...indexItems(instrument).values()].filter(({ item, hidden }) => isQuestion(item) && !hidden);
  const isRepeated = ({ groups }: { groups: readonly unknown[] }): boolean => groups.length > 0;
  return {
    ok: true,
    items: questions
      .filter((question) => !isRepeated(question))
      .map(({ item }) => {
        const keyed = read.flatMap(({ weights }) => weights.get(item.id)?.keyed ?? []);
        const states = read.map(({ at }) => at(item.id));
        return describe(instrument, item, { states, range: ranges.get(item.id), keyed });
      }),
    repeated: questions.filter(isRepeated).map(({ item }) => item.id),
    sample: taken.sample,
  };
}

interface Observed {
  states: readonly ItemState[];
  range: ItemWeight | undefined;
  keyed: readonly number[];
}

function describe(instrument: Instrument, item: Item, { states, range, keyed }: Observed): ItemDescription {
  const answers = states.flatMap((itemState) => (itemState.state === 'answered' ? [itemState.values] : []));
  const missing: ItemDescription['missing'] = { blank: 0, declined: 0, unknown: 0, 'not-applicable': 0, 'not-asked': 0 };
  for (const { state } of states) if (state !== 'answered' && state !== 'repeated') missing[state]++;
  const n = answers.length;

  const isFree = typeOf(item).holds === 'number';
  const numbers = range ? keyed : isFree ? answers.map(([value]) => Number(value)) : undefined;
  const share = (end: number | undefined): Figure<'no-answers' | 'no-weights'> =>
    end === undefined ? noFigure('no-weights')
    : !keyed.length ? noFigure('no-answers')
    : figure(keyed.filter((value) => value === end).length / keyed.length);
  return {
    item: item.id,
    reverse: 'reverse' in item && !!item.reverse,
    n,
    missing,
    distribution: optionsOf(instrument, item).map(({ code }) => ({
      value: code,
      count: answers.filter((values) => values.includes(code)).length,
    })),
    mean: !numbers ? noFigure('no-numbers') : numbers.length ? figure(mean(numbers)) : noFigure('no-answers'),
    sd: !numbers ? noFigure('no-numbers')
      : numbers.length > 1 ? figure(standardDeviation(numbers))
      : noFigure(n ? 'one-answer' : 'no-answers'),
    floor: share(range?.low),
    ceiling: share(range?.high),
  };
}

import type { Instrument } from '../core/instrument/instrument.ts';
import { lookUp, type Missing } from '../core/record/look-up.ts';
import { breaks, type Problem } from '../core/plain-data/problem.ts';
import type { Response } from '../core/record/response.ts';
import { weightsOf } from '../core/scoring/score.ts';
import { takeSample, type Sample } from './sample.ts';

export type ItemRows =
  | {
      ok: true;
      /** The ids of the scale's items, in the order of the columns. */
      items: string[];
      /** One row per used response: the weight of each item after reversing, or the reason why it is missing. */
      rows: (number | Missing)[][];
      sample: Sample;
    }
  | { ok: false; problems: Problem[] };

/**
 * The matrix that `cronbachAlpha` and `omega` take, from responses to one form (as `readResponse` returns them). The
 * columns are the items of the subscale `scale`, or of the total if `scale` is not given. Nothing is imputed: a missing
 * cell holds its reason.
 *
 * Alpha and omega assume independent rows. If people answered more than once, give one response per person, such as the
 * first. `sample.people` is the number of people.
 */
export function itemRows(instrument: Instrument, responses: readonly Response[], scale?: string): ItemRows {
  const { scales = {}, total } = instrument.scoring ?? {};
  const rule = scale === undefined ? total : Object.hasOwn(scales, scale) ? scales[scale] : undefined;
  if (!rule) {
    const known = Object.keys(scales).join(', ') || 'none: it has no scales';
    return { ok: false, problems: [breaks('scale', 'one-of', known)] };
  }
  const taken = takeSample(instrument, responses);
  if (!taken.ok) return taken;
  const { items } = rule;
  const rows = taken.responses.map((response) => {
    const weights = weightsOf(instrument, response);
    const at = lookUp(instrument, response);
    return items.map((id): number | Missing => {
      const { state } = at(id);
      if (state !== 'answered') return state;
      // A value that is not one of the item's options counts as blank. `readResponse` rejects such values.
      return weights.get(id)?.keyed ?? 'blank';
    });
  });
  return { ok: true, items: [...items], rows, sample: taken.sample };
}

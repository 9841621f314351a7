import type { Instrument } from '../core/instrument.ts';
import { lookUp, type Missing } from '../core/look-up.ts';
import { breaks, type Problem } from '../core/problem.ts';
import type { Response } from '../core/response.ts';
import { weights } from '../core/score.ts';
import { takeSample, type Sample } from './sample.ts';

export type ItemRows =
  | {
      ok: true;
      /** The items of the scale by id, in its order: the columns. */
      items: string[];
      /** One row a response that counts: the weight of each item after reversing, or why there is none. */
      rows: (number | Missing)[][];
      sample: Sample;
    }
  | { ok: false; problems: Problem[] };

/**
 * The matrix that `cronbachAlpha` and `omega` take, from responses to one form (as `readResponse` gives them): the items
 * of a subscale, or of the total where no `scale` is named. Nothing is filled in: what is missing says why.
 *
 * Alpha and omega take the rows for independent. Where people answered more than once, give one response a person, such
 * as the first: `sample.people` tells how many there are.
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
    const found = weights(instrument, response);
    const at = lookUp(instrument, response);
    return items.map((id): number | Missing => {
      const { state } = at(id);
      if (state !== 'answered') return state;
      // An answer that the item cannot have, which `readResponse` lets nobody give, is none.
      return found.get(id)?.keyed ?? 'blank';
    });
  });
  return { ok: true, items: [...items], rows, sample: taken.sample };
}

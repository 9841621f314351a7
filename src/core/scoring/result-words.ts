import { fill } from '../plain-data/fill.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { indexItems } from '../instrument/item-index.ts';
import type { Response } from '../record/response.ts';
import { type Scorable, score, weightsOf } from './score.ts';

/** Item ids by the position of the answer, after reversing: above, at or below the middle of the range. */
export interface Leanings {
  towards: string[];
  between: string[];
  away: string[];
}

export type ResultText =
  /** `talkAbout`: the texts of the items in `away`, in order. `list`: their heading. */
  | { kind: 'summary'; counts: string; list: string; talkAbout: string[]; start?: string; provenance: string }
  | { kind: 'one-sided' | 'too-few'; text: string; provenance: string }
  | { kind: 'none' };

/** The ids of the answered items that the result uses, in the instrument's order. */
export function leanings(instrument: Instrument, response: Pick<Response, 'answers'>): Leanings {
  const sides: Leanings = { towards: [], between: [], away: [] };
  for (const [id, { low, high, keyed }] of weightsOf(instrument, response)) {
    if (keyed === undefined || !instrument.result?.items.includes(id)) continue;
    const side = keyed - (low + high) / 2;
    sides[side > 0 ? 'towards' : side < 0 ? 'away' : 'between'].push(id);
  }
  return sides;
}

/** The result for the person, made from their own answers. It has no score and no band. A draft translation has no result. */
export function resultWords(instrument: Instrument, response: Scorable): ResultText {
  const { result } = instrument;
  if (!result) return { kind: 'none' };
  const { list, start, provenance } = result;
  const scored = score(instrument, response);
  const { status, bandWithheld } = scored;
  if (scored.provenance.translation?.standing === 'draft') return { kind: 'none' };
  if (status === 'insufficient') return { kind: 'too-few', text: result.tooFew, provenance };
  if (bandWithheld === 'uniform') return { kind: 'one-sided', text: result.oneSided, provenance };

  const { towards, between, away } = leanings(instrument, response);
  const counts = fill(result.counts, { towards: towards.length, between: between.length, away: away.length });
  const items = indexItems(instrument);
  const talkAbout = away.map((id) => items.get(id)!.item.text);
  return { kind: 'summary', counts, list, talkAbout, ...(start && { start }), provenance };
}

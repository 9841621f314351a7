import { isMeasure } from '../../core/change/measurement-error.ts';
import { normsOf } from '../../core/scoring/norms.ts';
import type { ScaleScore } from '../../core/instrument/scale-score.ts';
import { type Form, isSameForm } from '../../core/change/series.ts';
import { isCovered } from '../../core/instrument/translation-used.ts';
import { getInstrument } from '../../instruments/registry.ts';
import type { TrendNorms } from './norms.ts';

/** What an instrument publishes about change on one of its scales, in points of the axis from 0 to 100. */
export interface PublishedNorms {
  norms?: TrendNorms;
  change?: { threshold: number; source: string };
}

/**
 * Returns nothing if exactly this form is not registered, if its norms are not valid for the translation that was on screen,
 * or if no score contains the range of the scale.
 */
export function publishedNorms(form: Form, scale: string, scores: readonly (ScaleScore | undefined)[]): PublishedNorms {
  const found = getInstrument(form.id, form.options);
  const scored = scores.find((one) => one?.status === 'scored');
  if (!scored || !found.ok || !isValid(found.instrument, form)) return {};
  const { scales = {}, total } = found.instrument.scoring ?? {};
  const rule = scale === 'total' ? total : scales[scale];
  const norms = rule?.norms;
  const change = rule?.reliableChange;
  const inPoints = (raw = NaN): number => (raw * 100) / (scored.max - scored.min);
  const sd = inPoints(norms?.sd);
  const threshold = inPoints(change?.points);
  return {
    ...(isSize(sd) && { norms: { ...normsOf(rule!)!, sd, source: norms!.source } }),
    ...(isSize(threshold) && { change: { threshold, source: change!.source } }),
  };
}

const isValid = (instrument: Form, form: Form): boolean =>
  form.translation ? isCovered(form.translation, 'norms') && instrument.version === form.version : isSameForm(instrument, form);

const isSize = (value: unknown): value is number => isMeasure(value) && value > 0;

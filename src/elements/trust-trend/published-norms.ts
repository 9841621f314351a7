import { isMeasure } from '../../core/measurement-error.ts';
import { normsOf } from '../../core/norms.ts';
import type { ScaleScore } from '../../core/score.ts';
import { type Form, keyOfForm } from '../../core/series.ts';
import { getInstrument } from '../../instruments/registry.ts';
import type { TrendNorms } from './course.ts';

/** What an instrument says of change on one of its scales, in points of the 0 to 100 axis. */
export interface PublishedNorms {
  norms?: TrendNorms;
  change?: { threshold: number; source: string };
}

/** Nothing where this very form is not registered, or where its scores do not say from where to where they run. */
export function publishedNorms(form: Form, scale: string, scores: readonly (ScaleScore | undefined)[]): PublishedNorms {
  const found = getInstrument(form.id, form.options);
  const scored = scores.find((one) => one?.status === 'scored');
  if (!scored || !found.ok || keyOfForm(found.instrument) !== keyOfForm(form)) return {};
  const { scales = {}, total } = found.instrument.scoring ?? {};
  const rule = scale === 'total' ? total : scales[scale];
  const norms = rule?.norms;
  const change = rule?.reliableChange;
  const inPoints = (raw = NaN): number => (raw * 100) / (scored.max - scored.min);
  const [sd, threshold] = [norms?.sd, change?.points].map(inPoints);
  return {
    ...(isSize(sd) && { norms: { ...normsOf(rule!)!, sd, source: norms!.source } }),
    ...(isSize(threshold) && { change: { threshold, source: change!.source } }),
  };
}

const isSize = (value: unknown): value is number => isMeasure(value) && value > 0;

import { measurementError, type ScaleNorms } from '../../core/change/measurement-error.ts';
import { hasText, sift } from './sift.ts';

/** Norms of a form. They apply to every form with the same id, version, options and scale, as far as the norms have these. */
export interface TrendNorms extends ScaleNorms {
  /** Standard deviation, in points of the axis from 0 to 100. */
  sd: number;
  /** The source of the norms. It is shown with everything that is based on them. */
  source: string;
  /** The form's id. Required if several forms are shown. */
  instrument?: string;
  version?: string;
  options?: Record<string, string>;
  /** `total`, or the key of a subscale. */
  scale?: string;
}

export function readNorms(given: unknown, problems: string[]): TrendNorms[] {
  const read = (norms: TrendNorms): TrendNorms | string => {
    const error = measurementError(norms);
    return !error.ok ? error.reason : hasText(norms.source) ? norms : 'must name their source';
  };
  return sift([given ?? []].flat(), read, (what) => problems.push(`norms${what}`));
}

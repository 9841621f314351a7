import type { ScaleScore } from '../../core/instrument/scale-score.ts';
import { type Form, series } from '../../core/change/series.ts';
import { type SessionTrend, type Trend, trend } from '../../core/change/trend.ts';
import type { Forms } from './forms.ts';
import type { TrendNorms } from './norms.ts';
import type { PublishedNorms } from './published-norms.ts';
import { type Entry, byTime, type When, whenOf } from './records.ts';
import { hasText, sift } from './sift.ts';

/** An event in therapy, and its day as `YYYY-MM-DD`. */
export interface TrendMilestone {
  date: string;
  title: string;
}

interface Milestone extends When {
  title: string;
}

/** One session on a line of the chart. */
export interface Point {
  entry: Entry;
  /** Position along the axis, from 0 to 1. */
  x: number;
  scale: ScaleScore | undefined;
  /** From 0 to 100. A session without a score is a gap. */
  score: number | undefined;
  session: SessionTrend;
  /** The CSS classes of its bubble. Empty if the session is not flagged. */
  flag: '' | 'talk' | 'talk strong';
  /** The day when the score was at the mean again. */
  back: string | undefined;
}

/** The sessions of one form. */
export interface Line {
  form: Form;
  points: Point[];
  /** The norms of the band. `half` is the height of the band above a score: 1.96 x SEM. RC95 is sqrt(2) times as much. */
  norms: (TrendNorms & { rc95: number; half: number; sem: number }) | undefined;
  /** A published threshold of change, and its source. */
  change: PublishedNorms['change'];
}

export interface Course {
  lines: Line[];
  /** The points of all lines, in the order of time. */
  points: Point[];
  /** Forms that do not have the scale. */
  without: Form[];
  milestones: (Milestone & { x: number })[];
  /** The number of different days with sessions. */
  places: number;
}

export interface CourseOptions {
  scale: string;
  axis: 'date' | 'order';
  norms: readonly TrendNorms[];
  milestones: readonly Milestone[];
  higherIsBetter: boolean;
  forms: Forms;
}

/**
 * The course of one scale. Each form has a line of its own; lines are never joined. The entries must be in the order of
 * time.
 */
export function courseOf(entries: readonly Entry[], options: CourseOptions): Course {
  const { scale, norms, milestones, higherIsBetter } = options;
  const scaleOf = ({ score }: Entry): ScaleScore | undefined => (scale === 'total' ? score?.total : score?.scales[scale]);
  const forms = series(entries, options.forms.definitions?.());
  const shown = forms.filter(({ records }) => records.some(scaleOf) || records.every(({ score }) => !score));
  const placed = shown.flatMap(({ records }) => records);
  const days = [...new Set(placed.map(({ day }) => day))].sort();
  const times = [...placed, ...milestones].map(({ time }) => time);
  const first = Math.min(...times);
  const span = Math.max(...times) - first;
  const byOrder = options.axis === 'order';
  const atTime = (time: number): number => (span ? (time - first) / span : 0.5);

  const normsFor = (form: Form): TrendNorms | undefined =>
    norms.find(
      ({ instrument = shown[1] ? '' : form.id, version, scale: of, options }) =>
        instrument === form.id &&
        (version ?? form.version) === form.version &&
        (of ?? 'total') === scale &&
        Object.entries(options ?? {}).every(([name, value]) => form.options[name] === value),
    );

  const lines = shown.map(({ form, records }): Line => {
    const scales = records.map(scaleOf);
    const given = normsFor(form);
    const { norms: own, change } = given ? { norms: given } : (options.forms.publishedNorms?.(form, scale, scales) ?? {});
    const scores = scales.map((value) => ({ score: value?.status === 'scored' ? value.pomp : undefined }));
    // All scores are numbers: `readRecords` refuses others.
    const result = trend(scores, { higherIsBetter, norms: own, threshold: change?.threshold }) as Extract<Trend, { ok: true }>;
    const points = records.map((entry, i): Point => {
      const session = result.sessions[i]!;
      const { findings = [], repaired } = session.status === 'compared' ? session : {};
      const last = findings.at(-1)?.rule;
      return {
        entry,
        x: byOrder ? (days.indexOf(entry.day) + 0.5) / days.length : atTime(entry.time),
        scale: scales[i],
        score: scores[i]!.score,
        session,
        flag: last === 'strong' ? 'talk strong' : last ? 'talk' : '',
        back: repaired && records[repaired.at]!.day,
      };
    });
    const rc95 = result.rc95!;
    const half = rc95 / Math.SQRT2;
    return { form, points, norms: own && { ...own, rc95, half, sem: half / 1.96 }, change };
  });

  return {
    places: days.length,
    lines,
    points: lines.flatMap((line) => line.points).sort((a, b) => byTime(a.entry, b.entry)),
    without: forms.filter((form) => !shown.includes(form)).map(({ form }) => form),
    milestones: milestones.map((one) => ({
      ...one,
      // On an axis by order, a milestone is before the sessions of its day.
      x: byOrder ? days.filter((day) => day < one.day).length / days.length : atTime(one.time),
    })),
  };
}

/** The milestones that can be used, in the order of time. */
export function readMilestones(given: unknown, problems: string[]): Milestone[] {
  const read = ({ date, title }: TrendMilestone): Milestone | string => {
    const when = whenOf(date);
    return when && hasText(title) ? { ...when, title } : 'must have a date, YYYY-MM-DD, and a title';
  };
  return sift(given ?? [], read, (what) => problems.push(`milestones${what}`)).sort(byTime);
}

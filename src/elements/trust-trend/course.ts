import { measurementError, type ScaleNorms } from '../../core/measurement-error.ts';
import type { ScaleScore } from '../../core/score.ts';
import { type Form, series } from '../../core/series.ts';
import { type SessionTrend, type Trend, trend } from '../../core/trend.ts';
import type { Forms } from './forms.ts';
import type { PublishedNorms } from './published-norms.ts';
import { type Entry, byTime, type When, whenOf } from './records.ts';
import { sift } from './sift.ts';

/** Norms of a form. What they do not name, they hold for. */
export interface TrendNorms extends ScaleNorms {
  /** Standard deviation, in points of the 0 to 100 axis. */
  sd: number;
  /** Where they come from; shown with what rests on them. */
  source: string;
  /** The form's id. Needed where several forms are shown. */
  instrument?: string;
  version?: string;
  options?: Record<string, string>;
  /** `total`, or the key of a subscale. */
  scale?: string;
}

/** Something that happened, and its day as `YYYY-MM-DD`. */
export interface TrendMilestone {
  date: string;
  title: string;
}

interface Milestone extends When {
  title: string;
}

/** One session on a line. */
export interface Mark {
  entry: Entry;
  /** Along the axis, from 0 to 1. */
  x: number;
  scale: ScaleScore | undefined;
  /** 0 to 100; a session without one is a gap. */
  score: number | undefined;
  session: SessionTrend;
  /** How it is marked; empty where nothing stands out. */
  flag: '' | 'talk' | 'talk strong';
  /** When it was back at the mean, as a day. */
  back: string | undefined;
}

/** The sessions of one form. */
export interface Line {
  form: Form;
  marks: Mark[];
  /** What the band rests on; `half` is its height over a score, 1.96 x SEM, of which RC95 is sqrt(2) times as much. */
  norms: (TrendNorms & { rc95: number; half: number; sem: number }) | undefined;
  /** A published threshold of change, and whose it is. */
  change: PublishedNorms['change'];
}

export interface Course {
  lines: Line[];
  /** Those of all lines, in the order of time. */
  marks: Mark[];
  /** Forms that have no such scale. */
  without: Form[];
  milestones: (Milestone & { x: number })[];
  /** How many days with sessions stand along the axis. */
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

/** The course of one scale: entries in the order of time become lines that are never joined, with a place for each mark. */
export function courseOf(entries: readonly Entry[], options: CourseOptions): Course {
  const { scale, norms, milestones, higherIsBetter } = options;
  const scaleOf = ({ score }: Entry): ScaleScore | undefined => (scale === 'total' ? score?.total : score?.scales[scale]);
  const forms = series(entries);
  const shown = forms.filter(({ records }) => records.some(scaleOf) || records.every(({ score }) => !score));
  const placed = shown.flatMap(({ records }) => records);
  const days = [...new Set(placed.map(({ day }) => day))].sort();
  const times = [...placed, ...milestones].map(({ time }) => time);
  const first = Math.min(...times);
  const span = Math.max(...times) - first;
  const byOrder = options.axis === 'order';
  const atTime = (time: number): number => (span ? (time - first) / span : 0.5);

  const lines = shown.map(({ form, records }): Line => {
      const scales = records.map(scaleOf);
      const given = norms.find(({ instrument = shown[1] ? '' : form.id, version, scale: of, options }) =>
          instrument === form.id &&
          (version ?? form.version) === form.version &&
          (of ?? 'total') === scale &&
          Object.entries(options ?? {}).every(([name, value]) => form.options[name] === value),
      );
      const { norms: own, change } = given ? { norms: given } : (options.forms.publishedNorms?.(form, scale, scales) ?? {});
      const points = scales.map((value) => ({ score: value?.status === 'scored' ? value.pomp : undefined }));
      // The gates let only numbers in.
      const told = trend(points, { higherIsBetter, norms: own, threshold: change?.threshold }) as Extract<Trend, { ok: true }>;
      const marks = records.map((entry, i): Mark => {
        const session = told.sessions[i]!;
        const { findings = [], repaired } = session.status === 'compared' ? session : {};
        const last = findings.at(-1)?.rule;
        return {
          entry,
          x: byOrder ? (days.indexOf(entry.day) + 0.5) / days.length : atTime(entry.time),
          scale: scales[i],
          score: points[i]!.score,
          session,
          flag: last ? (last === 'strong' ? 'talk strong' : 'talk') : '',
          back: repaired && records[repaired.at]!.day,
        };
      });
      const rc95 = told.rc95!;
      const half = rc95 / Math.SQRT2;
      return { form, marks, norms: own && { ...own, rc95, half, sem: half / 1.96 }, change };
    });

  return {
    places: days.length,
    lines,
    marks: lines.flatMap((line) => line.marks).sort((a, b) => byTime(a.entry, b.entry)),
    without: forms.filter((form) => !shown.includes(form)).map(({ form }) => form),
    milestones: milestones.map((one) => ({
      ...one,
      // By order, before the sessions of its day.
      x: byOrder ? days.filter((day) => day < one.day).length / days.length : atTime(one.time),
    })),
  };
}

const hasText = (value: unknown): boolean => typeof value === 'string' && !!value.trim();

export const readNorms = (given: unknown, problems: string[]): TrendNorms[] =>
  sift('norms', [given ?? []].flat(), problems, (one: TrendNorms) => {
    const error = measurementError(one);
    return !error.ok ? error.reason : hasText(one.source) ? one : 'must name their source';
  });

/** In the order of time. */
export const readMilestones = (given: unknown, problems: string[]): Milestone[] =>
  sift('milestones', given ?? [], problems, ({ date, title }: TrendMilestone) => {
    const when = whenOf(date);
    return when && hasText(title) ? { ...when, title } : 'must have a date, YYYY-MM-DD, and a title';
  }).sort(byTime);

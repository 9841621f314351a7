import { isDay, isMoment } from '../../core/plain-data/iso-date.ts';
import { inWords } from '../../core/plain-data/problem.ts';
import { takeRecord } from '../../core/record/read-record.ts';
import type { Response } from '../../core/record/response.ts';
import type { ScaleScore } from '../../core/instrument/scale-score.ts';
import { score as scoreOf, type Score } from '../../core/scoring/score.ts';
import { type Form, isSameForm } from '../../core/change/series.ts';
import { isObject } from '../../core/plain-data/shape.ts';
import { standing } from '../../core/record/standing.ts';
import { getInstrument } from '../../instruments/registry.ts';
import type { Forms } from './forms.ts';
import { sift } from './sift.ts';

/**
 * One session as a host stores it: the record, its score, or both, from `attune-submit`. A given score is used unchanged.
 * Without a score, the score is computed, and the instrument must be registered. If nobody sent a form after a session, the
 * entry has only `instrument` and `date`: the line of that form has a gap there.
 */
export interface TrendRecord {
  response?: Response;
  score?: Score;
  /** The form that nobody sent, as in a response. Only without `response` and `score`. */
  instrument?: Form;
  /** `YYYY-MM-DD` or ISO 8601 with offset. Without it, the moment when the response was completed. */
  date?: string;
}

/** A moment. */
export interface When {
  /** In milliseconds. */
  time: number;
  /** The local day of the person, `YYYY-MM-DD`. */
  day: string;
}

/** A record that can be shown. */
export interface Entry extends When {
  instrument: Form;
  response: Response | undefined;
  /** Undefined if nothing was sent. */
  score: Score | undefined;
}

/**
 * Reads a host's records. The entries are in the order of time, entries of the same moment in the given order. Leaves out
 * records that another record replaces. Adds a problem for each record that cannot be shown.
 */
export function readRecords(given: unknown, problems: string[], forms: Forms): Entry[] {
  const ids = new Set<string>();
  let subject: string | undefined;

  const read = (record: TrendRecord): Entry | string => {
    const entry = readEntry(record, forms);
    if (typeof entry === 'string' || !entry.response) return entry;
    const { id, subject: of } = entry.response;
    subject ??= of;
    if (of && of !== subject) return 'is of another subject';
    if (ids.has(id)) return `is there twice: ${id}`;
    ids.add(id);
    return entry;
  };
  const entries = sift(given, read, (what) => problems.push(`records${what}`));
  const current = new Set(standing(entries.flatMap(({ response }) => response ?? [])));
  return entries.filter(({ response }) => !response || current.has(response)).sort(byTime);
}

export const byTime = (a: When, b: When): number => a.time - b.time;

function readEntry({ response, score, date, instrument: unsent }: TrendRecord, { structure }: Forms): Entry | string {
  if (!response && !score && !unsent) return 'must have a response, a score or an instrument';
  if (response && !isForm(response.instrument)) return 'has a response without instrument';
  if (response && response.status !== 'completed') return 'is not completed';
  const when = whenOf(date ?? response?.completedAt);
  if (!when) return 'must have a date, YYYY-MM-DD or ISO 8601';
  const entry = { ...when, response, score };
  if (!score) {
    if (!response) return isForm(unsent) ? { ...entry, instrument: unsent! } : 'must have an instrument with id, version and options';
    const read = takeRecord(getInstrument, response, structure);
    if (!read.ok) return `has no score, and its response is refused: ${inWords(read.problems)}`;
    return { ...entry, instrument: response.instrument, score: scoreOf(read.instrument, read.response) };
  }
  const { instrument: id, version, options, language, translation } = score.provenance;
  const instrument = { id, version, options, ...(language && { language }), ...(translation && { translation }) };
  const scales = [...Object.values(score.scales), ...(score.total ? [score.total] : [])];
  if (!isForm(instrument) || !scales.every(isScaleScore)) return 'must have a score as score() gives it';
  if (response && !isSameForm(instrument, response.instrument)) return 'has a score of another form';
  return { ...entry, instrument };
}

export const whenOf = (date: unknown): When | undefined =>
  typeof date === 'string' && (isDay(date) || isMoment(date)) ? { time: Date.parse(date), day: date.slice(0, 10) } : undefined;

const isForm = ({ id, version, options }: Partial<Form> = {}): boolean =>
  isObject(options) && [id, version, ...Object.values(options)].every((value) => typeof value === 'string');

const isScaleScore = (scale: ScaleScore): boolean =>
  scale.status === 'scored'
    ? Number.isFinite(scale.pomp) && scale.pomp >= 0 && scale.pomp <= 100
    : scale.status === 'insufficient' && Array.isArray(scale.missing) && scale.missing.every((id) => typeof id === 'string');

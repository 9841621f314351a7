import { score, type Response } from 'attune-elements/core';
import { getInstrument } from 'attune-elements/instruments';

/** Courses of made-up sessions, with scores as a host's server would compute them. */

const CODES = ['totally-disagree', 'disagree', 'in-between', 'agree', 'totally-agree'];

/** Days after 2 February 2026. */
export const dayAfter = (days: number): string => new Date(Date.UTC(2026, 1, 2 + days)).toISOString().slice(0, 10);

interface Session {
  day: number;
  /** The points above the lowest possible sum: at most 48 for trust-12, 16 for the pulse. */
  points: number;
  instrument?: 'trust-12' | 'trust-pulse';
  options?: Record<string, string>;
  /** The number of lines that are left blank, starting with the second. */
  blank?: number;
}

/** One session: the record as it was sent, and its score. */
export function sessionOf({ day, points, instrument = 'trust-12', options = {}, blank = 0 }: Session) {
  const asked = getInstrument(instrument, options);
  if (!asked.ok) throw new Error(asked.problems[0]!.message);
  const lines = asked.instrument.items.filter((item) => item.type === 'choice');
  const answers = lines.flatMap((item, i) => {
    const part = Math.floor(((i + 1) * points) / lines.length) - Math.floor((i * points) / lines.length);
    const weight = 'reverse' in item && item.reverse ? 4 - part : part;
    return i > 0 && i <= blank ? [] : [{ item: item.id, state: 'answered' as const, values: [CODES[weight]!] }];
  });
  const response: Response = {
    schema: 1,
    id: `${instrument}-${day}-${points}`,
    instrument: { id: asked.instrument.id, version: asked.instrument.version, options: asked.instrument.options },
    status: 'completed',
    startedAt: `${dayAfter(day)}T10:00:00+01:00`,
    completedAt: `${dayAfter(day)}T10:04:00+01:00`,
    locale: 'en',
    answers,
    software: { name: 'attune-elements', version: '0.1.0' },
  };
  return { response, score: score(asked.instrument, response) };
}

/** 75, 77.08, 72.92, 79.17, 77.08, 58.33, 68.75, 77.08: one a week. */
export const eight = [36, 37, 35, 38, 37, 28, 33, 37].map((points, week) => sessionOf({ day: 7 * week, points }));

export const gaps = [36, 37, 35, 38, 37, 28, 33, 37].map((points, week) =>
  sessionOf({ day: 7 * week, points, blank: week === 1 ? 1 : week === 2 || week === 6 ? 4 : 0 }),
);

export const several = [
  sessionOf({ day: -7, points: 33, options: { variant: 'intake' } }),
  ...eight.filter((_, week) => week % 2 === 0),
  ...[12, 13, 12, 12, 13, 9, 11, 13].map((points, week) => sessionOf({ day: 7 * week + 1, points, instrument: 'trust-pulse' })),
  sessionOf({ day: 60, points: 36, options: { keying: 'positive' } }),
];

/** Four years, week by week. */
export const long = Array.from({ length: 200 }, (_, week) =>
  sessionOf({ day: 7 * week, points: Math.round(34 + 3 * Math.sin(week * 1.7) + 3 * Math.sin(week * 0.1) - (week % 47 === 40 ? 16 : 0)), blank: week % 19 === 11 ? 4 : 0 }),
);

export const milestones = [
  { date: dayAfter(10), title: 'Said it out loud' },
  { date: dayAfter(16), title: 'Asked a question' },
  { date: dayAfter(44), title: 'Worked it through' },
];

export const norms = { sd: 14, reliability: 0.88, source: 'Made up for this page, n = 212' };

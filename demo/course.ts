import { type Response, series, trend } from 'attune-elements/core';
import { isLine, listAsked } from './asked.ts';
import { type Offer, offersAfter } from './plan.ts';
import { instrumentOf } from './read-record.ts';
import type { KeptRecord } from './records.ts';
import type { ClinicSession } from './sessions.ts';

/** One session: what was sent after it, and what is missing. */
export interface SessionCourse {
  session: ClinicSession;
  /** The records that count, oldest first. Records that were replaced are left out. */
  records: KeptRecord[];
  missing: Missing;
  /** The trust score is unusual for this person on this form, compared with their own earlier sessions. */
  worthATalk: boolean;
}

export interface Missing {
  /** Offered, and not sent. This is neither good nor bad: only the first form is asked, the others are optional. */
  unsent: Offer[];
  /** Lines without an answer in what was sent, by reason. */
  lines: Record<'unanswered' | 'unknown' | 'declined', number>;
  /** Forms that were sent with too few answers for a score. */
  unscored: KeptRecord[];
  /** The client filled in the checklist and the therapist did not, so there is no pair. */
  noPair: boolean;
}

/** Each session of a client with what belongs to it, in the order of the sessions. */
export function courseOf(sessions: readonly ClinicSession[], records: readonly KeptRecord[]): SessionCourse[] {
  const unusual = findingsOf(records);
  return sessions.map((session) => {
    const own = records.filter((record) => record.session === session.id && !record.supersededBy);
    return {
      session,
      records: own,
      missing: missingOf(session, own),
      worthATalk: own.some(({ id }) => unusual.has(id)),
    };
  });
}

function missingOf(session: ClinicSession, records: readonly KeptRecord[]): Missing {
  const has = (instrument: string, author: KeptRecord['author']): boolean =>
    records.some((record) => record.author === author && record.body.instrument.id === instrument);
  const lines = { unanswered: 0, unknown: 0, declined: 0 };
  for (const { body } of records) {
    for (const { state } of listAsked(instrumentOf(body), body).filter(isLine)) {
      if (state in lines) lines[state as keyof typeof lines]++;
    }
  }
  return {
    unsent: offersAfter(session).filter(({ instrument }) => !has(instrument, 'client')),
    lines,
    unscored: records.filter(({ score }) => score.status === 'insufficient'),
    noPair: has('empathy-checklist', 'client') && !has('empathy-checklist', 'therapist'),
  };
}

const isTrustForm = (id: string): boolean => id === 'trust-12' || id === 'trust-pulse';

export const isTrust = ({ body, author }: KeptRecord): boolean => author === 'client' && isTrustForm(body.instrument.id);

/** The trust forms that were offered after these sessions and not sent, as gaps for the trend. */
export const unsentTrust = (course: readonly SessionCourse[]): { instrument: Response['instrument']; date: string }[] =>
  course.flatMap(({ session, missing }) =>
    missing.unsent.flatMap((offer) => {
      if (!isTrustForm(offer.instrument)) return [];
      const { id, version, options } = instrumentOf({ instrument: { id: offer.instrument, options: offer.options } });
      return { instrument: { id, version, options }, date: session.heldOn };
    }),
  );

/** A trust score that is low compared with the same person's earlier ones on the same form. */
export interface Unusual {
  instrument: string;
  score: number;
  /** The mean of the earlier scores, and how many they are. */
  mean: number;
  earlier: number;
}

/** The records with such a score, by id. Each form is compared with its own earlier sessions only. */
export function findingsOf(records: readonly KeptRecord[]): Map<string, Unusual> {
  const trust = records.filter((record) => isTrust(record) && !record.supersededBy);
  const found = new Map<string, Unusual>();
  for (const { records: line } of series(trust.map((record) => ({ instrument: record.body.instrument, record })))) {
    const told = trend(line.map(({ record: { score } }) => ({ score: totalOf(score) })));
    if (!told.ok) continue;
    for (const [place, session] of told.sessions.entries()) {
      const record = line[place]?.record;
      if (!record || session.status !== 'compared' || !session.findings.length) continue;
      const { mean, sessions: earlier } = session.before;
      found.set(record.id, { instrument: record.body.instrument.id, score: session.score, mean, earlier });
    }
  }
  return found;
}

const totalOf = ({ total }: KeptRecord['score']): number | undefined =>
  total?.status === 'scored' ? total.pomp : undefined;

/** Records of one session that hold the same form from several perspectives, the latest of each perspective. */
export function pairOf(records: readonly KeptRecord[]): KeptRecord[] {
  const sides = new Map<string, KeptRecord>();
  for (const record of records) {
    if (record.body.instrument.id === 'empathy-checklist' && !record.supersededBy) sides.set(record.author, record);
  }
  return sides.size > 1 ? ['client', 'therapist', 'observer'].flatMap((side) => sides.get(side) ?? []) : [];
}

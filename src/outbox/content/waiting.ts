import { delayAfter } from './schedule.ts';
import type { Verdict } from './verdict.ts';

/** What an outbox sends: a record, or all records of a sitting under one id. */
export interface Sendable {
  readonly id: string;
}

/** A person's answers to one questionnaire as they saw them: lines with a label, a text, or both. */
export interface AnswersInWords {
  title: string;
  lang?: string;
  lines: readonly { [part in 'label' | 'text' | 'lang' | 'textLang']?: string | undefined }[];
}

/** A record in an outbox. Times are in milliseconds (epoch). */
export interface Waiting {
  record: Sendable;
  /** When the person sent it. */
  savedAt: number;
  /** How often sending failed. */
  tries: number;
  /** No try before this time. */
  notBefore: number;
  /** The time of the last try. */
  triedAt: number;
  /** The HTTP status with which the endpoint refused it. It is not tried again by itself. */
  refused?: number;
  /** The answers in words, one for each questionnaire, if a widget sent them. */
  copies?: readonly AnswersInWords[];
}

export const newlySent = (record: Sendable, now: number, copies: readonly AnswersInWords[] = []): Waiting =>
  ({ record, savedAt: now, tries: 0, notBefore: 0, triedAt: 0, ...(copies[0] && { copies }) });

/** The record after a try that did not succeed. `random`: from 0 to 1. */
export function afterTry(waiting: Waiting, verdict: Exclude<Verdict, { kind: 'taken' }>, now: number, random: number): Waiting {
  const tries = waiting.tries + 1;
  if (verdict.kind === 'refused') return { ...waiting, tries, triedAt: now, refused: verdict.status };
  return { ...waiting, tries, triedAt: now, notBefore: now + Math.max(delayAfter(tries, random), verdict.after ?? 0) };
}

/** The record, to be tried at once, also if it was refused. */
export function again({ refused: _, ...waiting }: Waiting): Waiting {
  return { ...waiting, tries: 0, notBefore: 0 };
}

/**
 * In milliseconds: how long a record still waits for its next try. Never, if it was refused. If the last try is in the future, the clock
 * was set back, and nobody knows how long the record has waited: it waits no longer.
 */
export function timeLeft({ refused, notBefore, triedAt }: Waiting, now: number): number {
  if (refused !== undefined) return Infinity;
  return triedAt > now ? 0 : Math.max(notBefore - now, 0);
}

export const write = (waiting: Waiting): string => JSON.stringify(waiting);

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';

const isInWords = (value: unknown): value is AnswersInWords => {
  const { title, lang, lines } = Object(value) as Partial<AnswersInWords>;
  return typeof title === 'string' && isText(lang) && Array.isArray(lines) && lines.every((line) => Object.values(Object(line) as object).every(isText));
};

/** Reads what `write` made. `undefined` for anything else. */
export function read(text: string): Waiting | undefined {
  try {
    const { record, savedAt, tries, notBefore, triedAt, refused, copies } = Object(JSON.parse(text)) as Partial<Waiting>;
    if (typeof record?.id !== 'string' || !isTime(savedAt) || !isTime(tries) || !isTime(notBefore)) return undefined;
    const words = Array.isArray(copies) && copies.every(isInWords) && { copies };
    return { record, savedAt, tries, notBefore, triedAt: isTime(triedAt) ? triedAt : 0, ...(isTime(refused) && { refused }), ...words };
  } catch {
    return undefined;
  }
}

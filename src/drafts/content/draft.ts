/** An answer as the person saw it: the key of its item, the question, and the answer. */
export type Words = readonly [key: string, question: string, answer: string];

/** The answers to one questionnaire. */
export interface DraftPart {
  /** What the browser restores too, as JSON: the record, and under `rejected` what was typed and is no valid answer. Not checked. */
  readonly state: string;
  /** The answers in words, for those that an updated instrument no longer has. */
  readonly words: readonly Words[];
}

/** The answers of a person who has not finished: to one questionnaire, or to all of a sitting. */
export interface Draft {
  readonly 'attune-draft': 1;
  /** When it was written, in milliseconds (epoch). */
  readonly savedAt: number;
  /** It is over this number of days later. */
  readonly days: number;
  /** The host's id for the person, if the host gave one. */
  readonly subject?: string;
  readonly parts: readonly DraftPart[];
  /** Answers that did not fit an updated instrument. The person has not seen them yet. */
  readonly aside: readonly Words[];
}

export type ReadDraft = { ok: true; draft: Draft } | { ok: false };

const DAY = 86_400_000;

/** The most characters of a draft that is read. A larger one is not ours. */
const MOST_TEXT = 40_000_000;

/** When a draft is over, in milliseconds (epoch). */
export const endOf = ({ savedAt, days }: Pick<Draft, 'savedAt' | 'days'>): number => savedAt + days * DAY;

/** Whether a draft is over. One that was written long after `now` is too: the clock was wrong then, and it would never end. */
export const isOver = (draft: Draft, now: number): boolean => endOf(draft) < now || draft.savedAt - now > draft.days * DAY;

export const writeDraft = (draft: Draft): string => JSON.stringify(draft);

const isWords = (value: unknown): boolean => Array.isArray(value) && value.length === 3 && value.every((text) => typeof text === 'string');

const isPart = (value: unknown): boolean => {
  const { state, words } = Object(value) as Partial<DraftPart>;
  return typeof state === 'string' && Array.isArray(words) && words.every(isWords);
};

/** Reads a draft from a store. What a store returns was perhaps not written by us. Never throws. */
export function readDraft(text: unknown): ReadDraft {
  if (typeof text !== 'string' || text.length > MOST_TEXT) return { ok: false };
  try {
    const { 'attune-draft': version, savedAt, days, subject, parts, aside } = Object(JSON.parse(text)) as Partial<Draft>;
    const isDraft =
      version === 1 && Number.isFinite(savedAt) && Number.isFinite(days) && ['string', 'undefined'].includes(typeof subject) &&
      Array.isArray(parts) && parts.every(isPart) && Array.isArray(aside) && aside.every(isWords);
    return isDraft ? { ok: true, draft: { 'attune-draft': 1, savedAt: savedAt!, days: days!, ...(subject && { subject }), parts: parts!, aside: aside! } } : { ok: false };
  } catch {
    return { ok: false };
  }
}

import type { DraftPart } from './draft.ts';
import { keyOfAnswer, readState, writeState } from './part-state.ts';

/**
 * Two attempts at the same questionnaire as one: the draft, and what the person has answered on this page before they went on with
 * it. Where both have an answer, the later one stays. The record is that of the draft. If it was sent, it is not whole any more, so
 * `fitPart` makes a new one. If the later one was sent and has all answers, it stays as it was sent.
 */
export function mergeParts(earlier: DraftPart, later: DraftPart): DraftPart {
  const [before, now] = [readState(earlier.state), readState(later.state)];
  const given = new Set(now.entries.map(keyOfAnswer));
  if (!given.size) return earlier;
  const others = before.entries.filter((entry) => !given.has(keyOfAnswer(entry)));
  const isSent = now.record.status === 'completed';
  if (isSent && !others.length) return later;
  return {
    state: writeState({
      record: { ...(isSent ? now : before).record, completedAt: undefined } as object,
      entries: [...others, ...now.entries],
      rejected: new Set([...before.rejected, ...now.rejected]),
    }),
    words: [...earlier.words.filter(([key]) => !given.has(key)), ...later.words],
  };
}

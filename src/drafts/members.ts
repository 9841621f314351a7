import type { MemberContent, SittingMember } from '../ui/handoff/sitting.ts';
import type { DraftTools } from '../ui/safety/draft-keeper.ts';
import type { DraftPart, Words } from './content/draft.ts';
import { fitPart, isFor } from './content/fit-part.ts';
import { mergeParts } from './content/merge-parts.ts';
import { readState } from './content/part-state.ts';
import { isHandedOver } from './stores.ts';

/** A questionnaire with an instrument, whose answers may be kept. */
export type Keepable = MemberContent & { member: SittingMember };

export const keepable = (members: readonly SittingMember[]): Keepable[] =>
  members.flatMap((member) => {
    const content = member.current();
    return content && !content.isNeverStored ? [{ ...content, member }] : [];
  });

/** The answers of a questionnaire now. */
export const partOf = ({ member }: Keepable): DraftPart => ({
  state: member.state() ?? '',
  words: member.copy().lines.flatMap(({ key, label = '', text }): Words[] => (key && text ? [[key, label, text]] : [])),
});

/** The parts whose records are in no outbox, and were not sent by one. */
export async function withoutHandedOver(parts: readonly DraftPart[]): Promise<DraftPart[]> {
  const isSent = await Promise.all(parts.map(({ state }) => isHandedOver(readState(state).record.id ?? '')));
  return parts.filter((_, i) => !isSent[i]);
}

interface Restored {
  /** The parts whose questionnaire is not there yet. */
  pending: DraftPart[];
  /** The answers that do not fit any more. */
  aside: Words[];
}

/** Gives each questionnaire its part of a draft. `isNewer`: the draft is newer than what the person has answered on this page. */
export function restoreInto(all: readonly Keepable[], parts: readonly DraftPart[], { newId }: DraftTools, isNewer = false): Restored {
  const pending = [...parts];
  const aside: Words[] = [];
  for (const one of all) {
    const { member, instrument } = one;
    const at = pending.findIndex((part) => isFor(part, instrument));
    if (at < 0) continue;
    let [part] = pending.splice(at, 1) as [DraftPart];
    if (one.hasPersonAnswered && !one.isBlank) part = isNewer ? mergeParts(partOf(one), part) : mergeParts(part, partOf(one));
    const fitted = fitPart(part, instrument, { read: member.read, newId });
    aside.push(...fitted.aside);
    if (fitted.state) member.restore(fitted.state);
  }
  return { pending, aside };
}

import type { OwnCopy } from '../../ui/safety/own-copy.ts';
import type { SittingMember } from '../../ui/handoff/sitting.ts';
import type { CommonWords } from '../../ui/text/words.ts';

export const isFilled = (member: SittingMember): boolean => member.current()?.isBlank === false;

/** The person's answers in all questionnaires, as one copy. */
export function copyOf(members: readonly SittingMember[], { reviewTitle, leftBlank }: CommonWords): OwnCopy {
  const all = members.flatMap((member) => {
    const { title, lines } = member.copy();
    return [{ label: title, heading: 'title' as const }, ...(isFilled(member) ? lines : [{ text: leftBlank }])];
  });
  return { title: reviewTitle, lines: all };
}

import type { OwnCopy } from '../../ui/safety/own-copy.ts';
import type { SittingMember } from '../../ui/handoff/sitting.ts';
import type { CommonKey } from '../../ui/text/keys.ts';
import type { Messages } from '../../ui/text/messages.ts';

export const isFilled = (member: SittingMember): boolean => member.current()?.isBlank === false;

/** The person's answers in all questionnaires, as one copy. */
export function copyOf(members: readonly SittingMember[], t: Messages<CommonKey>): OwnCopy {
  const all = members.flatMap((member) => {
    const { title, lines, lang } = member.copy();
    const shown = isFilled(member) ? lines : [{ text: t.text('leftBlank'), lang: t.lang }];
    return [{ label: title, heading: 'title' as const }, ...shown].map((line) => ({ ...(lang && { lang }), ...line }));
  });
  return { title: t.text('reviewTitle'), lines: all };
}

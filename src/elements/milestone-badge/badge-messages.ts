import { milestones } from '../../instruments/milestones.ts';
import type { OfferKey, WidgetKey } from '../../ui/text/keys.ts';
import { badge } from '../../ui/text/locales/en/badge.ts';
import { common } from '../../ui/text/locales/en/common.ts';
import { textMessages } from '../../ui/text/locales/en/items.ts';
import { offer } from '../../ui/text/locales/en/offer.ts';
import type { Messages } from '../../ui/text/messages.ts';

type FromContent = 'device' | 'clinic' | 'shared' | 'mark' | 'words' | 'hide' | 'show' | 'remove' | 'share';

const { underText, errorLong } = textMessages;
const { savedPlain, retry } = common;

/** The common messages that the badge has. Each is named, so that a CDN file leaves the others out. */
const shared = { underText, errorLong, savedPlain, retry };

/** The messages of the badge in English. Those on where a milestone is kept, and some labels, are content of its instrument. */
export const badgeMessages = {
  ...shared,
  ...offer,
  badge: { ...badge, ...(milestones.words as Record<FromContent, string>) },
};

/** The keys of the messages of the badge. A host can replace each of them. */
export type BadgeKey = keyof typeof shared | OfferKey | WidgetKey<'badge'> | `badge.${FromContent}`;

/** The interface words of a badge. */
export type BadgeWords = Messages<BadgeKey>;

/** The labels whose key is not the name of the action. */
const LABELS = { note: 'words', word: 'words', 'put-away': 'hide', 'bring-back': 'show' } as const;

/** What a state, an action or a field is called, without the name of the widget. */
export type Word = Exclude<keyof typeof shared | OfferKey | keyof typeof badgeMessages.badge | keyof typeof LABELS, 'errorLong'>;

/** The key of the message that has the name of a state, an action or a field. */
export function keyOf(word: Word): Exclude<BadgeKey, 'errorLong'> {
  const name = word in LABELS ? LABELS[word as keyof typeof LABELS] : word;
  return (Object.hasOwn(badgeMessages.badge, name) ? `badge.${name}` : name) as never;
}

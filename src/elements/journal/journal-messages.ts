import { journalContent } from '../../instruments/progress-journal.ts';
import type { OfferKey, WidgetKey } from '../../ui/text/keys.ts';
import { common } from '../../ui/text/locales/en/common.ts';
import { journal } from '../../ui/text/locales/en/journal.ts';
import { offer } from '../../ui/text/locales/en/offer.ts';
import type { Messages } from '../../ui/text/messages.ts';

const { whoSees, whoSeesWhen, savedPlain, print, noPrint, eraseYes, stay, hide, show } = common;

/** The common messages that the journal has. Each is named, so that a CDN file leaves the others out. */
const shared = { whoSees, whoSeesWhen, savedPlain, print, noPrint, eraseYes, stay, hide, show };

/** The messages of the journal in English. Three of them, on where it is kept, are the content of its instrument. */
export const journalMessages = { ...shared, ...offer, journal: { ...journal, ...journalContent.words } };

/** The keys of the messages of the journal. A host can replace each of them. */
export type JournalKey = keyof typeof shared | OfferKey | WidgetKey<'journal'> | `journal.${keyof typeof journalContent.words}`;

/** The messages with a placeholder are not named by a state, a problem or an action. */
type Filled = 'whoSees' | 'whoSeesWhen' | 'idle' | 'idleLock';

/** What a state, a problem or an action is called, without the name of the widget. */
export type Word = Exclude<keyof typeof shared | OfferKey | keyof typeof journalMessages.journal, Filled>;

/** The key of the message that has the name of a state, a problem or an action. */
export const keyOf = (word: Word): Exclude<JournalKey, Filled | `journal.${Filled}`> =>
  (Object.hasOwn(journalMessages.journal, word) ? `journal.${word}` : word) as never;

/** The interface words of a journal. */
export type JournalWords = Messages<JournalKey>;

import { fill } from '../../core/plain-data/fill.ts';
import type { CommonWords, Words } from '../text/words.ts';

/** Who will see the record, when, and where it is stored, by the host. */
export interface Disclosure {
  who: string | undefined;
  when: string | undefined;
  kept: string | undefined;
}

/** The disclosure in words for the person; empty if the host gives none. */
export function disclosureText({ who, when, kept }: Disclosure, words: CommonWords): string {
  const sentences = [who && seenBy(words.whoSees, who, when), kept && fill(words.whereKept, { kept })];
  return sentences.filter(Boolean).join(' ');
}

/** The message that the record was saved, and who will see it. */
export const savedText = ({ who, when }: Disclosure, words: Words): string =>
  who ? seenBy(words.saved, who, when) : words.savedPlain;

/** Who will see something, and when. Without `when`, the space before the full stop is too much. */
export const seenBy = (text: string, who: string, when = ''): string => fill(text, { who, when }).replace(' .', '.');

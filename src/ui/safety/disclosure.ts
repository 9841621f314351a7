import { fill } from '../../core/plain-data/fill.ts';
import type { CommonWords, Words } from '../text/words.ts';

/** What the host says of the record: who will see it, when, and where it is kept. */
export interface Disclosure {
  who: string | undefined;
  when: string | undefined;
  kept: string | undefined;
}

/** In words for the person; empty where the host says nothing. */
export function disclosureText({ who, when, kept }: Disclosure, words: CommonWords): string {
  const sentences = [who && seenBy(words.whoSees, who, when), kept && fill(words.whereKept, { kept })];
  return sentences.filter(Boolean).join(' ');
}

/** That the record is kept, and who will see it. */
export const savedText = ({ who, when }: Disclosure, words: Words): string =>
  who ? seenBy(words.saved, who, when) : words.savedPlain;

const seenBy = (text: string, who: string, when = ''): string => fill(text, { who, when }).replace(' .', '.');

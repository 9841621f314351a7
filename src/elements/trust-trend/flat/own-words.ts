// Stands in for ../own-words.ts in the trend's own file, whose forms have no words for the person.
import type { ownWords as full } from '../own-words.ts';

export const ownWords: typeof full = () => undefined;

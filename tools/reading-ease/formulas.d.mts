interface Formula {
  name: string;
  base: number;
  perSentence: number;
  perWord: number;
  bands: readonly (readonly [from: number, name: string])[];
  source: string;
}
interface Counts {
  sentences: number;
  words: number;
  syllables?: number | undefined;
}
export const FORMULAS: Readonly<Record<string, Formula>>;
export function sentencesOf(text: string): string[];
export function wordsOf(sentence: string): string[];
export function countsOf(sentences: readonly string[], lang: string): Counts;
export function readingEase(counts: Counts, lang: string): number | undefined;
export function bandOf(value: number, lang: string): string;

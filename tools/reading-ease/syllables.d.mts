export function syllablesOf(word: string, lang: string): number;

import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

const src = new URL('../../src/', import.meta.url);
/** The texts that the host provides. */
const given: Record<string, string> = { who: 'your therapist', when: 'before you meet', kept: 'at the clinic' };

const sentencesOf = (words: object): string[] =>
  Object.values(words)
    .filter((text): text is string => typeof text === 'string')
    .flatMap((text) => text.replace(/\{(\w+)\}/g, (_, name: string) => given[name] ?? 'three').split(/(?<=[.?!])\s+/))
    .filter((text) => /[.?!]$/.test(text));

const wordsIn = (text: string): string[] => text.match(/[\w'’-]+/g) ?? [];

/** The Flesch-Kincaid grade. */
const gradeOf = (sentences: readonly string[]): number => {
  const words = sentences.flatMap(wordsIn);
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: words.reduce((sum, word) => sum + syllable(word), 0) });
};

for (const file of globSync('**/*words.ts', { cwd: src }).sort()) {
  for (const [name, words] of Object.entries((await import(new URL(file, src).href)) as Record<string, object>)) {
    const sentences = typeof words === 'object' ? sentencesOf(words) : [];
    if (sentences.length < 2) continue;
    test(`${name} needs at most six years of school, and no sentence needs more than eight`, () => {
      assert.ok(gradeOf(sentences) <= 6, String(gradeOf(sentences)));
      // In a very short text, a single long word changes the grade too much.
      for (const sentence of sentences.filter((one) => wordsIn(one).length > 5)) assert.ok(gradeOf([sentence]) <= 8, sentence);
    });
  }
}

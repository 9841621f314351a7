import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

const messages = new URL('../../src/ui/text/locales/en/', import.meta.url);
/** The texts that the host provides. */
const given: Record<string, string> = { who: 'your therapist', when: 'before you meet', kept: 'at the clinic' };

/** The messages of a table, with all their plural forms. */
const textsOf = (words: object): string[] => Object.values(words).flatMap((text: string | object) => (typeof text === 'string' ? text : textsOf(text)));

const sentencesOf = (words: object): string[] =>
  textsOf(words)
    .flatMap((text) => text.replace(/\{(\w+)\}/g, (_, name: string) => given[name] ?? 'three').split(/(?<=[.?!])\s+/))
    .filter((text) => /[.?!]$/.test(text));

const wordsIn = (text: string): string[] => text.match(/[\w'’-]+/g) ?? [];

/** The Flesch-Kincaid grade. */
const gradeOf = (sentences: readonly string[]): number => {
  const words = sentences.flatMap(wordsIn);
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: words.reduce((sum, word) => sum + syllable(word), 0) });
};

let measured = 0;
for (const file of globSync('*.ts', { cwd: messages }).filter((name) => name !== 'index.ts').sort()) {
  for (const [name, words] of Object.entries((await import(new URL(file, messages).href)) as Record<string, object>)) {
    const sentences = sentencesOf(words);
    if (sentences.length < 2) continue;
    measured++;
    test(`"${name}" needs at most six years of school, and no sentence needs more than eight`, () => {
      assert.ok(gradeOf(sentences) <= 6, String(gradeOf(sentences)));
      // In a very short text, a single long word changes the grade too much.
      for (const sentence of sentences.filter((one) => wordsIn(one).length > 5)) assert.ok(gradeOf([sentence]) <= 8, sentence);
    });
  }
}

test('most tables of messages are measured', () => assert.ok(measured >= 10, String(measured)));

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { bandOf, countsOf, FORMULAS, readingEase, sentencesOf, wordsOf } from '../../tools/reading-ease/formulas.mjs';
import { syllablesOf } from '../../tools/reading-ease/syllables.mjs';
import { LANGUAGES, textsOf } from '../../tools/reading-ease/texts.mjs';

/** Words and their syllables, counted by hand. */
const COUNTED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  de: { die: 1, Ihre: 2, Häuser: 2, quälen: 2, Person: 2, Sitzung: 2, Beispiel: 2, Therapie: 3, behandelt: 3, beenden: 3, geeignet: 3, beurteilen: 4, Situation: 5, Therapeutinnen: 5 },
  es: { y: 1, que: 1, bien: 1, muy: 1, día: 2, país: 2, guía: 2, oír: 2, sesión: 2, cuidar: 2, haya: 2, ahora: 3, terapia: 3, confianza: 3, siguiente: 3, vergüenza: 3 },
  fr: { une: 1, oui: 1, les: 1, page: 1, 'j’ai': 1, peuvent: 1, quelque: 1, souvent: 2, moment: 2, séance: 2, réponse: 2, phrases: 1, confiance: 2, thérapeute: 3, théorie: 3, envoyées: 3, 'aujourd’hui': 3, réaliser: 4 },
  pt: { eu: 1, não: 1, mãe: 1, viu: 1, quem: 1, dia: 2, você: 2, sair: 2, ruim: 2, água: 2, sessões: 2, saúde: 3, ainda: 3, ideia: 3, história: 3, próxima: 3, terapia: 4, confiança: 4, terapeuta: 4 },
  tr: { güven: 2, saat: 2, kâğıt: 2, İYİ: 2, seans: 2, terapistim: 4, söyleyebiliyorum: 7 },
  en: { trust: 1, honest: 2, therapist: 3 },
};

describe('syllables', () => {
  for (const [lang, words] of Object.entries(COUNTED)) {
    it(`of words in "${lang}" are those that a person counts`, () => {
      for (const [word, count] of Object.entries(words)) assert.equal(syllablesOf(word, lang), count, word);
    });
  }

  it('of a word with a hyphen are those of its parts, and a number has one', () => {
    assert.equal(syllablesOf('Eingangs-Sitzung', 'de'), 4);
    assert.equal(syllablesOf('12', 'de'), 1);
  });
});

describe('sentences and words', () => {
  it('a title or a button is no sentence', () => {
    assert.deepEqual(sentencesOf('Nach der heutigen Sitzung'), []);
    assert.deepEqual(sentencesOf('Senden'), []);
  });

  it('a sentence ends with a sign of its language, also before a quotation mark', () => {
    assert.deepEqual(sentencesOf('ما مدى ثقتك الآن؟ لا أعرف.'), ['ما مدى ثقتك الآن؟', 'لا أعرف.']);
    assert.deepEqual(sentencesOf('Er sagte: „Ja.“ Dann ging er.'), ['Er sagte: „Ja.“', 'Dann ging er.']);
  });

  it('a placeholder is one word of one syllable', () => {
    assert.deepEqual(countsOf(sentencesOf('Noch {count} Fragen.'), 'de'), { sentences: 1, words: 3, syllables: 4 });
  });

  it('words are letters, with an apostrophe or a hyphen inside', () => {
    assert.deepEqual(wordsOf('J’ai dit « peut-être » : oui !'), ['J’ai', 'dit', 'peut-être', 'oui']);
  });
});

/** Values that were computed by hand: words and syllables are in the comments. */
const BY_HAND: readonly [lang: string, text: string, value: number][] = [
  ['en', 'I trust you. You are honest with me.', 206.835 - 1.015 * (8 / 2) - 84.6 * (9 / 8)], // 3 + 5 words, 3 + 6 syllables
  ['de', 'Ich kann das sagen.', 180 - 4 - 58.5 * (5 / 4)], // 4 words, 5 syllables
  ['es', 'Tengo confianza.', 206.835 - 2 - 62.3 * (5 / 2)], // 2 words, 2 + 3 syllables
  ['fr', 'Je dis oui. Je reste.', 207 - 1.015 * (5 / 2) - 73.6 * (5 / 5)], // 3 + 2 words, one syllable each
  ['pt', 'Não sei dizer.', 248.835 - 1.015 * 3 - 84.6 * (4 / 3)], // 3 words, 1 + 1 + 2 syllables
  ['tr', 'Terapistim beni dinledi.', 198.825 - 2.61 * 3 - 40.175 * (9 / 3)], // 3 words, 4 + 2 + 3 syllables
];

describe('reading ease', () => {
  for (const [lang, text, value] of BY_HAND) {
    it(`of "${text}" is ${value.toFixed(1)} by ${FORMULAS[lang]?.name}`, () => {
      assert.ok(Math.abs(readingEase(countsOf(sentencesOf(text), lang), lang)! - value) < 1e-9);
    });
  }

  it('is not given without a formula of the language, or without words', () => {
    for (const lang of ['ar', 'he']) assert.equal(readingEase(countsOf(['שלום.'], lang), lang), undefined);
    assert.equal(readingEase(countsOf([], 'de'), 'de'), undefined);
  });

  it('has the bands of its source', () => {
    assert.deepEqual([80, 79.9, 65, 55, 40, 39].map((value) => bandOf(value, 'es')), ['very easy', 'fairly easy', 'fairly easy', 'normal', 'somewhat difficult', 'very difficult']);
    assert.deepEqual([75, 50, 25, 0].map((value) => bandOf(value, 'pt')), ['very easy', 'easy', 'difficult', 'very difficult']);
  });

  it('docs/translations has a page and its source for every language', () => {
    const formulas = readFileSync(new URL('../../docs/translations/reading-ease.md', import.meta.url), 'utf8');
    for (const { base, perWord } of Object.values(FORMULAS)) {
      assert.ok(formulas.includes(String(base)) && formulas.includes(String(perWord)), String(base));
    }
    for (const lang of LANGUAGES.filter((one) => one !== 'en')) {
      assert.match(readFileSync(new URL(`../../docs/translations/${lang}.md`, import.meta.url), 'utf8'), /<!-- reading-ease -->\n\| texts \|/);
    }
  });

  it('every language has the texts of every instrument and of the interface', async () => {
    const names = async (lang: string): Promise<string[]> => (await textsOf(lang)).map(([name]) => name);
    const english = await names('en');
    assert.ok(english.length > 14);
    for (const lang of LANGUAGES) {
      assert.deepEqual(await names(lang), english, lang);
      for (const [name, texts] of await textsOf(lang)) assert.ok(texts.length && texts.every((text) => typeof text === 'string'), `${lang} ${name}`);
    }
  });
});

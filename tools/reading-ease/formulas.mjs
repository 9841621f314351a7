// Formulas of reading ease. All of them are a line in words per sentence and syllables per word, and a higher value is easier.
import { syllablesOf } from './syllables.mjs';

const FLESCH_BANDS = [[90, 'very easy'], [80, 'easy'], [70, 'fairly easy'], [60, 'standard'], [50, 'fairly difficult'], [30, 'difficult'], [-Infinity, 'very difficult']];

/** By language. `base - perSentence * (words / sentences) - perWord * (syllables / words)`. The bands are those of the source. */
export const FORMULAS = {
  en: {
    name: 'Flesch', base: 206.835, perSentence: 1.015, perWord: 84.6, bands: FLESCH_BANDS,
    source: 'Flesch, R. (1948). A new readability yardstick. Journal of Applied Psychology, 32(3), 221-233',
  },
  de: {
    name: 'Amstad', base: 180, perSentence: 1, perWord: 58.5, bands: FLESCH_BANDS,
    source: 'Amstad, T. (1978). Wie verständlich sind unsere Zeitungen? Dissertation, University of Zurich',
  },
  es: {
    name: 'Szigriszt-Pazos', base: 206.835, perSentence: 1, perWord: 62.3,
    bands: [[80, 'very easy'], [65, 'fairly easy'], [55, 'normal'], [40, 'somewhat difficult'], [-Infinity, 'very difficult']],
    source: 'Szigriszt Pazos, F. (1993). Sistemas predictivos de legibilidad del mensaje escrito: fórmula de perspicuidad. Dissertation, Complutense University of Madrid. Bands: INFLESZ, Barrio-Cantalejo, I. M., et al. (2008). Validación de la Escala INFLESZ para evaluar la legibilidad de los textos dirigidos a pacientes. Anales del Sistema Sanitario de Navarra, 31(2), 135-152',
  },
  fr: {
    name: 'Kandel and Moles', base: 207, perSentence: 1.015, perWord: 73.6, bands: FLESCH_BANDS,
    source: "Kandel, L., and Moles, A. (1958). Application de l'indice de Flesch à la langue française. Cahiers d'études de radio-télévision, 19, 253-274",
  },
  pt: {
    name: 'Flesch for Portuguese', base: 248.835, perSentence: 1.015, perWord: 84.6,
    bands: [[75, 'very easy'], [50, 'easy'], [25, 'difficult'], [-Infinity, 'very difficult']],
    source: 'Martins, T. B. F., Ghiraldelo, C. M., Nunes, M. G. V., and Oliveira Jr., O. N. (1996). Readability formulas applied to textbooks in Brazilian Portuguese. Notas do ICMSC, 28, University of São Paulo',
  },
  tr: {
    name: 'Ateşman', base: 198.825, perSentence: 2.61, perWord: 40.175,
    bands: [[90, 'very easy'], [70, 'easy'], [50, 'medium'], [30, 'difficult'], [-Infinity, 'very difficult']],
    source: 'Ateşman, E. (1997). Türkçede okunabilirliğin ölçülmesi. Dil Dergisi, 58, 71-74. Ankara University, TÖMER',
  },
};

/** The sentences of a text. A title or a button without a full stop is none. */
export const sentencesOf = text =>
  text
    .replace(/\{[\w-]+\}/g, '3')
    .split(/(?<=[.?!؟…][»”“"’)]*)\s+/)
    .map(sentence => sentence.trim())
    .filter(sentence => /[.?!؟…][»”“"’)]*$/.test(sentence));

export const wordsOf = sentence => sentence.match(/[\p{L}\p{M}\p{N}]+(?:[-–'’.][\p{L}\p{M}\p{N}]+)*/gu) ?? [];

/** How many sentences, words and, where there is a rule for it, syllables there are. */
export function countsOf(sentences, lang) {
  const words = sentences.flatMap(wordsOf);
  const syllables = FORMULAS[lang] ? words.reduce((sum, word) => sum + syllablesOf(word, lang), 0) : undefined;
  return { sentences: sentences.length, words: words.length, syllables };
}

/** The reading ease of counts; undefined for a language without a formula, and if there are no words. */
export function readingEase({ sentences, words, syllables }, lang) {
  const formula = FORMULAS[lang];
  if (!formula || !words) return undefined;
  return formula.base - formula.perSentence * (words / sentences) - formula.perWord * (syllables / words);
}

/** The band of a value, as its source names it. */
export const bandOf = (value, lang) => FORMULAS[lang].bands.find(([from]) => value >= from)[1];

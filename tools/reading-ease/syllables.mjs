// The syllables of a word in lower case, as it is spoken, found by rules of spelling. docs/translations/reading-ease.md says
// where they can be wrong.
import { syllable } from 'syllable';

const count = (word, pattern) => word.match(pattern)?.length ?? 0;

/** German: vowels, where those of a diphthong or a long vowel are one. */
function german(word) {
  const text = word
    .replace(/^(be|ge)(?=end|urt|eig|ehr|einfl)/, '$1-')
    .replace(/qu/g, 'q');
  return count(text, /aa|ee|oo|ie|ai|ei|au|eu|äu|[aeiouyäöü]/g);
}

/** Spanish: an `i` or `u` without an accent belongs to the strong vowel beside it. */
function spanish(word) {
  const text = word.replace(/qu/g, 'q').replace(/gu(?=[eiéí])/g, 'g').replace(/y$/, 'i');
  return count(text, /[iuü]*[aeoáéóíú][iuü]*|[iuü]+/g);
}

/** Portuguese: a vowel and the `i` or `u` after it are one syllable, those before it are two; `-ia` after an accent is one. */
function portuguese(word) {
  const accented = /[áâéêíóôú]/.test(word);
  const text = word
    .replace(/qu(?=[eiéêí])|gu(?=[eiéêí])/g, 'q')
    .replace(/([qg])u(?=[aoáâãóôõ])/g, '$1')
    .replace(/[iu](?=[aeo]s?$)/, (vowel) => (accented ? '' : vowel));
  return count(text, /ãe|ão|õe|[aeoáâéêóô](?:[iu](?!nh|[rlzmn](?:$|[^aeiouáâãéêíóôõú])))?|[ãõàíú]|u(?:i(?!nh|[rlzmn](?:$|[^aeiou])))?|iu|i/g);
}

/** Words of French that end in a spoken `-ent`; beside them, only those in `-ment` do. */
const SPOKEN_ENT = /^(souvent|vent|dent|cent|argent|client|patient|absent|présent|parent|content|talent|accent|évident|différent|urgent|accident|fréquent|récent|équivalent)s?$/;

/** French: groups of vowels; an `e` at the end is silent, also before `s`, and before `nt` in verbs. */
function french(word) {
  const parts = word.replace(/^(?:[cdjlmnst]|(?:jus|lors|puis)?qu)['’]/, '');
  const text = parts
    .replace(/(?<=[aeou])y(?=[aeiouéèê])/g, 'i-')
    .replace(/qu/g, 'q')
    .replace(/gu(?=[eiéèê])/g, 'g')
    .replace(/ent$/, (end) => (/ment$/.test(parts) || SPOKEN_ENT.test(parts) ? end : ''))
    .replace(/es?$/, '');
  return count(text, /[aeiouyâàêèëîïôöûùüœæ]*é|[aeiouyâàêèîôöûùüœæ]+|[ëï]/g);
}

/** Turkish: each vowel is a syllable. */
const turkish = (word) => count(word, /[aeıioöuüâîû]/g);

const COUNTS = { en: syllable, de: german, es: spanish, fr: french, pt: portuguese, tr: turkish };

/** The number of syllables of a word; of a number or a sign it is 1. */
export const syllablesOf = (word, lang) =>
  word
    .toLocaleLowerCase(lang)
    .split(/[-–]/)
    .filter(Boolean)
    .reduce((sum, part) => sum + Math.max(1, COUNTS[lang](part)), 0);

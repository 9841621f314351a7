// How easy the texts are to read, by a formula of each language:
//   npm run reading-ease                 every language: each instrument, and the hardest sentences
//   npm run reading-ease -- de tr        some languages
//   npm run reading-ease -- --write      also the tables in docs/translations/<language>.md
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { FORMULAS, bandOf, countsOf, readingEase, sentencesOf, wordsOf } from './reading-ease/formulas.mjs';
import { LANGUAGES, textsOf } from './reading-ease/texts.mjs';

const HARDEST = 5;
/** In a shorter sentence a single long word changes the value too much. */
const LEAST_WORDS = 6;

const args = process.argv.slice(2);
const wanted = args.filter(arg => !arg.startsWith('--'));
const unknown = wanted.filter(lang => !LANGUAGES.includes(lang));
if (unknown.length) throw new Error(`unknown language ${unknown.join(', ')}; there are ${LANGUAGES.join(', ')}`);

const one = value => value.toFixed(1);

/** What is measured of one group of texts. */
const measure = ([name, texts], lang) => {
  const sentences = [...new Set(texts.flatMap(sentencesOf))];
  const counts = countsOf(sentences, lang);
  return { name, sentences, perSentence: counts.words / counts.sentences, ease: readingEase(counts, lang) };
};

/** The sentences that are the hardest by the formula, else the longest. */
const hardestOf = (groups, lang) =>
  groups
    .flatMap(({ name, sentences }) => sentences.map(sentence => ({ name, sentence, words: wordsOf(sentence).length })))
    .filter(({ words }) => words >= LEAST_WORDS)
    .map(found => ({ ...found, ease: readingEase(countsOf([found.sentence], lang), lang) }))
    .sort((a, b) => (a.ease ?? -a.words) - (b.ease ?? -b.words))
    .slice(0, HARDEST);

const tableOf = (groups, hardest, lang) => {
  const formula = FORMULAS[lang];
  const head = formula ? `| texts | sentences | words in each | ${formula.name} | |\n|---|--:|--:|--:|---|` : '| texts | sentences | words in each |\n|---|--:|--:|';
  const rows = groups.map(({ name, sentences, perSentence, ease }) => {
    const start = `| ${name} | ${sentences.length} | ${one(perSentence)} |`;
    return formula ? `${start} ${one(ease)} | ${bandOf(ease, lang)} |` : start;
  });
  const list = hardest.map(({ name, sentence, words, ease }) => `- ${ease === undefined ? `${words} words` : one(ease)}, ${name}: ${sentence}`);
  return `${head}\n${rows.join('\n')}\n\nThe ${formula ? 'hardest' : 'longest'} sentences:\n\n${list.join('\n')}`;
};

/** Writes the table between the marks of the language's document. */
const write = (lang, table) => {
  const path = new URL(`../docs/translations/${lang}.md`, import.meta.url);
  if (!existsSync(path)) return;
  const text = readFileSync(path, 'utf8');
  const [mark, end] = ['<!-- reading-ease -->', '<!-- /reading-ease -->'];
  if (!text.includes(mark)) throw new Error(`${path.pathname} has no ${mark}`);
  writeFileSync(path, `${text.slice(0, text.indexOf(mark) + mark.length)}\n${table}\n${text.slice(text.indexOf(end))}`);
};

for (const lang of wanted.length ? wanted : LANGUAGES) {
  const groups = (await textsOf(lang)).map(group => measure(group, lang)).filter(({ sentences }) => sentences.length);
  const all = measure(['all', groups.flatMap(({ sentences }) => sentences)], lang);
  const table = tableOf([...groups, all], hardestOf(groups, lang), lang);
  console.log(`\n${lang}: ${FORMULAS[lang]?.source ?? 'no formula'}\n\n${table}`);
  if (args.includes('--write')) write(lang, table);
}

// Writes the file of a translation to fill in, or says what a file still lacks:
//   npm run translation -- trust-12 fr [--accept-source] [--into=folder]
// It exits with 0 if the file was written or is complete, with 1 if something is missing or wrong, with 2 if the call is wrong.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isTranslatedText } from '../src/core/instrument/translation.ts';
import { readTranslation } from '../src/core/instrument/read-translation.ts';
import { sourceTexts, wordingHash } from '../src/core/instrument/wording.ts';
import { placeholdersIn } from '../src/core/plain-data/fill.ts';
import { isLocale } from '../src/core/plain-data/locale.ts';
import { listInstruments } from '../src/instruments/index.ts';
import { directionOf } from '../src/ui/text/direction.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const json = data => `${JSON.stringify(data, null, 2)}\n`;

/** The same structure with other texts. */
const mapTexts = (texts, map) =>
  typeof texts === 'string'
    ? map(texts)
    : Object.fromEntries(Object.entries(texts).map(([name, part]) => [name, name === 'by' && isTranslatedText(texts) ? part : mapTexts(part, map)]));

/** A file with every text empty. */
function emptyFile(definition, language) {
  const source = sourceTexts(definition);
  return {
    schema: 1,
    instrument: definition.id,
    version: definition.version,
    language,
    ...(directionOf(language) === 'rtl' && { direction: 'rtl' }),
    revision: 1,
    standing: 'draft',
    method: '',
    people: [],
    evidence: [],
    sourceHash: wordingHash(definition),
    texts: mapTexts(source, () => ''),
    source,
  };
}

/** Every single text by its place. `{text: '...'}` and the text alone are the same place. */
function textsByPlace(texts, path = '', found = new Map()) {
  if (typeof texts === 'string') found.set(path.replace(/\.text$/, ''), texts);
  else if (isTranslatedText(texts)) {
    for (const [value, text] of Object.entries(texts.is)) found.set(`${path.replace(/\.text$/, '')} [${texts.by}: ${value}]`, String(text));
  } else {
    for (const [name, part] of Object.entries(Object(texts))) textsByPlace(part, path ? `${path}.${name}` : name, found);
  }
  return found;
}

const placeOf = place => place.replace(/ \[.*\]$/, '');
const namesIn = text => placeholdersIn(text).join(' ');

/** The texts of a translation at one place of the source. It can have more than one, by an option. */
const atPlace = (translated, place) =>
  translated.has(place) ? [[place, translated.get(place)]]
  : place === placeOf(place) ? [...translated].filter(([other]) => placeOf(other) === place)
  : [];

/** What a file lacks, in comparison with the definition. */
function compare(definition, file) {
  const source = textsByPlace(sourceTexts(definition));
  const before = file.source ? textsByPlace(file.source) : undefined;
  const translated = textsByPlace(file.texts);
  const missing = [];
  const placeholders = [];
  const changed = [];
  const known = new Set();
  for (const [place, text] of source) {
    const found = atPlace(translated, place);
    if (!found.length) missing.push(place);
    for (const [at, words] of found) {
      known.add(at);
      if (!words.trim()) missing.push(at);
      else if (namesIn(words) !== namesIn(text)) placeholders.push(`${at}: ${namesIn(text) || 'none'} in the source, ${namesIn(words) || 'none'} here`);
    }
    if (before && before.get(place) !== text) changed.push(`${place}: ${before.has(place) ? `"${before.get(place)}" is now ` : 'new: '}"${text}"`);
  }
  const unknown = [...translated.keys()].filter(place => !known.has(place));
  return { total: source.size, missing, placeholders, unknown, changed };
}

const say = (title, lines) => {
  if (lines.length) console.log(`${title} (${lines.length}):\n${lines.map(line => `  ${line}`).join('\n')}`);
};

/** Returns whether the file is complete and up to date. */
function check(definition, file) {
  const { total, missing, placeholders, unknown, changed } = compare(definition, file);
  const hash = wordingHash(definition);
  const isSame = file.sourceHash === hash && file.version === definition.version;
  say('missing', missing);
  say('placeholders that differ', placeholders);
  say('not in the source', unknown);
  if (!isSame) {
    say('changed in the source', changed);
    console.log(`The source has changed: ${file.version} ${file.sourceHash ?? '(no hash)'} is now ${definition.version} ${hash}.`);
    console.log('The translation counts as a draft. When it fits again, run this with --accept-source.');
  }
  const read = readTranslation(definition, file);
  const isListed = missing.length || placeholders.length || unknown.length || !file.sourceHash;
  if (!read.ok && !isListed) say('wrong', read.problems.map(({ path, message }) => `${path}: ${message}`));
  console.log(`${file.language}, revision ${file.revision}, ${file.standing}: ${total} texts, ${missing.length} missing, ${placeholders.length} with other placeholders, ${unknown.length} unknown, ${isSame ? 0 : changed.length} changed in the source`);
  return read.ok && isSame;
}

function run(args) {
  const flags = args.filter(arg => arg.startsWith('--'));
  const [id, language] = args.filter(arg => !arg.startsWith('--'));
  const folder = flags.find(flag => flag.startsWith('--into='))?.slice('--into='.length) ?? join(root, 'src/instruments/translations');
  const definition = listInstruments().find(one => one.id === id);
  if (!definition || !language || !isLocale(language) || language === definition.language || flags.some(flag => flag !== '--accept-source' && !flag.startsWith('--into='))) {
    console.error(`usage: npm run translation -- <instrument> <language> [--accept-source] [--into=folder]\ninstruments: ${listInstruments().map(one => one.id).join(', ')}`);
    return 2;
  }
  const path = join(folder, language, `${id}.json`);
  const name = path.startsWith(root) ? relative(root, path) : path;
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, json(emptyFile(definition, language)));
    console.log(`written: ${name}\nFill in "texts"; "source" has the texts to translate. docs/translating.md says how.`);
    return 0;
  }
  console.log(name);
  let file;
  try {
    file = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    console.error(`This is not JSON: ${error.message}`);
    return 1;
  }
  if (flags.includes('--accept-source')) {
    const { texts, source: _, backTranslation, ...head } = file;
    file = {
      ...head,
      version: definition.version,
      sourceHash: wordingHash(definition),
      texts,
      source: sourceTexts(definition),
      ...(backTranslation && { backTranslation }),
    };
    writeFileSync(path, json(file));
    console.log('The source of today is accepted.');
  }
  return check(definition, file) ? 0 : 1;
}

process.exitCode = run(process.argv.slice(2));

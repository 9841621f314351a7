// dist/split: a file for each element over chunks that they share, and auto.js, which loads what a page uses.
import { createHash } from 'node:crypto';
import { build } from 'vite';
import { auto, split } from '../vite.config.ts';

/** A chunk that so many elements share is loaded by all of them. */
const NEARLY_ALL = 15;
/** A module that so many questionnaires need belongs to what makes a questionnaire. */
const MOST = 8;

const CHARTS = ['perspective-gap', 'trust-trend'];

const CHUNKS = ['widget', 'instrument', 'structure', 'safety', 'questionnaire', 'parts'];

/**
 * Which shared chunk a module is in, by the elements that use it; undefined leaves it to the bundler. The chunks follow the
 * elements that stand on a page together, such that an element needs few, and little that it does not use:
 *
 * - `widget`: what every element is
 * - `instrument`: instruments and scores, also for the clinician's charts
 * - `structure`: groups, repetitions and conditions, as data
 * - `safety`: what questionnaires share with the journal
 * - `questionnaire`: the engine
 * - `parts`: how the questions inside others are shown
 */
const chunkFor = (users, { questionnaires, nested }) => {
  const asking = users.filter(name => questionnaires.has(name));
  const other = users.filter(name => !questionnaires.has(name) && name !== 'session');
  const isCharted = CHARTS.some(name => users.includes(name));
  if (users.length < 2) return undefined;
  if (users.length >= NEARLY_ALL || users.includes('why-trust')) return 'widget';
  if (!asking.length) return other.every(name => CHARTS.includes(name)) ? 'instrument' : undefined;
  if (asking.length >= MOST) return isCharted ? 'instrument' : users.includes('journal') ? 'safety' : 'questionnaire';
  if (other.some(name => name.startsWith('milestone'))) return 'widget';
  // Only these two read any definition.
  if (users.includes('perspective-gap') && asking.join() === 'questionnaire') return undefined;
  if (asking.every(name => nested.has(name)) && users.includes('questionnaire')) return isCharted ? 'structure' : 'parts';
  return isCharted ? 'instrument' : 'questionnaire';
};

const hashed = (name, text) => `${name}-${createHash('sha256').update(text).digest('base64url').replace(/[-_]/g, '').slice(0, 8)}.js`;

/** All files that a file imports, directly or not, those without imports first, and the file itself last. */
const neededBy = (name, chunks, found = new Set()) => {
  for (const other of chunks.get(name).imports) neededBy(other, chunks, found);
  return [...found.add(name)];
};

/** The chunks as the bundler makes them, readable. */
const chunksOf = async users => {
  const entries = [...new Set(Object.values(users).flat())].sort();
  const using = end => Object.entries(users).find(([id]) => id.endsWith(end))[1];
  const questionnaires = new Set(using('src/ui/questionnaire/questionnaire-element.ts'));
  const nested = new Set(using('src/core/answering/pages.ts'));
  const chunkOf = id => chunkFor(users[id] ?? [], { questionnaires, nested });
  const { output } = await build(split(entries, CHUNKS, chunkOf));
  return output;
};

/**
 * `users` has the elements that use each module, by its id. `squeeze(code, name)` minifies a file: it must give a name that
 * several files use the same short form in each. Returns the text of each file, and the files that each element needs.
 */
export const splitFiles = async ({ users, squeeze, banner }) => {
  const output = await chunksOf(users);
  const chunks = new Map(output.map(chunk => [chunk.fileName, chunk]));
  const texts = {};
  const names = new Map();
  // The name of a shared chunk has the hash of its text, so what it imports comes before it.
  const write = async fileName => {
    if (names.has(fileName)) return names.get(fileName);
    const { code, imports, isEntry } = chunks.get(fileName);
    let text = await squeeze(code, fileName);
    for (const other of imports) text = text.replaceAll(`"./${other}"`, `"./${await write(other)}"`);
    text = `${banner}\n${text}`;
    const name = isEntry ? fileName : hashed(fileName.replace('.js', ''), text);
    texts[name] = text;
    names.set(fileName, name);
    return name;
  };
  for (const fileName of chunks.keys()) await write(fileName);
  const needed = Object.fromEntries(output.filter(({ isEntry }) => isEntry).map(({ name }) => [name, neededBy(`${name}.js`, chunks).map(file => names.get(file))]));
  const [{ output: [{ code }] }] = await build(auto(needed));
  texts['auto.js'] = `${banner}\n${await squeeze(code, 'auto.js')}`;
  return { texts, needed };
};

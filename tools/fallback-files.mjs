// The forms without script of all instruments, for servers that do not run JavaScript. They have places to fill in.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The places in a form. A server escapes what it puts there for an attribute in quotes. */
export const PLACES = ['{{action}}', '{{name}}', '{{id}}', '{{field}}', '{{value}}', '{{disclosure}}', '{{crisis}}'];

/** Every combination of the options that have a list of values. Options with several values, and free ones, have their default. */
const combinations = ({ options = {} }) =>
  Object.entries(options)
    .filter(([, { values, many }]) => values && !many)
    .reduce((all, [name, { values }]) => all.flatMap(one => values.map(value => ({ ...one, [name]: value }))), [{}]);

const fileName = (id, options, language) => [id, ...Object.entries(options).map(([name, value]) => `${name}-${value}`), language, 'html'].join('.');

/** Imports everything that has messages or wording of a language. The messages warn that nobody has reviewed them: whoever shows a form decides. */
async function importLanguages(folder) {
  const { warn } = console;
  console.warn = () => {};
  try {
    const at = path => import(pathToFileURL(join(folder, path)).href);
    const languages = readdirSync(join(folder, 'locales'), { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name);
    for (const language of languages) {
      for (const path of [`locales/${language}.js`, `locales/${language}/html.js`, `translations/${language}.js`]) await at(path);
    }
    await new Promise(done => setTimeout(done));
    return languages;
  } finally {
    console.warn = warn;
  }
}

/**
 * The files by name, from a build in `folder`: a form for each instrument, combination of options and language, and `index.json`, which
 * says what each file is, and has the words about who will see the answers.
 */
export async function fallbackFiles(folder) {
  const languages = await importLanguages(folder);
  const { listInstruments, getInstrument } = await import(pathToFileURL(join(folder, 'instruments/index.js')).href);
  const { renderFallback } = await import(pathToFileURL(join(folder, 'html/index.js')).href);
  const { wordsIn } = await import(pathToFileURL(join(folder, 'html/words.js')).href);
  const files = {};
  const forms = [];
  for (const definition of listInstruments()) {
    for (const options of combinations(definition)) {
      for (const language of ['en', ...languages]) {
        const got = getInstrument(definition.id, options, { language, translations: 'draft' });
        if (!got.ok || got.instrument.language !== language) continue;
        const { instrument } = got;
        const html = renderFallback(instrument, {
          action: '{{action}}',
          name: '{{name}}',
          id: '{{id}}',
          locale: language,
          fields: { '{{field}}': '{{value}}' },
          who: '-',
          strings: { whoSees: '{{disclosure}}' },
          crisis: '{{crisis}}',
        });
        const file = fileName(definition.id, options, language);
        files[file] = html;
        forms.push({ file, instrument: instrument.id, version: instrument.version, audience: instrument.audience, options, language, standing: instrument.translation?.standing ?? 'source' });
      }
    }
  }
  const textsOf = language => {
    const { text } = wordsIn({ locale: language, around: language });
    return Object.fromEntries(['whoSees', 'whoSeesWhen', 'whereKept', 'whoSeesMissing', 'crisisDefault'].map(key => [key, text(key)]));
  };
  const words = Object.fromEntries(['en', ...languages].map(language => [language, textsOf(language)]));
  files['index.json'] = `${JSON.stringify({ places: PLACES, words, forms }, null, 2)}\n`;
  return files;
}

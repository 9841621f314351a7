// The modules of the translations, made from src/instruments/translations: one for each instrument, and one for each language.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What is for those who work on a translation is left out. */
const shipped = ({ source: _, backTranslation: _notes, ...translation }) => translation;

/** The translations of a repository: `{de: {'trust-12': {...}}}`. */
export function readTranslations(root) {
  const folder = join(root, 'src/instruments/translations');
  const languages = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name);
  const read = (language, file) => [file.replace(/\.json$/, ''), shipped(JSON.parse(readFileSync(join(folder, language, file), 'utf8')))];
  const files = language => readdirSync(join(folder, language)).filter(file => file.endsWith('.json')).sort();
  return Object.fromEntries(languages.sort().map(language => [language, Object.fromEntries(files(language).map(file => read(language, file)))]));
}

/** A module that adds translations. `from` is the path to `add-translations`. */
export const translationModule = (translations, from) =>
  `import { includeTranslations } from ${JSON.stringify(from)};\n\nincludeTranslations(\n${translations.map(one => `  ${JSON.stringify(one)},\n`).join('')});\n`;

import { readFileSync } from 'node:fs';
import { html, type Markup } from './html.ts';
import { type Language, ownLanguage } from './languages.ts';

/** The package's single-file builds, as the pages load them: each with the hash that it must have. */
export interface Widgets {
  /** The folder that the files are in, and the one with the files of each language. */
  folder: string;
  languages: string;
  /** The script element for one file: `trust-questionnaire`, or `attune` for all widgets. */
  script(file: string): Markup;
  /** The script element for the file that moves answers from a form without script into its widget. It comes before the widget's. */
  adopt: Markup;
  /** The link to the style sheet of the forms without script. */
  fallbackStyles: Markup;
  /** The script elements for these files, and before them those with the words and wordings in a language. */
  scripts(files: readonly string[], language: Language): Markup[];
}

/** Reads the hashes for each page, so that a build while the server runs does no harm. */
export function readWidgets(folder: string, languages: string): Widgets {
  const hashOf = (within: string, file: string): string => {
    const hash = readHashes(within)[file];
    if (!hash) throw new Error(`The build has no ${file} in ${within}.`);
    return hash;
  };
  const element = (within: string, name: string, address: string): Markup =>
    html`<script type="module" src="${address}/${name}.js" integrity="${hashOf(within, `${name}.js`)}" crossorigin="anonymous"></script>`;
  const script = (file: string): Markup => element(folder, file, '/attune');
  readHashes(folder);
  return {
    folder,
    languages,
    script,
    adopt: element(`${folder}/fallback`, 'adopt', '/attune/fallback'),
    fallbackStyles: html`<link rel="stylesheet" href="/attune/fallback/fallback.css" integrity="${hashOf(`${folder}/fallback`, 'fallback.css')}">`,
    scripts(files, language) {
      const inLanguage = (kind: string, name: string): Markup => element(`${languages}/${kind}`, name, `/attune-languages/${kind}`);
      const words = files.includes('drafts') ? [language, `${language}-drafts`] : [language];
      const other = language === ownLanguage ? [] : [...words.map((name) => inLanguage('locales', name)), inLanguage('translations', language)];
      return [...other, ...files.map(script)];
    },
  };
}

function readHashes(folder: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(`${folder}/integrity.json`, 'utf8')) as Record<string, string>;
  } catch {
    throw new Error(`There are no widgets in ${folder}. Run "npm run build" first.`);
  }
}

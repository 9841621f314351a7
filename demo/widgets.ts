import { readFileSync } from 'node:fs';
import { html, type Markup } from './html.ts';

/** The package's single-file builds, as the pages load them: each with the hash that it must have. */
export interface Widgets {
  /** The folder that the files are in. */
  folder: string;
  /** The script element for one file: `trust-questionnaire`, or `attune` for all widgets. */
  script(file: string): Markup;
}

/** Reads the hashes for each page, so that a build while the server runs does no harm. */
export function readWidgets(folder: string): Widgets {
  const hashes = (): Record<string, string> => {
    try {
      return JSON.parse(readFileSync(`${folder}/integrity.json`, 'utf8')) as Record<string, string>;
    } catch {
      throw new Error(`There are no widgets in ${folder}. Run "npm run build" first.`);
    }
  };
  hashes();
  return {
    folder,
    script(file) {
      const hash = hashes()[`${file}.js`];
      if (!hash) throw new Error(`The build has no ${file}.js.`);
      return html`<script type="module" src="/attune/${file}.js" integrity="${hash}" crossorigin="anonymous"></script>`;
    },
  };
}

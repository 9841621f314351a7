import { readFile } from 'node:fs/promises';
import { html, type Markup } from './html.ts';

/** The package's single-file builds, as the pages load them: with the hash that each must have. */
export interface Widgets {
  /** The folder that the files are in. */
  folder: string;
  /** The script element for one file: `trust-questionnaire`, or `attune` for all widgets. */
  script(file: string): Markup;
}

export async function readWidgets(folder: string): Promise<Widgets> {
  const hashes = await readFile(`${folder}/integrity.json`, 'utf8').then(
    (text) => JSON.parse(text) as Record<string, string>,
    () => {
      throw new Error(`There are no widgets in ${folder}. Run "npm run build" first.`);
    },
  );
  return {
    folder,
    script(file) {
      const hash = hashes[`${file}.js`];
      if (!hash) throw new Error(`The build has no ${file}.js.`);
      return html`<script type="module" src="/attune/${file}.js" integrity="${hash}" crossorigin="anonymous"></script>`;
    },
  };
}

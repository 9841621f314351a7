// Takes pictures of the stories, for people to look at:
//   npm run pictures                            every story in every look, into pictures/, with an index page
//   npm run pictures -- journal --look=dark,rtl only stories with this in their id, only these looks
//   npm run pictures -- --lang=de,ar            in these languages, into pictures/<look>.<language>. Nothing is played in them
//   npm run pictures -- --accept                the reference pictures of the tests, anew (test/stories/references)
//   npm run pictures -- --sheet                 the README's picture, anew (docs/images/widgets.webp)
// It builds Storybook first, unless --built is given.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { indexPage } from './pictures/index-page.mjs';
import { LOOKS } from './pictures/looks.mjs';
import { accept } from './pictures/references.mjs';
import { makeSheet } from './pictures/sheet.mjs';
import { builtStories, openStudio } from './pictures/studio.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'pictures');
const LANES = 2;
/** In the message of `stories/person.ts` about another language. */
const NOT_PLAYED = 'is written for English words';

const args = process.argv.slice(2);
const languages = args.find(arg => arg.startsWith('--lang='))?.slice(7).split(',') ?? ['en'];
const wanted = args.filter(arg => !arg.startsWith('--'));
const looks = args.find(arg => arg.startsWith('--look='))?.slice(7).split(',') ?? Object.keys(LOOKS);
const unknown = looks.filter(look => !LOOKS[look]);
if (unknown.length) throw new Error(`unknown look ${unknown.join(', ')}; there are ${Object.keys(LOOKS).join(', ')}`);

if (!args.includes('--built')) {
  const { status } = spawnSync(process.execPath, ['tools/storybook.mjs', 'build'], { cwd: root, stdio: 'inherit', env: { ...process.env, QUIET: '1' } });
  if (status) process.exit(status);
}
if (args.includes('--accept')) console.log(await accept());
else if (args.includes('--sheet')) console.log(await makeSheet());
else await takeAll();

async function takeAll() {
  const begin = Date.now();
  const all = builtStories();
  const stories = all.filter(({ id }) => !wanted.length || wanted.some(part => id.includes(part)));
  if (!wanted.length) rmSync(folder, { recursive: true, force: true });
  let [taken, failed] = [0, 0];
  const fail = (id, problem) => {
    failed++;
    console.error(`${id}: ${problem}`);
  };
  const studio = await openStudio();
  // The stories of one file are shown one after another in one page, once in each language and direction of text.
  const files = Object.values(Object.groupBy(stories, ({ importPath }) => importPath));
  const queue = languages.flatMap(lang =>
    ['auto', 'rtl'].flatMap(dir => {
      const some = looks.filter(look => (LOOKS[look].dir ?? 'auto') === dir);
      return some.length ? files.map(list => ({ lang, dir, list, some })) : [];
    }),
  );
  queue.sort((a, b) => b.list.length * b.some.length - a.list.length * a.some.length);

  const takeStory = async (stand, story, { lang, dir, some }) => {
    for (const problem of await stand.show(story, { lang, dir })) {
      if (lang === 'en' || !problem.includes(NOT_PLAYED)) fail(`${lang} ${story.id}`, problem);
    }
    for (const look of some) {
      for (const problem of await stand.dress(LOOKS[look])) fail(`${look} ${story.id}`, problem);
      const path = join(folder, lang === 'en' ? look : `${look}.${lang}`, `${story.id}.png`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, await stand.picture());
      taken++;
    }
  };
  const lane = async () => {
    for (let task = queue.shift(); task; task = queue.shift()) {
      let stand = await studio.stand();
      for (const story of task.list) {
        await takeStory(stand, story, task).catch(async error => {
          fail(`${task.lang} ${story.id}`, error.message);
          await stand.close();
          stand = await studio.stand();
        });
      }
      await stand.close();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await studio.close();
  writeFileSync(join(folder, 'index.html'), indexPage(folder, all));
  console.log(`pictures/index.html: ${taken} new pictures of ${stories.length} stories, ${failed} failed, ${Math.round((Date.now() - begin) / 1000)} s`);
  process.exitCode = failed || !taken ? 1 : 0;
}

// The fixed set of pictures that the tests compare with test/stories/references.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { LOOKS } from './looks.mjs';
import { builtStories, openStudio } from './studio.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const references = join(root, 'test/stories/references');
/** Where a test that fails leaves the reference, the picture of now, and their difference, side by side. */
export const differences = join(root, 'pictures/differences');

/** Only the upper part is compared, in pixels, unless the set says how much of it. */
const HEIGHT = 800;
/** How different the colour of a pixel may be, from 0 to 1. */
const THRESHOLD = 0.1;
/** So many pixels may differ, because browsers of different versions round curves differently. A radio's dot has more. */
export const MOST_PIXELS = 40;

/** The options with which text on flat colours becomes the smallest file. */
const SMALL = { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 };

/** Stories and looks in which a mistake would be seen by many people. */
export const SET = [
  ['elements-trust-questionnaire--half-done', 'wide'],
  ['elements-trust-questionnaire--half-done', 'phone'],
  ['elements-trust-questionnaire--half-done', 'large-text', 1800],
  ['elements-trust-questionnaire--all-errors', 'dark-phone'],
  ['elements-trust-questionnaire--read-only', 'dark'],
  ['elements-any-instrument--every-kind-of-item', 'forced-colors'],
  ['elements-any-instrument--right-to-left', 'rtl-phone'],
  ['elements-boundary-card--half-done', 'narrow', 1200],
  ['elements-session--review', 'phone'],
  ['elements-trust-over-time--everything', 'print'],
  ['elements-perspective-gap--three-views', 'dark'],
  ['elements-journal--with-a-prompt', 'dark-phone'],
  ['elements-milestones--board', 'rtl'],
].map(([id, look, height = HEIGHT]) => ({ id, look, height, name: `${id.replace('elements-', '')}.${look}` }));

const fileOf = name => join(references, `${name}.png`);

/** A picture on a canvas of at least this size; what is beyond its own edge is transparent. */
const onCanvas = (picture, width, height) => {
  const canvas = new PNG({ width, height });
  PNG.bitblt(picture, canvas, 0, 0, picture.width, picture.height, 0, 0);
  return canvas;
};

/** How many pixels of two pictures differ, and a picture that shows which. */
export const compare = (before, now) => {
  const width = Math.max(before.width, now.width);
  const height = Math.max(before.height, now.height);
  const [a, b] = [before, now].map(picture => onCanvas(picture, width, height));
  const difference = new PNG({ width, height });
  const pixels = pixelmatch(a.data, b.data, difference.data, width, height, { threshold: THRESHOLD });
  const sheet = new PNG({ width: 3 * width, height });
  [a, b, difference].forEach((picture, i) => PNG.bitblt(picture, sheet, 0, 0, width, height, i * width, 0));
  return { pixels, sheet: PNG.sync.write(sheet) };
};

/** Opens a studio. `now(reference)` takes the picture of one reference. */
export const openReferences = async () => {
  const studio = await openStudio();
  const stand = await studio.stand();
  const stories = builtStories();
  let shown;
  return {
    stand,
    async now({ id, look, height = HEIGHT }) {
      const { dir = 'ltr' } = LOOKS[look];
      if (shown !== id + dir) {
        const problems = await stand.show(stories.find(story => story.id === id) ?? { id }, { dir });
        if (problems.length) throw new Error(`${id}: ${problems.join('\n')}`);
        shown = id + dir;
      }
      await stand.dress(LOOKS[look]);
      return PNG.sync.read(await stand.picture({ height }));
    },
    close: () => studio.close(),
  };
};

export const readReference = ({ name }) => PNG.sync.read(readFileSync(fileOf(name)));

/** Takes all references anew. Returns what it did, for the console. */
export const accept = async () => {
  const studio = await openReferences();
  rmSync(references, { recursive: true, force: true });
  mkdirSync(references, { recursive: true });
  let bytes = 0;
  for (const reference of SET) {
    const data = PNG.sync.write(await studio.now(reference), SMALL);
    writeFileSync(fileOf(reference.name), data);
    bytes += data.length;
  }
  await studio.close();
  return `test/stories/references: ${SET.length} pictures, ${Math.round(bytes / 1024)} KiB`;
};

/** The names of the references on disk. */
export const namesOnDisk = () => readdirSync(references).map(file => file.replace(/\.png$/, ''));

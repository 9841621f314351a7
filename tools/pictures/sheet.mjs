// The README's picture: twelve views of widgets on one sheet.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtStories, openStudio } from './studio.mjs';

const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url));

const WIDTH = 1600;
const COLUMNS = 4;
const GAP = 20;
const HEIGHT = 440;
const COLUMN = (WIDTH - (COLUMNS + 1) * GAP) / COLUMNS;
const QUALITY = 72;
/** Above the beginning of a view. */
const MARGIN = 12;

const phone = (id, more = {}) => ({ id, columns: 1, ...more });
const wide = (id, more = {}) => ({ id, columns: 2, ...more });

/** Row by row. A view begins at the title of its widget, or at `from`, a selector in the widget. */
const PIECES = [
  wide('elements-trust-questionnaire--half-done', { from: '[part~=progress]' }),
  phone('elements-trust-questionnaire--half-done', { from: '[part~=progress]', scheme: 'dark' }),
  phone('elements-boundary-card--half-done', { from: '[data-key]' }),

  phone('elements-check-in--the-goal-of-last-time', { from: '[data-key]' }),
  wide('elements-trust-over-time--everything'),
  phone('elements-any-instrument--right-to-left', { from: '[part~=progress]', dir: 'rtl' }),

  phone('elements-journal--with-a-prompt', { scheme: 'dark' }),
  phone('elements-trust-questionnaire--some-errors', { from: '[data-key]:has([part~=error]:not(:empty))' }),
  wide('elements-milestones--board'),

  wide('elements-perspective-gap--three-views', { scheme: 'dark' }),
  phone('elements-session--review', { from: '[part~=title]' }),
  phone('elements-why-trust-matters--card'),
];

/** In the page: the story without the page around it, and without a focus ring. */
const bare = () => {
  const page = document.querySelector('#storybook-root > .attune-page');
  page.style.padding = 0;
  page.firstElementChild.style.maxInlineSize = 'none';
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  active?.blur();
};

const yOnPage = element => element.getBoundingClientRect().top + scrollY;

const html = pictures => `<!doctype html><html lang="en"><meta charset="utf-8"><style>
body { margin: 0; padding: ${GAP}px; display: grid; gap: ${GAP}px; grid-template-columns: repeat(${COLUMNS}, ${COLUMN}px); background: #dde6e4 }
div { block-size: ${HEIGHT}px; overflow: hidden; border-radius: 14px }
.dark { background: #172024 } .light { background: #fff }
img { display: block }
</style>${pictures
  .map(({ columns, scheme = 'light', top, data }) => `<div class="${scheme}" style="grid-column: span ${columns}"><img style="margin-block-start: -${top}px" src="data:image/png;base64,${data}"></div>`)
  .join('')}`;

/** Takes the sheet. Returns what it did, for the console. */
export const makeSheet = async () => {
  const stories = builtStories();
  const studio = await openStudio();
  const stand = await studio.stand();
  const pictures = [];
  for (const piece of PIECES) {
    const { id, columns, scheme, from, dir = 'ltr' } = piece;
    const problems = await stand.show(stories.find(story => story.id === id) ?? { id }, { dir });
    if (problems.length) throw new Error(`${id}: ${problems.join('\n')}`);
    await stand.page.evaluate(bare);
    await stand.dress({ width: columns * COLUMN + (columns - 1) * GAP, scheme });
    const top = from ? Math.round((await stand.page.locator(from).first().evaluate(yOnPage)) - MARGIN) : 0;
    const picture = await stand.picture({ height: top + HEIGHT });
    pictures.push({ ...piece, top, data: picture.toString('base64') });
  }
  await stand.page.setViewportSize({ width: WIDTH, height: 800 });
  await stand.page.setContent(html(pictures));
  const sheet = await stand.picture({ quality: QUALITY });
  await studio.close();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'widgets.webp'), sheet);
  return `docs/images/widgets.webp: ${PIECES.length} widgets, ${Math.round(sheet.length / 1024)} KiB`;
};

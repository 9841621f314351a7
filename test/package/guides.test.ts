import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { asSection } from '../../.storybook/docs/as-section.ts';
import { linksOfGuides } from '../../.storybook/docs/links-of-guides.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const guides = readdirSync(new URL('stories/', root)).filter((name) => name.endsWith('.mdx'));

/** Storybook's own name of a page. */
const idOf = (guide: string): string => {
  const [, title = ''] = /<Meta title="([^"]+)"/.exec(read(`stories/${guide}`)) ?? [];
  return `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}--docs`;
};
const ids = guides.map(idOf);
const shown = guides.flatMap((guide) => [...read(`stories/${guide}`).matchAll(/'\.\.\/docs\/(.+)\?raw'/g)].map(([, file = '']) => ({ guide, file })));

test('documents stand in the guides', () => assert.ok(shown.length >= 5, String(shown.length)));

for (const { guide, file } of shown) {
  test(`docs/${file} as it stands in ${guide}: every link leads to a guide, to a heading or to the web`, () => {
    const text = linksOfGuides(read(`docs/${file}`));
    for (const [, href = ''] of text.matchAll(/\]\(([^)]*)\)/g)) {
      const [, id = ''] = /^\.\/\?path=\/docs\/([\w-]+)(#[\w-]+)?$/.exec(href) ?? [];
      assert.ok(ids.includes(id) || /^(#|https:)/.test(href), href);
    }
    assert.match(read(`stories/${guide}`), /asSection|linksOfGuides/);
  });
}

test('a link to a document that is a guide leads there, to its heading too; one to another file is its words', () => {
  const writing = './?path=/docs/guides-writing-an-instrument--docs';
  assert.equal(
    asSection('## One\n[a](instruments.md), [b](instruments.md#the-licence), [c](decisions/0014.md), [`d`](../src/d.ts), [e](#e), [f](https://f.example/)'),
    `### One\n[a](${writing}), [b](${writing}#the-licence), c, \`d\`, [e](#e), [f](https://f.example/)`,
  );
});

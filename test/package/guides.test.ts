import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { asSection } from '../../.storybook/docs/as-section.ts';
import { linksOfGuides } from '../../.storybook/docs/links-of-guides.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const guides = readdirSync(new URL('stories/', root)).filter((name) => name.endsWith('.mdx'));

/** The id that Storybook gives to a page. */
const idOf = (guide: string): string => {
  const [, title = ''] = /<Meta title="([^"]+)"/.exec(read(`stories/${guide}`)) ?? [];
  return `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}--docs`;
};
const ids = guides.map(idOf);
const included = guides.flatMap((guide) => [...read(`stories/${guide}`).matchAll(/'\.\.\/docs\/(.+)\?raw'/g)].map(([, file = '']) => ({ guide, file })));

test('the guides include documents', () => assert.ok(included.length >= 5, String(included.length)));

for (const { guide, file } of included) {
  test(`docs/${file} in ${guide}: every link leads to a guide, to a heading or to the web`, () => {
    const text = linksOfGuides(read(`docs/${file}`));
    for (const [, href = ''] of text.matchAll(/\]\(([^)]*)\)/g)) {
      const [, id = ''] = /^\.\/\?path=\/docs\/([\w-]+)(#[\w-]+)?$/.exec(href) ?? [];
      assert.ok(ids.includes(id) || /^(#|https:)/.test(href), href);
    }
    assert.match(read(`stories/${guide}`), /asSection|linksOfGuides/);
  });
}

test('a link to an included document leads to its guide and heading, and a link to another file becomes text', () => {
  const writing = './?path=/docs/guides-writing-an-instrument--docs';
  assert.equal(
    asSection('## One\n[a](instruments.md), [b](instruments.md#the-licence), [c](decisions/0014.md), [`d`](../src/d.ts), [e](#e), [f](https://f.example/)'),
    `### One\n[a](${writing}), [b](${writing}#the-licence), c, \`d\`, [e](#e), [f](https://f.example/)`,
  );
});

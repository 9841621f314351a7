import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openStudio } from '../../tools/pictures/studio.mjs';

let studio, stand;
before(async () => {
  studio = await openStudio();
  stand = await studio.stand();
});
after(() => studio.close());

const titleIn = lang => {
  const { texts } = JSON.parse(readFileSync(new URL(`../../src/instruments/translations/${lang}/trust-12.json`, import.meta.url), 'utf8'));
  return texts.title.is.session;
};

/** What the page around a story says, and what the widget in it shows. */
const shown = async (id, globals) => {
  const problems = await stand.show({ id }, globals);
  const page = await stand.page.evaluate(() => {
    const { lang, dir } = document.querySelector('#storybook-root > .attune-page');
    const widget = document.querySelector('attune-trust-questionnaire');
    return { lang, dir, title: widget.shadowRoot.querySelector('[part~=title]').textContent.trim(), who: widget.getAttribute('who') };
  });
  return { ...page, problems };
};

const empty = 'elements-trust-questionnaire--empty';

test('the toolbar sets the language of a story, and with it the direction', async () => {
  assert.deepEqual(await shown(empty), { lang: 'en', dir: 'ltr', title: "After today's session", who: 'Your therapist', problems: [] });
  assert.deepEqual(await shown(empty, { lang: 'de' }), { lang: 'de', dir: 'ltr', title: titleIn('de'), who: 'die Person, die Sie behandelt', problems: [] });
  assert.deepEqual(await shown(empty, { lang: 'ar' }), { lang: 'ar', dir: 'rtl', title: titleIn('ar'), who: 'معالجك', problems: [] });
});

test('the language for tests has each text in brackets', async () => {
  const { title, problems } = await shown(empty, { lang: 'eo-x-pseudo' });
  assert.match(title, /^⟦.*⟧$/);
  assert.deepEqual(problems, []);
});

test('the direction of the toolbar wins', async () => {
  const { dir, lang } = await shown(empty, { lang: 'ar', dir: 'ltr' });
  assert.deepEqual({ dir, lang }, { dir: 'ltr', lang: 'ar' });
});

test('in another language nothing is played, and the story is there', async () => {
  const { title, problems } = await shown('elements-trust-questionnaire--half-done', { lang: 'de' });
  assert.equal(title, titleIn('de'));
  assert.match(problems.join('\n'), /is written for English words/);
});

test('a story with a language of its own keeps it', async () => {
  await stand.show({ id: 'elements-any-instrument--right-to-left' }, { lang: 'de' });
  assert.deepEqual(await stand.page.evaluate(() => [document.querySelector('.attune-page').lang, document.querySelector('.attune-page').dir]), ['ar', 'rtl']);
});

import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { compare, differences, MOST_PIXELS, namesOnDisk, openReferences, readReference, SET } from '../../tools/pictures/references.mjs';

let studio;
before(async () => {
  rmSync(differences, { recursive: true, force: true });
  studio = await openReferences();
});
after(() => studio.close());

describe('the widgets look like the reference pictures', () => {
  for (const reference of SET) {
    test(reference.name, async () => {
      const now = await studio.now(reference);
      const { pixels, sheet } = compare(readReference(reference), now);
      if (pixels <= MOST_PIXELS) return;
      mkdirSync(differences, { recursive: true });
      const file = join(differences, `${reference.name}.png`);
      writeFileSync(file, sheet);
      assert.fail(`${pixels} pixels differ: ${file} shows reference, now, difference. If it should look like this: npm run pictures -- --accept`);
    });
  }

  test('every reference picture belongs to the set', () => {
    assert.deepEqual(namesOnDisk().sort(), SET.map(({ name }) => name).sort());
  });
});

describe('a change that a person would see is found', () => {
  const pulse = { id: 'elements-trust-questionnaire--half-done', look: 'phone' };
  const differsAfter = async change => {
    const reference = await studio.now(pulse);
    const undo = await change(studio.stand.page);
    const changed = await studio.now(pulse);
    await undo();
    const again = await studio.now(pulse);
    assert.equal(compare(reference, again).pixels, 0, 'the same view gives the same picture');
    return compare(reference, changed).pixels;
  };
  const widget = 'attune-trust-questionnaire';

  test('a chosen dot that is gone', async () => {
    const pixels = await differsAfter(async page => {
      const radio = await page.locator(`${widget} input:checked`).first().elementHandle();
      await radio.evaluate(input => (input.checked = false));
      return () => radio.evaluate(input => (input.checked = true));
    });
    assert.ok(pixels > MOST_PIXELS, `${pixels} pixels`);
  });

  test('text that moved by two pixels', async () => {
    const pixels = await differsAfter(async page => {
      const host = page.locator(widget);
      await host.evaluate(element => (element.style.paddingBlockStart = '2px'));
      return () => host.evaluate(element => (element.style.paddingBlockStart = ''));
    });
    assert.ok(pixels > MOST_PIXELS, `${pixels} pixels`);
  });

  test('a page that became shorter', () => {
    const reference = readReference(SET[0]);
    const shorter = { ...reference, height: reference.height - 4, data: reference.data.subarray(0, reference.width * 4 * (reference.height - 4)) };
    assert.ok(compare(reference, shorter).pixels > MOST_PIXELS);
  });
});

test('letters come from the font of the pictures, so that another machine draws the same ones', async () => {
  await studio.now({ id: 'elements-any-instrument--right-to-left', look: 'rtl-phone' });
  const devtools = await studio.stand.page.context().newCDPSession(studio.stand.page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument', { depth: -1, pierce: true });
  const fonts = new Set();
  const visit = async ({ nodeId, nodeName, children = [], shadowRoots = [] }) => {
    if (nodeName === 'SECTION') {
      const used = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
      for (const { familyName } of used.fonts) fonts.add(familyName);
    }
    for (const child of [...children, ...shadowRoots]) await visit(child);
  };
  await visit(root);
  assert.deepEqual([...fonts].map(name => name.replace(/ .*/, '')), ['Vazirmatn']);
});

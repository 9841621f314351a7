import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { ownInstrument } from '../../tools/own-instrument.mjs';

const src = new URL('../../src/', import.meta.url);

interface Hooks {
  buildStart(): Promise<void>;
  transform(code: string, id: string): { code: string } | null;
}

/** The plugin for an entry, ready for modules. */
async function started(entry: string): Promise<(path: string, code?: string) => string | undefined> {
  const plugin = ownInstrument(entry) as unknown as Hooks;
  await plugin.buildStart();
  return (path, code = readFileSync(new URL(path, src), 'utf8')) => plugin.transform(code, `/x/src/${path}`)?.code;
}

const TYPES = 'core/item-types/index.ts';

test('a questionnaire of its own has only the item types of its instruments', async () => {
  const transform = await started('trust-questionnaire');
  assert.match(transform(TYPES)!, /itemTypes = \{ choice, rating, text \}/);
  assert.doesNotMatch(transform('ui/questionnaire/items/make-item.ts')!, /\?\? makeUnsupported/);
});

test('code that one of the instruments uses stays', async () => {
  const followUps = 'ui/questionnaire/items/follow-ups.ts';
  const changed = await Promise.all(['trust-questionnaire', 'boundary-card'].map(async (entry) => (await started(entry))(followUps)));
  assert.deepEqual(changed.map((code) => code === undefined), [false, true]);
});

test('what only the full structure uses is in a file for FHIR forms alone', async () => {
  const sheet = 'core/answering/sheet.ts';
  for (const entry of ['boundary-card', 'questionnaire', 'trust-trend']) {
    const transform = await started(entry);
    assert.doesNotMatch(transform(sheet)!, /derivation\?|createDerivation/, entry);
    assert.doesNotMatch(transform('core/answering/session.ts')!, /begin\?/, entry);
  }
  assert.equal((await started('fhir-questionnaire'))(sheet), undefined);
});

test('a rule of scoring stays where an instrument uses it', async () => {
  const scale = 'core/instrument/scale-score.ts';
  const trust = (await started('trust-questionnaire'))(scale)!;
  assert.doesNotMatch(trust, /'percent'\) \{|rule\.weights|'zero'/);
  assert.match(trust, /method === 'mean'/);
});

/** The modules with a place where the full structure comes in. */
const SEAMS = [
  'core/answering/comparison.ts',
  'core/answering/flat-structure.ts',
  'core/answering/pages.ts',
  'core/answering/repeats.ts',
  'core/answering/session.ts',
  'core/answering/sheet.ts',
  'core/answering/structure.ts',
  'core/answering/visibility.ts',
  'core/change/perspective-gap.ts',
  'core/instrument/resolve-instrument.ts',
  'core/instrument/value.ts',
  'core/record/read-response.ts',
  'elements/questionnaire/questionnaire.ts',
  'ui/questionnaire/asked-by.ts',
  'ui/questionnaire/filling.ts',
  'ui/questionnaire/flow.ts',
  'ui/questionnaire/form-bridge.ts',
  'ui/questionnaire/host-mistakes.ts',
  'ui/questionnaire/items/group.ts',
  'ui/questionnaire/items/item-list.ts',
  'ui/questionnaire/items/item-notes.ts',
  'ui/questionnaire/items/options.ts',
  'ui/questionnaire/items/read-control.ts',
  'ui/questionnaire/questionnaire-state.ts',
  'ui/questionnaire/questionnaire-view.ts',
  'ui/questionnaire/screen.ts',
  'ui/questionnaire/sending.ts',
  'ui/questionnaire/templates/answer-lines.ts',
  'ui/questionnaire/templates/form-view.ts',
  'ui/questionnaire/templates/problem-text.ts',
];

for (const entry of ['all', 'questionnaire', 'session', 'journal']) {
  test(`${entry}, which can show any plain instrument or none, keeps everything else`, async () => {
    const transform = await started(entry);
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    assert.deepEqual(files.filter((file) => transform(file) !== undefined).sort(), SEAMS);
  });
}

test('the build stops if a module is another one than expected', async () => {
  const transform = await started('trust-questionnaire');
  assert.throws(() => transform(TYPES, 'export const itemTypes = 1;'), /not found in core\/item-types\/index\.ts/);
});

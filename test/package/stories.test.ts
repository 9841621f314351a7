import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const states = readFileSync('stories/questionnaire-states.ts', 'utf8').split('export function states(')[1] ?? '';
const required = [...states.matchAll(/^ {4}(\w+): \{/gm)].map(([, name]) => name!);
const files = globSync('stories/*.stories.ts').map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const exportsOf = (text: string): string[] => [...text.matchAll(/^export const (\w+): Story/gm)].map(([, name]) => name!);

test('every questionnaire has a story for every state', () => {
  const questionnaires = files.filter(({ text }) => text.includes('= states('));
  assert.ok(required.length > 30 && questionnaires.length > 8);
  for (const { path, text } of questionnaires) {
    const own = exportsOf(text);
    assert.deepEqual(required.filter((state) => !own.includes(state)), [], path);
  }
});

test('every element is shown from right to left, in the dark, in forced colours, and at 320 px', () => {
  for (const { path, text } of files) {
    const own = exportsOf(text);
    const looks = path.endsWith('item-types.stories.ts') ? ['RightToLeft', 'Narrow'] : ['RightToLeft', 'Dark', 'ForcedColours', 'Narrow'];
    assert.deepEqual(looks.filter((look) => !own.includes(look)), [], path);
  }
});

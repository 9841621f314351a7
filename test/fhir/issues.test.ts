import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { issueCodes } from '../../src/fhir/issue.ts';
import { toQuestionnaire } from '../../src/fhir/index.ts';
import { everyItem } from './forms.ts';

test('docs/fhir.md has every code of an issue, and no other', () => {
  const guide = readFileSync(new URL('../../docs/fhir.md', import.meta.url), 'utf8');
  const documented = [...guide.split('## What is not said')[1]!.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code);
  assert.deepEqual(documented.sort(), [...issueCodes].sort());
});

test('an issue has its place, its code and a sentence', () => {
  const { issues } = toQuestionnaire(everyItem, { fhirVersion: 'R4' });
  for (const { path, code, message } of issues) {
    assert.ok(path && issueCodes.includes(code));
    assert.match(message, /^[A-Z].*\.$/);
  }
});

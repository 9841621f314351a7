import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromQuestionnaire } from '../../../src/fhir/index.ts';
import { corpus } from '../../../tools/fhir-corpus.mjs';

const textOf = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** The code and the severity of each issue, as the guide says. */
const documented = new Map(
  [...textOf('docs/fhir.md').matchAll(/^\| `([a-z-]+)` \| (limited|ignored|invalid) \|/gm)].map(([, code, severity]) => [code!, severity!]),
);

test('docs/fhir.md has every code of an issue, and no other', () => {
  const codes = [...textOf('src/fhir/in/issue.ts').matchAll(/^ +(?:\| )?'([a-z-]+)'[,;]?$|\['([a-z-]+)'\]/gm)].map(([, one, other]) => one ?? other!);
  assert.deepEqual([...documented.keys()].sort(), codes.sort());
});

test('an issue has its place, the severity of the guide, and words', () => {
  for (const { resource } of corpus()) {
    for (const { code, severity, message } of fromQuestionnaire(resource).issues) {
      assert.equal(severity, documented.get(code), code);
      assert.match(message, /^[A-Z][a-z]/);
    }
  }
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** An entry and all that it needs, as one minified file. */
async function bundle(entry: string): Promise<string> {
  const { output } = await build({ input: `${root}src/${entry}`, write: false, platform: 'browser', output: { minify: true } });
  assert.equal(output.length, 1);
  return output[0].code;
}

const compressed = (code: string): number => brotliCompressSync(code).length;

test('a form without expressions downloads no FHIRPath', async () => {
  const fhir = await bundle('fhir/index.ts');
  assert.doesNotMatch(fhir, /fhirpath\.js|ParserRuleContext|UnionExpression/);
  const expressions = await bundle('fhir/expressions/index.ts');
  assert.match(expressions, /UnionExpression/);
});

test('attune-elements/fhir/expressions has at most 211 KiB after compression, and makes no code of text', async () => {
  const code = await bundle('fhir/expressions/index.ts');
  assert.ok(compressed(code) <= 211 * 1024, `${compressed(code)} bytes`);
  assert.doesNotMatch(code, /\bnew Function\b|(?<![\w$.])eval\(/);
});

test('expressions work where no code can be made of text, as under a strict content security policy', () => {
  const script = `
    const { fhirPathEvaluator } = await import('./src/fhir/expressions/index.ts');
    const instrument = { scales: {}, options: {}, id: 'x', version: '1.0.0', language: 'en', items: [{ id: 'n', type: 'integer', text: 'n' }], licence: {}, absent: {} };
    const prepared = fhirPathEvaluator({ questionnaire: {} }).prepare(
      { expression: "%resource.item.where(linkId = 'n').answer.value + 1", language: 'text/fhirpath' }, { instrument, item: instrument.items[0] });
    console.log(JSON.stringify(prepared.evaluate({ at: [], answers: [{ item: 'n', state: 'answered', values: [2] }] })));`;
  const options = ['--disallow-code-generation-from-strings', '--no-warnings', '--input-type=module', '-e', script];
  const { stdout, stderr } = spawnSync(process.execPath, options, { cwd: root, encoding: 'utf8' });
  assert.equal(stdout.trim(), '{"ok":true,"values":[3]}', stderr);
});

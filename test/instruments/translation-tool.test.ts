import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { wordingHash } from '../../src/core/instrument/wording.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import type { TranslationFile } from '../../src/core/instrument/translation.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-translation-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]): { status: number | null; out: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/translation.mjs', ...args, `--into=${folder}`], { cwd: root, encoding: 'utf8' });
  return { status, out: stdout + stderr };
};
const path = (language: string): string => join(folder, language, 'trust-12.json');
const fileOf = (language: string): TranslationFile => JSON.parse(readFileSync(path(language), 'utf8')) as TranslationFile;
const write = (file: TranslationFile): void => writeFileSync(path(file.language), JSON.stringify(file));
const german = JSON.parse(readFileSync(join(root, 'src/instruments/translations/de/trust-12.json'), 'utf8')) as TranslationFile;

describe('npm run translation', () => {
  it('writes the file to fill in, with every text empty and the source beside it', () => {
    const { status, out } = run('trust-12', 'nl');
    assert.equal(status, 0, out);
    const { texts, source, ...head } = fileOf('nl');
    assert.deepEqual(head, { schema: 1, instrument: 'trust-12', version: '1.0.0', language: 'nl', revision: 1, standing: 'draft', method: '', people: [], evidence: [], sourceHash: wordingHash(trust12) });
    assert.deepEqual(texts.title, { by: 'variant', is: { intake: '', session: '' } });
    assert.deepEqual(source!.title, trust12.title);
    run('trust-12', 'fa');
    assert.equal(fileOf('fa').direction, 'rtl');
  });

  it('says what is missing, and keeps the file as it is', () => {
    const { status, out } = run('trust-12', 'nl');
    assert.equal(status, 1);
    assert.match(out, /^ {2}items\.t01 \[variant: intake\]$/m);
    assert.match(out, /^nl, revision 1, draft: (\d+) texts, \1 missing/m);
    const before = readFileSync(path('nl'), 'utf8');
    run('trust-12', 'nl');
    assert.equal(readFileSync(path('nl'), 'utf8'), before);
  });

  it('finds nothing in a complete file', () => {
    run('trust-12', 'de');
    write(german);
    const { status, out } = run('trust-12', 'de');
    assert.equal(status, 0, out);
    assert.match(out, / 0 missing, 0 with other placeholders, 0 unknown, 0 changed/);
  });

  it('says which placeholders differ and which texts the source does not have', () => {
    const { result, ...texts } = german.texts as { result: object };
    write({ ...german, texts: { ...texts, result: { ...result, counts: '{towards} von {all}' }, stem: 'Mehr' } });
    const { status, out } = run('trust-12', 'de');
    assert.equal(status, 1);
    assert.match(out, /result\.counts: \{away\} \{between\} \{towards\} in the source, \{all\} \{towards\} here/);
    assert.match(out, /not in the source \(1\):\n {2}stem\n/);
  });

  it('says what a standing lacks', () => {
    write({ ...german, standing: 'reviewed' });
    const { status, out } = run('trust-12', 'de');
    assert.equal(status, 1);
    assert.match(out, /wrong \(1\):\n {2}people: /);
  });

  it('says what has changed in the source, and takes over its hash only on request', () => {
    write({ ...german, sourceHash: '00000000', source: { ...german.source, title: { by: 'variant', is: { intake: 'Before', session: "After today's session" } } } });
    const { status, out } = run('trust-12', 'de');
    assert.equal(status, 1);
    assert.match(out, /changed in the source \(1\):\n {2}title \[variant: intake\]: "Before" is now "Before you start"/);
    assert.equal(fileOf('de').sourceHash, '00000000');
    assert.equal(run('trust-12', 'de', '--accept-source').status, 0);
    assert.deepEqual(fileOf('de'), german);
    assert.equal(run('trust-12', 'de').status, 0);
  });

  it('refuses a wrong call', () => {
    for (const args of [[], ['trust-12'], ['trust', 'de'], ['trust-12', 'not a tag'], ['trust-12', 'en'], ['trust-12', 'de', '--accept']]) {
      const { status, out } = run(...args);
      assert.equal(status, 2, args.join(' '));
      assert.match(out, /^usage: npm run translation/);
    }
    assert.equal(existsSync(path('en')), false);
    writeFileSync(path('nl'), '{');
    assert.equal(run('trust-12', 'nl').status, 1);
  });
});

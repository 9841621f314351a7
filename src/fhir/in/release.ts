import { isObject } from '../../core/plain-data/shape.ts';
import type { FhirVersion } from '../resources.ts';

/** Elements that only R5 has. */
const NEW_ELEMENTS = ['versionAlgorithmString', 'versionAlgorithmCoding', 'copyrightLabel'];
const NEW_ITEM_ELEMENTS = ['answerConstraint', 'disabledDisplay'];

/** The release in a profile: `http://hl7.org/fhir/4.3/StructureDefinition/...`, or `...|4.3.0`. */
const IN_PROFILE = /(?:\/|\|)(4\.0|4\.3|5\.0)(?:\.\d+)?(?:\/|$)/;
const RELEASES: Record<string, FhirVersion> = { '4.0': 'R4', '4.3': 'R4B', '5.0': 'R5' };

/**
 * The release of FHIR that a Questionnaire is written in: by its profiles, by the types of its items, by elements that only R5 has.
 * R4 and R4B have the same Questionnaire, so without a profile it is R4.
 */
export function releaseOf(resource: Readonly<Record<string, unknown>>): FhirVersion {
  const { profile } = isObject(resource.meta) ? resource.meta : {};
  for (const url of Array.isArray(profile) ? profile : []) {
    // A profile of another guide has its own version after the bar.
    const release = typeof url === 'string' && /^https?:\/\/hl7\.org\/fhir\/[\d.S]/.test(url) && IN_PROFILE.exec(url)?.[1];
    if (release) return RELEASES[release]!;
  }
  if (NEW_ELEMENTS.some((name) => Object.hasOwn(resource, name))) return 'R5';
  const pending: unknown[] = [resource.item];
  while (pending.length) {
    const items = pending.pop();
    for (const item of Array.isArray(items) ? items : []) {
      if (!isObject(item)) continue;
      const { type: fhirType } = item;
      if (fhirType === 'coding' || NEW_ITEM_ELEMENTS.some((name) => Object.hasOwn(item, name))) return 'R5';
      if (fhirType === 'choice' || fhirType === 'open-choice') return 'R4';
      pending.push(item.item);
    }
  }
  return 'R4';
}

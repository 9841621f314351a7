import type { Part } from './part.ts';

/** Elements of a Questionnaire that an instrument has no field for, and how each is read. They come back in `toQuestionnaire`. */
const CARRIED: Record<string, 'flag' | 'list' | 'part' | 'text' | 'texts'> = {
  name: 'text',
  versionAlgorithmString: 'text',
  versionAlgorithmCoding: 'part',
  identifier: 'list',
  derivedFrom: 'texts',
  status: 'text',
  experimental: 'flag',
  subjectType: 'texts',
  date: 'text',
  contact: 'list',
  description: 'text',
  useContext: 'list',
  jurisdiction: 'list',
  purpose: 'text',
  copyrightLabel: 'text',
  approvalDate: 'text',
  lastReviewDate: 'text',
  effectivePeriod: 'part',
  code: 'list',
};

/** Elements that are read elsewhere, or that are about the resource and not about the form. */
const READ = new Set(
  'resourceType id meta implicitRules language text contained extension modifierExtension url version title publisher copyright item'.split(' '),
);

function valueOf(part: Part, name: string): unknown {
  const kind = CARRIED[name]!;
  if (kind === 'text') return part.text(name);
  if (kind === 'flag') return part.flag(name) || part.data[name] === false ? part.data[name] : undefined;
  if (kind === 'part') return part.part(name)?.data;
  const entries = kind === 'list' ? part.list(name).map(({ data }) => data) : part.texts(name);
  return entries.length ? entries : undefined;
}

/** The elements that are carried through as they came. Others that FHIR does not have are reported. */
export function carriedElements(questionnaire: Part): { elements?: Record<string, unknown> } {
  const { data, tell } = questionnaire;
  const elements: Record<string, unknown> = {};
  for (const given of Object.keys(data)) {
    const name = given.replace(/^_/, '');
    if (!Object.hasOwn(CARRIED, name)) {
      if (!READ.has(name)) tell('', 'element-unknown', given);
      continue;
    }
    // A list of texts has a list beside it, with null for a text without extensions.
    const isList = CARRIED[name] === 'texts' && Array.isArray(data[given]);
    const value = given === name ? valueOf(questionnaire, name) : isList ? data[given] : questionnaire.part(given)?.data;
    // Every other one is active.
    if (value !== undefined && !(name === 'status' && value === 'active')) elements[given] = value;
  }
  if (data.implicitRules !== undefined) tell('', 'modifier-not-known', 'implicitRules');
  return Object.keys(elements).length ? { elements } : {};
}

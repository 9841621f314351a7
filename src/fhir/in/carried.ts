import type { Part } from './part.ts';

type Kind = 'flag' | 'list' | 'part' | 'text' | 'texts';

/** Elements of a Questionnaire that an instrument has no field for, and how each is read. They come back in `toQuestionnaire`. */
const CARRIED: Record<string, Kind> = {
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

const orNone = <T>(entries: readonly T[]): readonly T[] | undefined => (entries.length ? entries : undefined);

const READERS: Record<Kind, (part: Part, name: string) => unknown> = {
  text: (part, name) => part.text(name),
  flag: (part, name) => (part.flag(name) || part.data[name] === false ? part.data[name] : undefined),
  part: (part, name) => part.part(name)?.data,
  list: (part, name) => orNone(part.list(name).map(({ data }) => data)),
  texts: (part, name) => orNone(part.texts(name)),
};

const valueOf = (part: Part, name: string): unknown => READERS[CARRIED[name]!](part, name);

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

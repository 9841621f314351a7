import type { Instrument, TranslationUsed } from '../core/instrument/instrument.ts';
import { textHash } from '../core/plain-data/text-hash.ts';

/**
 * The start of every URL of our own: canonical URLs, code systems, extensions and the system of identifiers. It names the package,
 * whose owner controls it. A host gives its own base for its own instruments.
 */
export const CANONICAL_BASE = 'https://www.npmjs.com/package/attune-elements/fhir';

/** What a record or an instrument says about the form that was on screen. */
export interface FormIdentity {
  id: string;
  version: string;
  options: Readonly<Record<string, string>>;
  translation?: TranslationUsed | undefined;
}

/** The system of the identifiers that come from the id of a record. */
export const recordIdSystem = (base: string): string => `${base}/record-id`;

export const codeSystemUrl = (base: string, instrument: Pick<Instrument, 'id'>, list: string): string =>
  `${base}/CodeSystem/${instrument.id}.${list}`;

export const valueSetUrl = (base: string, instrument: Pick<Instrument, 'id'>, list: string): string =>
  `${base}/ValueSet/${instrument.id}.${list}`;

/** The list of the codes of the scores. */
export const SCORES = 'scores';

const hash = (text: string): string => textHash(text).toString(16).padStart(8, '0');

/** An id of an item inside a URL or a name. */
export const nameOf = (id: string): string => (/^[A-Za-z][\w-]*$/.test(id) ? id : `.${hash(id)}`);

const optionPart = ([name, value]: [string, string]): string =>
  `.${name}-${/^[A-Za-z0-9-]{0,40}$/.test(value) ? value : hash(value)}`;

/** A name for the form: the instrument, its options, and the language if the wording is a translation. */
export const formName = ({ id, options, translation }: FormIdentity): string =>
  id + Object.entries(options).map(optionPart).join('') + (translation ? `.lang-${translation.language}` : '');

/** The version of the content, with the revision of the translation and of the host's changes to it. */
export const formVersion = ({ version, translation }: FormIdentity): string => {
  if (!translation) return version;
  const { changes } = translation.review ?? {};
  return `${version}-r${translation.revision}${changes ? `-${hash(JSON.stringify(changes))}` : ''}`;
};

export const formUrl = (base: string, form: FormIdentity): string => `${base}/Questionnaire/${formName(form)}`;

/** The canonical reference to a Questionnaire, with its version. */
export const canonicalOf = (form: FormIdentity, base = CANONICAL_BASE): string => `${formUrl(base, form)}|${formVersion(form)}`;

/** A resource id: at most 64 letters, digits, `-` and `.`. */
export const resourceId = (name: string): string => {
  const id = name.replace(/[^A-Za-z0-9.-]/g, '-');
  return id.length > 64 || id !== name ? `${id.slice(0, 55)}-${hash(name)}` : id;
};

/** A name for code generators: letters and digits, with a capital first. */
export const computableName = (name: string): string => {
  const words = name.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return `Attune${words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')}`.slice(0, 255);
};

/** The copyright notice, and where the terms are. */
export const copyrightOf = ({ copyright, licenceUrl }: Instrument['licence']): string => `${copyright}. ${licenceUrl}`;

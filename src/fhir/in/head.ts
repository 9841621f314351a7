import type { EntryMode, Licence } from '../../core/instrument/instrument.ts';
import { isLocale } from '../../core/plain-data/locale.ts';
import { textHash } from '../../core/plain-data/text-hash.ts';
import { CANONICAL_BASE } from '../canonical.ts';
import type { FhirVersion } from '../resources.ts';
import { carriedElements } from './carried.ts';
import { constraintsOf } from './constraints.ts';
import { filled } from './draft.ts';
import { reportModifiers, reportRest } from './extension-rest.ts';
import { serverOf } from './outline.ts';
import { type Extensions, extensionsOf, type Part } from './part.ts';
import type { Wordings } from './wordings.ts';

/** What a host says about the rights. `licenceConfirmed: false`: nobody has confirmed that the text may be used, so it is refused. */
export type GivenLicence = Partial<Omit<Licence, 'licenceConfirmed'>> & { licenceConfirmed?: boolean };

export interface HeadOptions {
  fhirVersion: FhirVersion;
  language?: string;
  licence?: GivenLicence;
}

/** An id for records: a letter, then letters, digits, `-` and `_`. */
function instrumentId(questionnaire: Part): string {
  const given = ['name', 'id', 'url', 'title'].map((name) => questionnaire.text(name)).find(Boolean) ?? 'questionnaire';
  const slug = given.split('/').at(-1)!.replace(/[^\w-]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80);
  return /^[a-z]/i.test(slug) ? slug : `questionnaire-${slug || textHash(given)}`;
}

/**
 * A version of three numbers. What is not a number is hashed, so that two versions stay different. `source.version` has the version of
 * the resource.
 */
function contentVersion(version: string | undefined): string {
  if (version === undefined) return '1.0.0';
  const numbers = /^\d{1,9}(\.\d{1,9}){0,2}$/.exec(version)?.[0].split('.').map(Number);
  if (numbers) return [...numbers, 0, 0].slice(0, 3).join('.');
  const [, major = '0', minor = '0'] = /^(\d{1,9})?(?:\.(\d{1,9}))?/.exec(version) ?? [];
  return `${Number(major)}.${Number(minor)}.${textHash(version)}`;
}

const ADDRESS = /\b(?:https?:\/\/|mailto:)[^\s<>"')\]]+[^\s<>"')\].,;]/;

/** Who has the rights. An address comes from the copyright, from the contacts, or is the canonical. */
function licenceOf(questionnaire: Part, extensions: Extensions, given: GivenLicence = {}): object {
  const publisher = questionnaire.text('publisher');
  const notice = questionnaire.text('copyright') ?? questionnaire.text('copyrightLabel') ?? extensions.text('copyrightLabel');
  const telecoms = questionnaire.list('contact').flatMap((contact) => contact.list('telecom'));
  const addresses = telecoms.map((telecom) => {
    const value = telecom.text('value') ?? '';
    return telecom.text('system') === 'email' ? `mailto:${value.replace(/^mailto:/, '')}` : value;
  });
  const url = [notice, ...addresses, questionnaire.text('url')].map((text) => ADDRESS.exec(text ?? '')?.[0]).find(Boolean);
  const isKnown = (notice ?? publisher ?? given.copyright ?? given.licenceHolder) !== undefined;
  if (!isKnown) questionnaire.tell('copyright', 'licence-unknown');
  const holder = publisher ?? notice ?? questionnaire.text('title') ?? 'Unknown';
  return {
    copyright: notice ?? publisher ?? 'The form does not say who has the rights.',
    licenceHolder: holder,
    licenceUrl: url ?? questionnaire.text('url')?.replace(/\s/g, '%20').replace(/^(?![a-z][\w+.-]*:.)/i, 'urn:') ?? 'about:blank',
    licenceConfirmed: true,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}

/** The wording of the reasons that Attune offers. Only our own Questionnaires have them. */
function reasonsOf(extensions: Extensions): Record<string, string> {
  const names: Record<string, string> = { 'asked-declined': 'declined', 'asked-unknown': 'unknown', 'not-applicable': 'not-applicable' };
  const reasons = extensions.all(`${CANONICAL_BASE}/StructureDefinition/offered-reason`).flatMap((one) => {
    const parts = extensionsOf(one);
    const [reason = '', text] = [parts.text('reason'), parts.text('text')];
    return Object.hasOwn(names, reason) && text ? [[names[reason]!, text]] : [];
  });
  return Object.fromEntries(reasons) as Record<string, string>;
}

/** The order of the answers. `random` is the order of a form that says nothing. */
function entryModeOf(extensions: Extensions, { tell }: Part): { entryMode?: EntryMode } {
  const mode = extensions.text('entryMode');
  if (mode === 'sequential' || mode === 'prior-edit') return { entryMode: mode };
  if (mode !== undefined && mode !== 'random') tell('extension', 'type-wrong', mode);
  return {};
}

const AUDIENCES = ['client', 'clinician', 'observer'];

/** Everything of a definition but the items. */
export function headOf(questionnaire: Part, wordings: Wordings, { fhirVersion, licence, language }: HeadOptions): Record<string, unknown> {
  const extensions = extensionsOf(questionnaire);
  const [url, version, title] = ['url', 'version', 'title'].map((name) => questionnaire.text(name));
  const tag = questionnaire.text('language') ?? language;
  const contexts = questionnaire.list('useContext').map((one) => one.part('valueCodeableConcept')?.text('text') ?? '');
  const head = {
    schema: 1,
    id: instrumentId(questionnaire),
    version: contentVersion(version),
    language: tag !== undefined && isLocale(tag) ? tag : 'und',
    title: title ?? questionnaire.text('name') ?? questionnaire.text('id') ?? 'Questionnaire',
    audience: contexts.find((text) => AUDIENCES.includes(text)) ?? 'client',
    licence: licenceOf(questionnaire, extensions, licence),
    normed: false,
    scales: {},
    absent: reasonsOf(extensions),
    source: { resourceType: 'Questionnaire', ...filled({ url, version }), fhirVersion, ...carriedElements(questionnaire) },
    ...entryModeOf(extensions, questionnaire),
    ...constraintsOf(extensions, { owner: questionnaire, at: '', wordings }),
  };
  // The items have it.
  serverOf(extensions);
  wordings.take(head, 'title', questionnaire.beside('title'));
  reportRest(extensions, questionnaire.tell, '');
  reportModifiers(questionnaire, '');
  return head;
}

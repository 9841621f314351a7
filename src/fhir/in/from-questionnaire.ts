import type { InstrumentDefinition } from '../../core/instrument/definition.ts';
import { readDefinition } from '../../core/instrument/read-definition.ts';
import type { Translation } from '../../core/instrument/translation.ts';
import { plainCopy } from '../../core/plain-data/plain-copy.ts';
import { isObject } from '../../core/plain-data/shape.ts';
import type { FhirVersion } from '../resources.ts';
import { ConditionReader } from './conditions.ts';
import { type GivenLicence, headOf } from './head.ts';
import { type ReadIssue, tellInto } from './issue.ts';
import { ItemReader } from './items.ts';
import { Outline } from './outline.ts';
import { Part } from './part.ts';
import { releaseOf } from './release.ts';
import { translationsOf } from './translations.ts';
import { ValueSets } from './value-sets.ts';
import { Wordings } from './wordings.ts';

export interface FromQuestionnaireOptions {
  /** The release of FHIR. Without it, the release is detected. */
  fhirVersion?: FhirVersion;
  /** The language of the texts, as a BCP 47 tag, if the resource does not say it. The default is `und`: not known. */
  language?: string;
  /** Who has the rights in the text. It replaces what the resource says. */
  licence?: GivenLicence;
  /** Value sets that the host has, by their canonical as `answerValueSet` has it: ValueSet resources with an expansion or a list. */
  valueSets?: Readonly<Record<string, unknown>>;
}

/** What became of a Questionnaire. */
export interface FromQuestionnaire {
  /** Undefined if the resource cannot be presented. The issues say why. */
  instrument: InstrumentDefinition | undefined;
  /** Its texts in other languages. They are drafts: the resource does not say who translated them. */
  translations: Translation[];
  issues: ReadIssue[];
  fhirVersion: FhirVersion;
}

/** The result, and the canonicals of the value sets that are missing. */
interface Converted {
  result: FromQuestionnaire;
  missing: ReadonlySet<string>;
}

function convert(resource: unknown, { valueSets: given = {}, ...options }: FromQuestionnaireOptions): Converted {
  const issues: ReadIssue[] = [];
  const tell = tellInto(issues);
  const refuse = (fhirVersion: FhirVersion = 'R4', missing: ReadonlySet<string> = new Set()): Converted => ({
    result: { instrument: undefined, translations: [], issues, fhirVersion },
    missing,
  });
  const copied = plainCopy(resource);
  if (!copied.ok) {
    tell('', 'not-plain-data', copied.problem.message);
    return refuse(options.fhirVersion);
  }
  const { data } = copied;
  if (!isObject(data) || data.resourceType !== 'Questionnaire') {
    tell('resourceType', 'not-such-a-resource', 'Questionnaire');
    return refuse(options.fhirVersion);
  }
  const fhirVersion = options.fhirVersion ?? releaseOf(data);
  const questionnaire = new Part(data, '', tell);
  const outline = new Outline(questionnaire);
  if (!outline.items.length) {
    tell('item', 'no-items');
    return refuse(fhirVersion);
  }
  const wordings = new Wordings();
  const copiedSets = plainCopy(given);
  if (!copiedSets.ok) tell('valueSets', 'not-plain-data', copiedSets.problem.message);
  const known = copiedSets.ok && isObject(copiedSets.data) ? copiedSets.data : {};
  const valueSets = new ValueSets(questionnaire, new Map(Object.entries(known)));
  const items = new ItemReader({ valueSets, wordings }, outline).read(outline.items);
  new ConditionReader(outline).read();
  const draft = Object.assign(headOf(questionnaire, wordings, { ...options, fhirVersion }), { items });
  const read = readDefinition(draft);
  if (!read.ok) {
    for (const { path, message } of read.problems) tell(path, 'limit-or-rule-broken', message);
    return refuse(fhirVersion, valueSets.missing);
  }
  const { definition } = read;
  const translations = translationsOf(draft, definition, wordings, tell);
  return { result: { instrument: definition, translations, issues, fhirVersion }, missing: valueSets.missing };
}

/**
 * Reads a Questionnaire of FHIR R4, R4B or R5 as a definition of an instrument. What is not presented as the resource says is in the
 * issues. Never throws. Whoever calls this confirms that the text may be used, unless `licence.licenceConfirmed` is false. The widget
 * prints the copyright.
 */
export const fromQuestionnaire = (resource: unknown, options: FromQuestionnaireOptions = {}): FromQuestionnaire =>
  convert(resource, options).result;

export interface ExpandingOptions extends FromQuestionnaireOptions {
  /** Returns the ValueSet with its expansion, or undefined. `canonical` is as the Questionnaire has it, perhaps with a version. */
  expandValueSet: (canonical: string) => Promise<unknown>;
}

/**
 * The same as `fromQuestionnaire`, with value sets that the Questionnaire does not contain. Each is requested once, all at the same
 * time. One that fails is in the issues, as without this function.
 */
export async function fromQuestionnaireExpanded(
  resource: unknown,
  { expandValueSet, ...options }: ExpandingOptions,
): Promise<FromQuestionnaire> {
  const { result, missing } = convert(resource, options);
  const expanded = await Promise.all(
    [...missing].map(async (canonical): Promise<[string, unknown]> => {
      try {
        return [canonical, await expandValueSet(canonical)];
      } catch {
        return [canonical, undefined];
      }
    }),
  );
  const found = expanded.filter(([, valueSet]) => valueSet);
  if (!found.length) return result;
  return convert(resource, { ...options, valueSets: { ...options.valueSets, ...Object.fromEntries(found) } }).result;
}

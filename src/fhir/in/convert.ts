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
import { extensionsOf, Part } from './part.ts';
import { releaseOf } from './release.ts';
import { picturesIn } from './rich-text.ts';
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
  /** The languages of expressions that your evaluator evaluates: `text/fhirpath`. They are not in the issues then. */
  expressionLanguages?: readonly string[];
}

/** What became of a Questionnaire. */
export interface FromQuestionnaire {
  /** Undefined if the resource cannot be presented. The issues say why. */
  instrument: InstrumentDefinition | undefined;
  /** Its texts in other languages. They are drafts: the resource does not say who translated them. */
  translations: Translation[];
  /** The languages in which texts are missing. There, the translation has the texts of the source. */
  incomplete: string[];
  issues: ReadIssue[];
  fhirVersion: FhirVersion;
}

/** The result, and the canonicals of the value sets that are missing, with the server that the form prefers for them. */
export interface Converted {
  result: FromQuestionnaire;
  missing: ReadonlyMap<string, string | undefined>;
  /** The items as they came. */
  outline?: Outline;
}

/** Reads a Questionnaire for a widget, which never writes it again. */
export function convert(resource: unknown, { valueSets: given = {}, expressionLanguages, ...options }: FromQuestionnaireOptions): Converted {
  const issues: ReadIssue[] = [];
  const tell = tellInto(issues, expressionLanguages);
  const refuse = (fhirVersion: FhirVersion = 'R4', missing: Converted['missing'] = new Map()): Converted => ({
    result: { instrument: undefined, translations: [], incomplete: [], issues, fhirVersion },
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
  const isStyleMeant = extensionsOf(questionnaire).flag('rendering-styleSensitive');
  const items = new ItemReader({ valueSets, wordings, pictures: picturesIn(questionnaire), isStyleMeant }, outline).read(outline.items);
  new ConditionReader(outline).read();
  const draft = Object.assign(headOf(questionnaire, wordings, { ...options, fhirVersion }), { items });
  const read = readDefinition(draft);
  if (!read.ok) {
    for (const { path, message } of read.problems) tell(path, 'limit-or-rule-broken', message);
    return refuse(fhirVersion, valueSets.missing);
  }
  const { definition } = read;
  const translated = translationsOf(draft, definition, wordings, tell);
  return { result: { instrument: definition, ...translated, issues, fhirVersion }, missing: valueSets.missing, outline };
}

/**
 * Returns the ValueSet with its expansion, or undefined. `canonical` is as the Questionnaire has it, perhaps with a version.
 * `preferredTerminologyServer`: the base address of the server that the form names for it, if it names one.
 */
export type ExpandValueSet = (canonical: string, options: { preferredTerminologyServer?: string }) => Promise<unknown>;

/** The value sets that the host has, by their canonical. Each is requested once, all at the same time. Never rejects. */
export async function expandAll(missing: Converted['missing'], expandValueSet: ExpandValueSet): Promise<Readonly<Record<string, unknown>>> {
  const expanded = await Promise.all(
    [...missing].map(async ([canonical, server]): Promise<[string, unknown]> => {
      try {
        return [canonical, await expandValueSet(canonical, server === undefined ? {} : { preferredTerminologyServer: server })];
      } catch {
        return [canonical, undefined];
      }
    }),
  );
  return Object.fromEntries(expanded.filter(([, valueSet]) => valueSet));
}

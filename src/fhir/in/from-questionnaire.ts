import type { InstrumentDefinition } from '../../core/instrument/definition.ts';
import { indexItems } from '../../core/instrument/item-index.ts';
import { resolveInstrument } from '../../core/instrument/resolve-instrument.ts';
import { deepFreeze } from '../../core/plain-data/deep-freeze.ts';
import { limits } from '../../core/plain-data/limits.ts';
import { type AsItCame, elementsAsTheyCame, headHash, itemHash, orderAsItCame, QUESTIONNAIRE, withoutFields } from '../as-it-came.ts';
import { writeQuestionnaire } from '../questionnaire.ts';
import type { QuestionnaireItem } from '../resources.ts';
import { convert, type Converted, expandAll, type ExpandValueSet, type FromQuestionnaire, type FromQuestionnaireOptions } from './convert.ts';
import { type ReadIssue, tellInto } from './issue.ts';
import type { Outline } from './outline.ts';
import { ELEMENTS } from './report-item.ts';

type Data = Readonly<Record<string, unknown>>;

/** Elements of the Questionnaire, apart from those that `source.elements` has. */
const OWN = ['contained', 'extension', 'modifierExtension', 'title', '_title'];

/** Elements that a definition must have. What is made up is not written again; what the host has given is. */
const ownElements = ({ licence, language }: FromQuestionnaireOptions): string[] => [
  ...OWN,
  ...(licence ? [] : ['publisher', 'copyright', 'useContext']),
  ...(language === undefined ? ['language'] : []),
];

const OF_ITEMS = new Set([...ELEMENTS].filter((name) => name !== 'linkId' && name !== 'item').flatMap((name) => [name, `_${name}`]));

/** A place with such an issue is not written as it came: it breaks a rule of FHIR. */
const isBroken = ({ code, severity }: ReadIssue): boolean =>
  code === 'characters-replaced' || code === 'group-without-items' || (severity === 'invalid' && !code.startsWith('link-id') && code !== 'element-unknown');

const idsOf = (items: readonly { linkId: string }[] = []): string[] => items.map(({ linkId }) => linkId);

/** What `toQuestionnaire` would write in another way than it came, by linkId. */
function differences({ data, byId, items }: Outline, definition: InstrumentDefinition, issues: readonly ReadIssue[], options: FromQuestionnaireOptions) {
  const resolved = resolveInstrument(definition);
  if (!resolved.ok) return undefined;
  const { instrument } = resolved;
  const { resource } = writeQuestionnaire(instrument, { fhirVersion: instrument.source!.fhirVersion });
  const index = indexItems(instrument);
  const broken = new Set(issues.filter(isBroken).map(({ path }) => path));
  const found = new Map<string, AsItCame>();
  const compare = (id: string, [came, written]: [Data, Data], names: ReadonlySet<string>, ids: [string[], string[]], hash: () => number): void => {
    const kept = withoutFields(came.extension);
    const elements = !broken.has(id) ? elementsAsTheyCame(came, written, names) : kept.length ? { extension: kept } : undefined;
    const order = orderAsItCame(...ids);
    if (elements || order) found.set(id, { hash: broken.has(id) ? -1 : hash(), ...(elements && { elements }), ...(order && { order }) });
  };
  const visit = (item: QuestionnaireItem, around: () => number): void => {
    const { linkId } = item;
    const own = index.get(linkId)?.item;
    // A text beside an item belongs to it.
    const hash = own ? () => itemHash(own) : around;
    const source = byId.get(linkId);
    if (source) compare(linkId, [source.part.data, item as unknown as Data], OF_ITEMS, [source.children.map(({ id }) => id), idsOf(item.item)], hash);
    for (const inner of item.item ?? []) visit(inner, hash);
  };
  for (const item of resource.item ?? []) visit(item, () => -1);
  compare(QUESTIONNAIRE, [data, resource as unknown as Data], new Set(ownElements(options)), [items.map(({ id }) => id), idsOf(resource.item)], () => headHash(instrument));
  // A linkId can be `__proto__`.
  return found.size ? Object.fromEntries(found) : undefined;
}

/** The result with all that `toQuestionnaire` needs to write the same Questionnaire again. */
function withSource({ result, outline }: Converted, options: FromQuestionnaireOptions): FromQuestionnaire {
  const { instrument, issues } = result;
  if (!instrument?.source || !outline) return result;
  const item = differences(outline, instrument, issues, options);
  if (!item) return result;
  const { source } = instrument;
  const definition = { ...instrument, source: { ...source, elements: { ...source.elements, item } } };
  if (JSON.stringify(definition).length <= limits.definitionText) return { ...result, instrument: deepFreeze(definition) };
  tellInto(issues)('', 'too-long-to-keep');
  return result;
}

/**
 * Reads a Questionnaire of FHIR R4, R4B or R5 as a definition of an instrument. What is not presented as the resource says is in the
 * issues. Never throws. Whoever calls this confirms that the text may be used, unless `licence.licenceConfirmed` is false. The widget
 * prints the copyright.
 */
export const fromQuestionnaire = (resource: unknown, options: FromQuestionnaireOptions = {}): FromQuestionnaire =>
  withSource(convert(resource, options), options);

export interface ExpandingOptions extends FromQuestionnaireOptions {
  expandValueSet: ExpandValueSet;
}

/**
 * The same as `fromQuestionnaire`, with value sets that the Questionnaire does not contain. One that fails is in the issues, as without
 * this function.
 */
export async function fromQuestionnaireExpanded(
  resource: unknown,
  { expandValueSet, ...options }: ExpandingOptions,
): Promise<FromQuestionnaire> {
  const first = convert(resource, options);
  const found = await expandAll(first.missing, expandValueSet);
  if (!Object.keys(found).length) return withSource(first, options);
  return fromQuestionnaire(resource, { ...options, valueSets: { ...options.valueSets, ...found } });
}

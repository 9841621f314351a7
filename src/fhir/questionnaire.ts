import type { Instrument, Item } from '../core/instrument/instrument.ts';
import { optionsOf } from '../core/instrument/value.ts';
import { indexItems, type ItemIndex } from '../core/instrument/item-index.ts';
import { headHash, itemHash, QUESTIONNAIRE, Source } from './as-it-came.ts';
import { CANONICAL_BASE, canonicalOf, computableName, copyrightOf, formName, formUrl, formVersion, resourceId } from './canonical.ts';
import { scoreExpressions, scoreRules } from './calculated-score.ts';
import { Conditions, repetitionName } from './condition.ts';
import * as extensions from './extensions.ts';
import { type Issue, type Tell, tellInto } from './issue.ts';
import { isQuestion } from '../core/item-types/index.ts';
import { answerKind, kindOf } from './item-kind.ts';
import { LinkIds } from './link-ids.ts';
import { layoutOf, type Placed } from './layout.ts';
import { besideText, shownWith } from './presentation-part.ts';
import { displayItem, type ItemContext, repeatsPart, textsOf, typePart } from './question-item.ts';
import { fhirValues } from './fhir-values.ts';
import { carriedFrom, sourceElements, tagOf } from './source-tags.ts';
import type { FhirVersion, PublicationStatus, Extension, Questionnaire, QuestionnaireItem } from './resources.ts';

export interface QuestionnaireOptions<V extends FhirVersion> {
  fhirVersion: V;
  /** The start of the canonical URLs. Give your own for your own instruments. */
  base?: string;
  /** The default is `active`, and `draft` for a translation that nobody has reviewed. */
  status?: PublicationStatus;
  /** The forms that this one is a variant of. The source of a translation is added. */
  derivedFrom?: readonly Instrument[];
  /** The same instrument in other languages: their texts are emitted as translation extensions. */
  translations?: readonly Instrument[];
}

/** A resource, and what it does not say of what it was made from. */
export interface Emitted<R> {
  resource: R;
  issues: Issue[];
}

/** The note beside every score. */
export const UNNORMED = 'The scores have no norms: there is no published sample to compare them with.';

/** The text of a Questionnaire without the character that keeps an id in braces from being filled in. */
const withoutJoiner = (text: string): string => text.replaceAll('{\u2060', '{');

/** A value that an expression of FHIRPath gives. */
const calculatedPart = ({ calculate }: Item): Extension[] =>
  calculate && 'expression' in calculate && calculate.language === 'text/fhirpath' ? [extensions.calculated(calculate.expression)] : [];

/** What is beside the text: how it looks and, for a text that follows from answers, an expression. */
function besideTextOf(item: Item): Pick<QuestionnaireItem, '_text'> {
  const { text } = item.dynamic ?? {};
  const extension = [...besideText(item), ...(text?.language === 'text/fhirpath' ? [extensions.valueFrom(text.expression)] : [])];
  return extension.length ? { _text: { extension } } : {};
}

/** A limit that follows from answers is an expression in the place of its value. */
const limitsFromAnswers = (item: Item): Extension[] =>
  (['min', 'max'] as const).flatMap((which) => {
    const limit = item.dynamic?.[which];
    const kind = answerKind(item);
    if (limit?.language !== 'text/fhirpath') return [];
    const beside = { extension: [extensions.valueFrom(limit.expression)] };
    return kind === 'Quantity' ? extensions.quantityBound(which, beside) : extensions.bound(which, { [`_value${kind}`]: beside });
  });

const rulesOf = ({ constraints = [] }: Pick<Item, 'constraints'>): Extension[] =>
  constraints.flatMap((rule) => (rule.language === 'text/fhirpath' ? [extensions.constraint(rule)] : []));

/** The items of a Questionnaire. */
class Items {
  readonly #context: ItemContext;
  readonly #index: ItemIndex;
  readonly #conditions: Conditions;
  readonly #linkIds: LinkIds;
  readonly #source: Source;

  constructor(context: ItemContext, linkIds: LinkIds, source: Source) {
    this.#linkIds = linkIds;
    this.#source = source;
    this.#context = context;
    this.#index = indexItems(context.instrument);
    this.#conditions = new Conditions(context.instrument, this.#index, context.base);
  }

  emit(placed: readonly Placed[]): QuestionnaireItem[] {
    return placed.flatMap((one) => this.#item(one));
  }

  #item(placed: Placed): QuestionnaireItem[] {
    const { item, hidden, children } = placed;
    const source = this.#source;
    const hash = (): number => itemHash(item);
    const isUnchanged = source.isUnchanged(item.id, hash);
    // Of an item that is written as it came, all is said.
    const tell: Tell = (path, code) => {
      if (!isUnchanged || !code.endsWith('not-said')) this.#context.tell(path, code);
    };
    const context = { ...this.#context, tell };
    const isR5 = context.fhirVersion === 'R5';
    if (item.required && isQuestion(item)) tell(item.id, 'required-without-reasons');
    if (this.#isFilledIn(item.text)) tell(item.id, 'text-not-filled-in');
    const inner = this.emit(children);
    const { extension = [], ...part } = typePart(placed, context);
    const { extension: occurs = [], ...repeats } = repeatsPart(item, context.instrument);
    const { extension: enabledBy = [], ...enabling } = this.#enabling(placed, tell);
    const all = [
      ...(hidden ? [extensions.hidden] : []),
      ...(item.disabledDisplay && !isR5 ? [extensions.disabledDisplay] : []),
      ...(item.short ? [extensions.shortText(item.short)] : []),
      ...(item.entryFormat ? [extensions.entryFormat(item.entryFormat)] : []),
      ...this.#variables(item),
      ...enabledBy,
      ...calculatedPart(item),
      ...rulesOf(item),
      ...shownWith(item),
      ...extension,
      ...limitsFromAnswers(item),
      ...occurs,
    ];
    const texts = textsOf(item, this.#linkIds).map((text) => source.restore(text.linkId, hash, text));
    const isDisplay = kindOf(item) === 'Display';
    const items = isDisplay ? [] : source.sort(item.id, [...texts, ...inner]);
    const emitted = source.restore<QuestionnaireItem>(item.id, hash, {
      ...(all.length && { extension: all }),
      linkId: item.id,
      ...(item.prefix && { prefix: item.prefix }),
      ...(item.text && !tagOf(item, 'text') && { text: withoutJoiner(item.text) }),
      ...besideTextOf(item),
      ...part,
      ...this.#start(item, part),
      ...repeats,
      ...enabling,
      ...(item.required && { required: true }),
      ...(item.disabledDisplay && isR5 && { disabledDisplay: item.disabledDisplay }),
      ...(item.readOnly && { readOnly: true }),
      ...sourceElements(item, context.fhirVersion),
      ...(items.length && { item: items }),
    });
    if (!isDisplay) return [emitted];
    // A display item has no children.
    const beside = texts.map((text) => ({ ...text, ...(all.length && { extension: [...(text.extension ?? []), ...all] }), ...enabling }));
    return [emitted, ...beside];
  }

  /** The values at the start. An item with options has no `initial`: the options are selected. */
  #start(item: Item, { answerOption }: Pick<QuestionnaireItem, 'answerOption'>): Pick<QuestionnaireItem, 'answerOption' | 'initial'> {
    const { instrument, base, fhirVersion } = this.#context;
    if (!item.initial) return {};
    if (answerOption) {
      const codes = optionsOf(instrument, item).map(({ code }) => code);
      return { answerOption: answerOption.map((option, i) => (item.initial!.includes(codes[i]!) ? { ...option, initialSelected: true } : option)) };
    }
    return { initial: item.initial.flatMap((value) => fhirValues({ instrument, item, base, fhirVersion }, value)) };
  }

  #isFilledIn(text: string): boolean {
    return [...text.matchAll(/\{([\w-]+)\}/g)].some(([, name]) => this.#index.has(name!));
  }

  /** The repetition that conditions inside a group refer to. */
  #variables({ id }: Item) {
    return this.#conditions.usedGroups.has(id) ? [extensions.variable(repetitionName(id), '%context')] : [];
  }

  #enabling({ item, when }: Placed, tell: Tell): Pick<QuestionnaireItem, 'extension' | 'enableWhen' | 'enableBehavior'> {
    if (!when) return {};
    const enabling = this.#conditions.enabling(when, this.#index.get(item.id)!);
    if (enabling === 'kept' || enabling === 'not-said') {
      tell(item.id, enabling === 'kept' ? 'condition-left-out' : 'condition-not-said');
      return {};
    }
    if ('always' in enabling) return {};
    if ('expression' in enabling) return { extension: [extensions.enabledBy(enabling.expression)] };
    const { enableWhen, enableBehavior } = enabling;
    return { enableWhen, ...(enableWhen.length > 1 && { enableBehavior }) };
  }
}

/** The scores as hidden items that a renderer calculates. */
function scoreItems({ instrument, tell }: ItemContext, linkIds: LinkIds): QuestionnaireItem[] {
  const rules = scoreRules(instrument);
  if (rules.length && instrument.translation?.standing === 'draft') {
    tell('scoring', 'draft-not-scored');
    return [];
  }
  const toExpression = scoreExpressions(instrument);
  return rules.flatMap(([id, rule, name]) => {
    if (rule.bands) tell(id, 'bands-not-said');
    const expression = toExpression(rule);
    if (!expression) {
      tell(id, 'score-not-said');
      return [];
    }
    const extension = [extensions.hidden, extensions.calculated(expression)];
    return { extension, linkId: linkIds.add(id), text: rule.title ?? name, type: 'decimal' as const, readOnly: true };
  });
}

function reasonsOf({ instrument, base, tell }: ItemContext) {
  const reasons = Object.entries(instrument.absent) as [keyof Instrument['absent'], string][];
  if (reasons.length) tell('absent', 'reasons-not-offered');
  return reasons.flatMap(([reason, text]) => (text ? extensions.offeredReason(base, reason, text) : []));
}

/** The texts around the items. */
const aroundItems = ({ intro, stem, note }: Instrument, linkIds: LinkIds) => ({
  before: [...(intro ? [displayItem(linkIds.add('form.intro'), intro)] : []), ...(stem ? [displayItem(linkIds.add('form.stem'), stem)] : [])],
  after: note ? [displayItem(linkIds.add('form.note'), note)] : [],
});

/** An instrument as a Questionnaire in its own language. */
export function writeQuestionnaire<V extends FhirVersion>(
  instrument: Instrument,
  options: Omit<QuestionnaireOptions<V>, 'translations'>,
): Emitted<Questionnaire<V>> {
  const { fhirVersion, base = CANONICAL_BASE, derivedFrom = [] } = options;
  const { language, title, licence, translation, normed, audience, scoring } = instrument;
  const issues: Issue[] = [];
  const context: ItemContext = { instrument, fhirVersion, base, tell: tellInto(issues) };
  const { translation: _, ...source } = instrument;
  const origins = [...derivedFrom, ...(translation ? [source] : [])].map((origin) => canonicalOf(origin, base));
  const linkIds = new LinkIds(indexItems(instrument).keys());
  const { before, after } = aroundItems(instrument, linkIds);
  const order = instrument.entryMode ? [extensions.entryMode(instrument.entryMode)] : [];
  const extension = [...order, ...(translation ? [extensions.translationUsed(base, translation)] : []), ...reasonsOf(context), ...rulesOf(instrument)];
  const cameWith = new Source(instrument, fhirVersion);
  const items = cameWith.sort(QUESTIONNAIRE, new Items(context, linkIds, cameWith).emit(layoutOf(instrument, context.tell, ({ id }) => cameWith.isForReading(id))));
  const item = [...before, ...items, ...after, ...scoreItems(context, linkIds)];
  const name = formName(instrument);
  const carried = carriedFrom(instrument, fhirVersion);
  const isNoted = !scoring || normed || carried.description?.includes(UNNORMED);
  const description = [carried.description, isNoted ? undefined : UNNORMED].filter(Boolean).join(' ');
  const resource = cameWith.restore<Questionnaire>(QUESTIONNAIRE, () => headHash(instrument), {
    resourceType: 'Questionnaire',
    id: resourceId(name),
    language,
    ...(extension.length && { extension }),
    url: instrument.source?.url ?? formUrl(base, instrument),
    version: instrument.source?.version ?? formVersion(instrument),
    name: computableName(name),
    title,
    publisher: licence.licenceHolder,
    useContext: [
      {
        code: { system: 'http://terminology.hl7.org/CodeSystem/usage-context-type', code: 'user' },
        valueCodeableConcept: { text: audience },
      },
    ],
    copyright: copyrightOf(licence),
    ...carried,
    ...(origins.length && { derivedFrom: [...new Set([...(carried.derivedFrom ?? []), ...origins])] }),
    status: options.status ?? (translation?.standing === 'draft' ? 'draft' : (carried.status ?? 'active')),
    ...(description && { description }),
    ...(item.length && { item }),
  });
  return { resource: resource as Questionnaire<V>, issues };
}

import type { Instrument, Item, Value } from '../core/instrument/instrument.ts';
import { indexItems, type ItemIndex, keyOf } from '../core/instrument/item-index.ts';
import { optionsOf } from '../core/instrument/value.ts';
import { limits } from '../core/plain-data/limits.ts';
import type { Answer, Response } from '../core/record/response.ts';
import { choiceValues } from './choice-value.ts';
import { fhirValues } from './fhir-values.ts';
import { GivenBack } from './given-back.ts';
import { answerKind, isChoice, isGroup } from './item-kind.ts';
import { CANONICAL_BASE, canonicalOf, formUrl, formVersion, recordIdSystem } from './canonical.ts';
import { absentReason, recordFacts, translationUsed } from './extensions.ts';
import { type Issue, type Tell, tellInto } from './issue.ts';
import { isKept, layoutOf, type Placed } from './layout.ts';
import { type Participants, participants } from './participants.ts';
import { sourceCanonical, tagOf } from './source-tags.ts';
import type { Emitted } from './questionnaire.ts';
import type { ItemContext } from './question-item.ts';
import type { Unmatched } from './unmatched.ts';
import type { AnswerValue, FhirVersion, QuestionnaireResponse, QuestionnaireResponseItem, Reference } from './resources.ts';

export interface ResponseOptions<V extends FhirVersion> extends Participants {
  fhirVersion: V;
  /** The start of the canonical URLs. Give the one that the Questionnaire was emitted with. */
  base?: string;
  author?: Reference;
  /** What `fromQuestionnaireResponse` could not put into the record. It is given back at its place, unless the person has answered anew. */
  unmatched?: readonly Unmatched[];
  /** The canonical reference to the Questionnaire, if it is not the one of `toQuestionnaire`. */
  questionnaire?: string;
}

type ResponseItem = QuestionnaireResponseItem;

/** The answers of a record by place, and how many repetitions each group has. */
class Places {
  readonly #answers = new Map<string, Answer>();
  readonly #counts = new Map<string, number>();

  constructor(index: ItemIndex, { answers, back, tell }: { answers: readonly Answer[]; back: GivenBack; tell: Tell }) {
    for (const answer of answers) {
      const { item: id, at = [] } = answer;
      const key = keyOf(id, at);
      const indexed = index.get(id);
      const isPossible = at.every((position) => Number.isInteger(position) && position >= 0 && position < limits.repetitions);
      if (!indexed || !answerKind(indexed.item) || at.length !== indexed.groups.length || !isPossible) tell(key, 'no-such-place');
      else if (isKept(indexed.item)) tell(key, 'kept-in-the-widget');
      else if (this.#answers.has(key)) tell(key, 'answered-twice');
      else {
        this.#answers.set(key, answer);
        this.#countAll(indexed.groups, at);
      }
    }
    for (const { groups, at } of back.repetitions()) this.#countAll(groups, at);
  }

  #countAll(groups: readonly Item[], at: readonly number[]): void {
    groups.forEach((group, depth) => this.#count(keyOf(group.id, at.slice(0, depth)), at[depth]! + 1));
  }

  #count(key: string, count: number): void {
    this.#counts.set(key, Math.max(count, this.#counts.get(key) ?? 0));
  }

  answer(item: Item, at: readonly number[]): Answer | undefined {
    return this.#answers.get(keyOf(item.id, at));
  }

  count(group: Item, around: readonly number[]): number {
    return this.#counts.get(keyOf(group.id, around)) ?? 0;
  }
}

/** The items of a QuestionnaireResponse. */
class ResponseItems {
  readonly #instrument: Instrument;
  readonly #base: string;
  readonly #fhirVersion: FhirVersion;
  readonly #places: Places;
  readonly #back: GivenBack;
  readonly #tell: Tell;
  readonly #choices = new Map<string, (code: string) => AnswerValue>();

  constructor({ instrument, base, fhirVersion, tell }: ItemContext, answers: readonly Answer[], unmatched: readonly Unmatched[]) {
    const index = indexItems(instrument);
    this.#instrument = instrument;
    this.#base = base;
    this.#fhirVersion = fhirVersion;
    this.#back = new GivenBack(unmatched, answers, index);
    this.#places = new Places(index, { answers, back: this.#back, tell });
    this.#tell = tell;
  }

  /** `around`: the id of the item around them. */
  emit(placed: readonly Placed[], at: readonly number[] = [], around = ''): ResponseItem[] {
    const items = placed.flatMap((one) => {
      const { item } = one;
      if (!isGroup(item)) return this.#questions(one, at);
      if (!item.repeats) return this.#group(one, at);
      // FHIR counts repetitions by their order, so an empty one stays before the next.
      return Array.from({ length: this.#places.count(item, at) }, (_, i) => this.#group(one, [...at, i])[0] ?? named(item));
    });
    return [...items, ...this.#back.inside(around, at)];
  }

  #group({ item, children }: Placed, at: readonly number[]): ResponseItem[] {
    const inner = this.emit(children, at, item.id);
    return inner.length || this.#back.isBare(item.id, at) ? [this.#withRest({ ...named(item), ...(inner.length && { item: inner }) }, at)] : [];
  }

  /** The item with what else it had. */
  #withRest(item: ResponseItem, at: readonly number[]): ResponseItem {
    const rest = this.#back.rest(item.linkId, at) as Partial<ResponseItem>;
    const extension = [...(rest.extension ?? []), ...(item.extension ?? [])];
    return { ...rest, ...item, ...(extension.length && { extension }) };
  }

  /** A question, with the items in it. One that repeats has all its answers in one item. */
  #questions({ item, children }: Placed, around: readonly number[]): ResponseItem[] {
    const places = item.repeats ? Array.from({ length: this.#places.count(item, around) }, (_, i) => [...around, i]) : [around];
    const found = places.flatMap((at) => {
      const inner = this.emit(children, at, item.id);
      const [own] = this.#question(item, at);
      if (!inner.length) return own ?? [];
      const [first, ...rest] = own?.answer ?? [];
      // An item in a question is in its first answer, because an instrument asks it once.
      return { ...(own ?? named(item)), ...(first ? { answer: [{ ...first, item: inner }, ...rest] } : { item: inner }) };
    });
    if (!found.length) return this.#back.isBare(item.id, around) ? [this.#withRest(named(item), around)] : [];
    if (found.length === 1) return [this.#withRest(found[0]!, around)];
    // A repetition that was left out has its reason in the place of its answer.
    const answer = found.flatMap((one) => one.answer ?? (one.extension ? { extension: one.extension } : []));
    const inner = found.flatMap((one) => one.item ?? []);
    return [this.#withRest({ ...named(item), ...(answer.length ? { answer } : inner.length && { item: inner }) }, around)];
  }

  #question(item: Item, at: readonly number[]): ResponseItem[] {
    const answer = this.#places.answer(item, at);
    if (!answer) {
      const given = this.#back.answers(item.id, at);
      return given.length ? [{ ...named(item), answer: given }] : [];
    }
    const key = keyOf(item.id, at);
    if (answer.state !== 'answered') {
      if (item.required) this.#tell(key, 'required-left-out');
      return [{ extension: [absentReason(answer.state)], ...named(item) }];
    }
    const own = answer.values.flatMap((value) => this.#back.original(item.id, at, value) ?? this.#value(item, value, key));
    const values = [...own, ...this.#back.answers(item.id, at, answer.values)];
    return values.length ? [{ ...named(item), answer: values }] : [];
  }

  #value(item: Item, value: Value, key: string): AnswerValue[] {
    const toChoice = isChoice(item) ? (this.#choices.get(item.id) ?? choiceValues(this.#base, this.#instrument, item)) : undefined;
    if (toChoice) this.#choices.set(item.id, toChoice);
    const context = { instrument: this.#instrument, item, base: this.#base, fhirVersion: this.#fhirVersion };
    const values = fhirValues(context, value, toChoice);
    const [said] = values;
    const isUnknown = toChoice && typeof value === 'string' && !optionsOf(this.#instrument, item).some(({ code }) => code === value);
    if (isUnknown) this.#tell(key, 'unknown-code');
    if (said?.valueAttachment) this.#tell(key, 'file-not-emitted');
    if (!said) this.#tell(key, 'value-of-another-type');
    if (answerKind(item) === 'Integer' && said?.valueDecimal !== undefined) this.#tell(key, 'number-too-large');
    return values;
  }
}

const named = (item: Item): ResponseItem => ({ linkId: item.id, ...(item.text && !tagOf(item, 'text') && { text: item.text }) });

/** The items of a response with these answers, and with what was unmatched before. */
export const itemsOf = (context: ItemContext, answers: readonly Answer[], unmatched: readonly Unmatched[]): ResponseItem[] =>
  new ResponseItems(context, answers, unmatched).emit(layoutOf(context.instrument));

/** Whether the record is about this instrument, in this language. */
function isOfForm({ instrument: form }: Response, instrument: Instrument, base: string): boolean {
  const { language = instrument.language } = form;
  const isSame = formUrl(base, form) === formUrl(base, instrument) && formVersion(form) === formVersion(instrument);
  return isSame && language === instrument.language;
}

/**
 * A record as a QuestionnaireResponse. Read the record with `readRecord` first: this function does not check it. An item that was
 * left out is there without an answer, with its reason. An item that was not answered is not there.
 */
export function toQuestionnaireResponse<V extends FhirVersion>(
  response: Response,
  instrument: Instrument,
  { base = CANONICAL_BASE, author, questionnaire, unmatched = [], ...given }: ResponseOptions<V>,
): Emitted<QuestionnaireResponse<V>> {
  const issues: Issue[] = [];
  const tell = tellInto(issues);
  if (!isOfForm(response, instrument, base)) tell('instrument', 'not-its-form');
  const { translation, language = instrument.language } = response.instrument;
  const identifier = { system: recordIdSystem(base), value: response.id };
  const item = itemsOf({ instrument, base, fhirVersion: given.fhirVersion, tell }, response.answers, unmatched);
  const resource = {
    resourceType: 'QuestionnaireResponse',
    language,
    extension: [recordFacts(base, response), ...(translation ? [translationUsed(base, translation)] : [])],
    identifier: given.fhirVersion === 'R5' ? [identifier] : identifier,
    questionnaire: questionnaire ?? sourceCanonical(instrument) ?? canonicalOf(response.instrument, base),
    status: response.status,
    ...participants(given, response),
    ...(response.completedAt && { authored: response.completedAt }),
    ...(author && { author }),
    ...(item.length && { item }),
  };
  return { resource: resource as QuestionnaireResponse<V>, issues };
}

import type { Choice, Condition, Item, ItemOf, Quantity } from '../../core/instrument/instrument.ts';
import { isQuestion } from '../../core/item-types/index.ts';
import { isDay } from '../../core/plain-data/iso-date.ts';
import { strongComponents } from '../../core/plain-data/strong-components.ts';
import { outwards, repetitionsOf, type Source } from './draft.ts';
import { answerKind, isChoice } from '../item-kind.ts';
import { isOrder, orderOfOptions } from './order-of-options.ts';
import { optionValues } from '../option-values.ts';
import type { Outline } from './outline.ts';
import type { Part, Typed } from './part.ts';
import { choiceFor, isDefinable, offeredWords, valueIn } from './value.ts';

type Over = { over?: 'any' | 'all' };

const OPERATORS = ['exists', '=', '!=', '>', '<', '>=', '<='];

/** The answers that a condition compares with. */
const choicesOf = ({ draft, choices }: Source): readonly Choice[] => choices ?? ((draft?.choices as Choice[] | undefined) ?? []);

/** Adds the conditions to the items of a definition. */
export class ConditionReader {
  readonly #outline: Outline;
  /** The items that decide whether an item is asked. */
  readonly #dependencies = new Map<string, string[]>();

  constructor(outline: Outline) {
    this.#outline = outline;
  }

  read(): void {
    const sources = [...this.#outline.byId.values()].filter(({ draft }) => draft);
    for (const { id, parent } of sources) this.#dependencies.set(id, parent ? [parent.id] : []);
    const wanted = sources.map((source) => ({ source, parts: this.#partsOf(source) }));
    const components = strongComponents(this.#dependencies);
    for (const { source, parts } of wanted) {
      const { part, id } = source;
      const conditions = parts.flatMap(({ question, condition }) => {
        if (components.get(question) !== components.get(id)) return [condition];
        part.tell(id, 'circular-condition', question);
        return [];
      });
      this.#enable(source, conditions);
    }
  }

  #enable(source: Source, conditions: readonly Condition[]): void {
    const { part, parent, fhirType } = source;
    const isAny = part.text('enableBehavior') === 'any';
    const own: Condition[] = conditions.length > 1 ? [isAny ? { any: [...conditions] } : { all: [...conditions] }] : [...conditions];
    // In FHIR, an item in a question is in its answer.
    const isInAnswer = parent?.draft && isQuestion(parent.draft as Item);
    const expression = source.extensions.expression('enableWhenExpression');
    if (expression) own.push(expression);
    const all = [...(isInAnswer ? [{ item: parent.id, is: 'answered' as const }] : []), ...own];
    if (all.length) source.draft!.when = all.length > 1 ? { all } : all[0]!;
    if (isInAnswer && parent.draft!.multiple && fhirType !== 'display') part.tell(parent.id, 'answers-inside-are-asked-once', source.id);
  }

  #partsOf(source: Source): { question: string; condition: Condition }[] {
    const { part, id } = source;
    return part.list('enableWhen').flatMap((when) => {
      const question = when.text('question')?.trim() ?? '';
      const target = this.#outline.byId.get(question);
      if (!target?.draft || !isQuestion(target.draft as Item)) {
        part.tell(id, 'condition-without-item', question);
        return [];
      }
      const condition = conditionOf(when, target, overOf(target, source));
      if (!condition) {
        part.tell(id, 'condition-part-left-out', `${question} ${when.text('operator') ?? ''}`);
        return [];
      }
      if (when.text('operator') === '!=' && 'any' in condition && overOf(target, source)) part.tell(id, 'not-equal-needs-all-answered', question);
      this.#dependencies.get(id)!.push(question);
      return { question, condition };
    });
  }
}

/** FHIR asks about any answer of an item that repeats beside the asker. */
function overOf(target: Source, asker: Source): 'any' | undefined {
  const around = new Set([...outwards(asker)].slice(1).map(({ id }) => id));
  return repetitionsOf(target).every((id) => around.has(id)) ? undefined : 'any';
}

function conditionOf(when: Part, target: Source, over: 'any' | undefined): Condition | undefined {
  const operator = when.text('operator') ?? '';
  const typed = when.typed('answer');
  if (!OPERATORS.includes(operator) || !typed) return undefined;
  const item = target.id;
  if (operator === 'exists') return typeof typed.value === 'boolean' ? exists(item, typed.value, over) : undefined;
  const compare = (op: string, value: unknown, over: Over['over']): Condition => ({ item, op, value, ...(over && { over }) }) as Condition;
  if (isOrder(operator) && isChoice(target.draft as unknown as Item)) {
    const fitting = target.draft!.dynamic ? undefined : orderOfOptions(choicesOf(target), operator, typed, (code) => compare('=', code, over));
    if (fitting?.length === 0) return { all: [exists(item, true, over), exists(item, false, over)] };
    return fitting && (fitting.length > 1 ? { any: fitting } : fitting[0]);
  }
  const value = comparable(target, typed);
  if (!isDefinable(value)) return undefined;
  if (isUndecided(target, operator, value)) when.tell(when.path, 'condition-not-decided', `${item} ${operator}`);
  if (operator !== '!=') return compare(operator, value, over);
  // "True if no answer has a value that is equal": also if there is none.
  return { any: [exists(item, false, over), compare('!=', value, over && 'all')] };
}

/** Whether an item has an answer. */
function exists(item: string, value: boolean, over: Over['over']): Condition {
  return { item, op: 'exists', value, ...(over && { over: value ? 'any' : 'all' }) } as unknown as Condition;
}

/** The value to compare with. A choice that is not offered is never equal. */
function comparable(target: Source, typed: Typed): unknown {
  const item = target.draft as unknown as Item;
  const choices = choicesOf(target);
  if (!isChoice(item)) return fieldValue(item, typed);
  const choice = choiceFor(choices, typed, optionValues(item));
  const { code, display } = Object(typed.value) as Record<string, unknown>;
  const named = [code, display, typed.value].find((text) => typeof text === 'string' && text !== '');
  if (item.dynamic?.choices && !choice) return offeredWords(typed.value);
  return choice?.code ?? (typeof typed.value === 'number' ? typed.value : named);
}

/** A condition may have a part of a date, and a quantity without a unit. */
function fieldValue(item: Item, typed: Typed): unknown {
  const value = valueIn({ ...item, kind: answerKind(item)! }, typed);
  if (typed.type.startsWith('Date')) return value ?? (isPartOfDate(typed.value) ? typed.value : undefined);
  const { unit, code } = Object(value) as Partial<Quantity>;
  const { units } = item as Partial<ItemOf<'quantity'>>;
  // Nothing is converted, so a number in a unit that the item does not have could not be compared.
  const isOtherUnit = units && (unit ?? code) !== undefined && !units.some((one) => (code === undefined ? one.text === unit : one.code === code));
  return isOtherUnit ? undefined : value;
}

const isPartOfDate = (value: unknown): boolean => typeof value === 'string' && /^\d{4}(-\d\d){0,2}$/.test(value) && isDay(`${value}-01-01`.slice(0, 10));

/** Some answers are neither equal to the value nor different from it, or cannot be compared with it. */
function isUndecided({ draft }: Source, operator: string, value: unknown): boolean {
  const { type, units } = draft as unknown as ItemOf<'quantity'>;
  const { unit, code } = Object(value) as Partial<Quantity>;
  if ((unit ?? code) !== undefined) return units?.length !== 1;
  const isShort = typeof value === 'string' && { date: 10, dateTime: 11 }[type as string]! > value.length;
  return isShort && operator.includes('=') && operator !== '!=';
}

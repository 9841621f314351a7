import type { Choice, OwnWords, Unit } from '../../core/instrument/instrument.ts';
import { isObject } from '../../core/plain-data/shape.ts';
import { isDay, isMoment } from '../../core/plain-data/iso-date.ts';
import type { AnswerKind } from '../item-kind.ts';
import { optionValues, type OptionValues } from '../option-values.ts';
import { fileOf } from './attachment.ts';
import type { Typed } from './part.ts';

/** What a value must fit: the kind of the answer, and the choices. */
export interface Target {
  kind: AnswerKind;
  seconds?: unknown;
  open?: unknown;
  choices?: readonly Choice[];
  /** Choices that are not in `choices` may follow from answers. */
  dynamic?: unknown;
  tags?: Readonly<Record<string, string>>;
  units?: readonly Unit[];
}

/** The largest limit, weight and quantity of a definition. */
export const LARGEST = 1e9;

/** Whether a definition can have this value: in a condition, or at the start. */
export const isDefinable = (value: unknown): boolean =>
  value !== undefined && !(isObject(value) && typeof value.value === 'number' && Math.abs(value.value) > LARGEST);

const textOf = (value: unknown, ...names: string[]): string | undefined => {
  if (typeof value === 'string') return value;
  for (const name of names) {
    const text = isObject(value) ? value[name] : undefined;
    if (typeof text === 'string' && text) return text;
  }
  return undefined;
};

const identifierIn = ({ identifier }: Readonly<Record<string, unknown>>): unknown => (Object(identifier) as { value?: unknown }).value;

/** Whether a value is this option. A resource is known by its reference. */
function isOption({ type, value: own }: Typed, typed: Typed): boolean {
  const { value } = typed;
  if (typed.type && typed.type !== type) return false;
  if (!isObject(own) || !isObject(value)) return own === value;
  return own.reference === value.reference && (own.reference !== undefined || (own.display === value.display && identifierIn(own) === identifierIn(value)));
}

/** Whether the value can stand for another option than those of its type: by its words, or by a code without a system. */
const isLoose = ({ value }: Typed, own: Typed | undefined): boolean =>
  !own || !isObject(value) || !(value.system ?? (isObject(own.value) ? own.value.reference : undefined) ?? value.reference);

/** The choice that a Coding, a resource, a text or a number stands for. `values`: of the choices that are no Coding. */
export function choiceFor(all: readonly Choice[], typed: Typed, values?: OptionValues): Choice | undefined {
  const { value } = typed;
  const own = ({ code }: Choice): Typed | undefined => values?.get(code);
  const exact = values?.size ? all.find((choice) => own(choice) && isOption(own(choice)!, typed)) : undefined;
  if (exact) return exact;
  const choices = values?.size ? all.filter((choice) => isLoose(typed, own(choice))) : all;
  if (!isObject(value)) {
    const text = String(value);
    return choices.find((choice) => choice.text === text) ?? choices.find(({ code, coding }) => (coding?.code ?? code) === text);
  }
  const { system, code } = value;
  if (typeof code === 'string' && code) {
    const isSame = ({ code: own, coding }: Choice): boolean =>
      (coding?.code ?? own) === code && (!system || !coding?.system || coding.system === system);
    return choices.find(isSame);
  }
  const { reference } = value;
  if (typeof reference === 'string' && reference) return choices.find(({ code: own, coding }) => !coding && own === reference);
  const display = textOf(value, 'display');
  return choices.find(({ text, code: own }) => text === display || own === display);
}

/** A FHIR time without its seconds, if they are zero and the item has none. */
function timeIn(time: string, seconds: unknown): string | undefined {
  const [, minutes, second = ''] = /^((?:[01]\d|2[0-3]):[0-5]\d)(:[0-5]\d)?(?:\.0+)?$/.exec(time) ?? [];
  if (minutes === undefined) return undefined;
  if (seconds) return minutes + (second || ':00');
  return second === ':00' ? minutes : minutes + second;
}

/** A quantity, in the unit of the item that it names by its code or its text. */
function quantityIn(value: unknown, units: readonly Unit[] = []): object | undefined {
  // "Less than 5" is not 5.
  if (!isObject(value) || typeof value.value !== 'number' || value.comparator !== undefined) return undefined;
  const { value: number, unit, system, code } = value;
  const isCoded = (one: Unit): boolean => one.code !== undefined && one.code === code && (system === undefined || system === one.system);
  const known = units.find(isCoded) ?? units.find(({ text }) => text === unit && code === undefined);
  const named = known ? { unit: unit ?? known.text, system: known.system, code: known.code } : { unit, system, code };
  return { value: number, ...Object.fromEntries(Object.entries(named).filter(([, text]) => typeof text === 'string' && text)) };
}

const numberIn = (value: unknown): number | undefined => {
  const { value: number = value, comparator } = Object(value) as { value?: unknown; comparator?: unknown };
  return typeof number === 'number' && comparator === undefined ? number : undefined;
};

const momentIf =
  (fits: (text: string) => boolean) =>
  (_: Target, { value }: Typed): unknown =>
    typeof value === 'string' && fits(value) ? value : undefined;

/**
 * An answer to a list that follows from other answers. A resource has its reference as its code. Without a concept, the words are
 * the value.
 */
export function offeredWords(value: unknown): OwnWords | undefined {
  if (typeof value === 'string' || typeof value === 'number') return { words: String(value) };
  if (!isObject(value)) return undefined;
  const { system, version, code = value.reference, display } = value;
  const coding = Object.fromEntries(Object.entries({ code, display, system, version }).filter(([, text]) => typeof text === 'string' && text));
  const text = display ?? code;
  return typeof text === 'string' && text.trim() ? { coding, words: text } : undefined;
}

/** An answer beside an open list: a text, or a concept or a resource that the list does not have. */
function openWords({ type, value }: Typed, { fhirType, own }: Readonly<Record<string, string>> = {}): OwnWords | undefined {
  if (!['', 'String', 'Coding'].includes(type) && (type !== 'Reference' || fhirType !== 'reference')) return undefined;
  const words = offeredWords(value);
  // Words alone are written as a value of the type.
  return own && words?.coding && Object.keys(words.coding).length === 1 && words.coding.display ? { words: words.words } : words;
}

const words = (value: unknown): string | undefined => textOf(value, 'display', 'code', 'reference');

/** How a value of each kind is read. */
const readers: Record<AnswerKind, (target: Target, typed: Typed) => unknown> = {
  Attachment: (_, { value }) => fileOf(value),
  Boolean: (_, { value }) => (typeof value === 'boolean' ? value : undefined),
  Coding: ({ choices = [], open, dynamic, tags }, typed) =>
    choiceFor(choices, typed, optionValues({ tags }))?.code ??
    (Object(dynamic).choices ? offeredWords(typed.value) : open ? openWords(typed, tags) : undefined),
  Date: momentIf(isDay),
  DateTime: momentIf(isMoment),
  Decimal: (_, { value }) => numberIn(value),
  Integer: (_, { value }) => (Number.isSafeInteger(value) ? value : undefined),
  Quantity: ({ units }, { value }) => quantityIn(value, units),
  String: (_, { value }) => words(value),
  Time: ({ seconds }, { value }) => (typeof value === 'string' ? timeIn(value, seconds) : undefined),
  Uri: (_, { value }) => words(value),
};

/** The value that an answer has for a value of FHIR. Undefined if it does not fit the item. */
export const valueIn = (target: Target, typed: Typed): unknown => readers[target.kind](target, typed);

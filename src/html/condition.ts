import type { Condition, Instrument, Item, Value } from '../core/instrument/instrument.ts';
import { type IndexedItem, indexItems } from '../core/instrument/item-index.ts';
import { fitsIn, type ItemCondition } from '../core/answering/comparison.ts';
import { byType } from '../core/answering/condition-values.ts';
import { plainValueText } from '../core/item-types/object-value.ts';
import { optionsOf, valueText } from '../core/instrument/value.ts';
import { typeMarkupOf } from './item-types/index.ts';
import { type Markup, markup, type Part as Shown } from './markup.ts';
import { reasonText } from './options.ts';
import { placeholderText } from './wording.ts';
import type { Words } from './words.ts';

interface Context {
  instrument: Instrument;
  words: Words;
  /** What stands after the texts of items in this repetition. */
  suffix: string;
}

/** Says when to answer an item, in the words of the form: one sentence, or a list of them. */
export function conditionText(when: Condition, context: Context): Markup {
  const { words } = context;
  if ('expression' in when) return markup`<p>${words('fallback.answerIfFits')}</p>`;
  const parts = partsOf(when, context);
  const [only] = parts;
  if (parts.length === 1 && only) return markup`<p>${words('fallback.answerIf')} ${line(only, context)}</p>`;
  return markup`<p>${words('all' in when ? 'fallback.answerIfAll' : 'fallback.answerIfAny')}</p>${list(parts, context)}`;
}

/** Several answers to one item, one of which the person gave. */
interface OneOf {
  item: string;
  oneOf: readonly string[];
}

type Part = Condition | OneOf;

/** The parts of a condition. Answers to one item that each are enough are one part. */
function partsOf(when: Condition, context: Context): readonly Part[] {
  if ('all' in when) return when.all.length === 1 ? partsOf(when.all[0]!, context) : when.all;
  if (!('any' in when)) return [when];
  if (when.any.length === 1) return partsOf(when.any[0]!, context);
  const parts: Part[] = [];
  for (const part of when.any) {
    const answers = answersOf(part, context);
    const last = parts.at(-1);
    if (answers && last && 'oneOf' in last && last.item === answers.item) parts[parts.length - 1] = { item: last.item, oneOf: [...last.oneOf, ...answers.oneOf] };
    else parts.push(answers ?? part);
  }
  return parts;
}

/** The answers that a condition names, if it is about the answer to one item in this repetition. */
function answersOf(when: Condition, { instrument, words }: Context): OneOf | undefined {
  if (!('item' in when) || when.over) return undefined;
  const item = indexOf(instrument).get(when.item)?.item;
  if ('is' in when) {
    if (when.is === 'answered' || when.is === 'unanswered') return undefined;
    return { item: when.item, oneOf: [quoted(reasonText(when.is, { item, instrument, words }))] };
  }
  if (!item || when.op === 'exists' || when.op === '!=') return undefined;
  if (when.op === '=') return { item: item.id, oneOf: [answerText(when.value, item, { instrument, words })] };
  // The person sees no weights, so an order of choices is a list of them.
  const fits = fitsIn(instrument, byType);
  const choices = typeMarkupOf(item).order === 'options' ? optionsOf(instrument, item) : [];
  const fitting = choices.filter(({ code }) => fits(item, { item: item.id, state: 'answered', values: [code] }, when));
  return fitting.length ? { item: item.id, oneOf: fitting.map(({ code }) => answerText(code, item, { instrument, words })) } : undefined;
}

const list = (parts: readonly Part[], context: Context): Markup =>
  markup`<ul>${parts.map((part) => markup`<li>${line(part, context)}</li>`)}</ul>`;

function line(part: Part, context: Context): Shown {
  const { words } = context;
  if ('oneOf' in part) return words('fallback.chosen', { question: questionText(part.item, context), answer: oneOf(part.oneOf, words.lang) });
  if ('expression' in part) return words('fallback.answerIfFits');
  if ('item' in part) {
    const { over } = part;
    return over ? [words(over === 'all' ? 'fallback.eachTime' : 'fallback.onceAtLeast'), ' ', sentence(part, context)] : sentence(part, context);
  }
  const parts = partsOf(part, context);
  if (parts.length === 1) return line(parts[0]!, context);
  return [words('all' in part ? 'fallback.all' : 'fallback.any'), list(parts, context)];
}

function questionText(id: string, { instrument, suffix }: Context): string {
  const indexed = indexOf(instrument).get(id);
  if (!indexed) return id;
  const { item, groups } = indexed;
  return `${placeholderText(item.short ?? item.text) || id}${groups.length ? suffix : ''}`;
}

const ORDERS = {
  number: { '>': 'more', '>=': 'atLeast', '<': 'less', '<=': 'atMost' },
  time: { '>': 'after', '>=': 'from', '<': 'before', '<=': 'until' },
} as const;

/** A condition on one item, as a sentence. */
function sentence(when: ItemCondition, context: Context): Shown {
  const { instrument, words } = context;
  const question = questionText(when.item, context);
  const { over: _, ...alone } = when;
  const answers = answersOf(alone, context);
  if (answers) return line(answers, context);
  if ('is' in when) return words(when.is === 'answered' ? 'fallback.answered' : 'fallback.notAnswered', { question });
  if (when.op === 'exists') return words(when.value ? 'fallback.answered' : 'fallback.notAnswered', { question });
  const { op, value } = when;
  const item = indexOf(instrument).get(when.item)?.item;
  const answer = item ? answerText(value, item, context) : plainValueText(value);
  if (op === '=' || op === '!=') return words(op === '=' ? 'fallback.chosen' : 'fallback.notChosen', { question, answer });
  const isTime = item && typeMarkupOf(item).order === 'moments';
  return words(`fallback.${ORDERS[isTime ? 'time' : 'number'][op]}`, { question, answer });
}

const quoted = (text: string): string => `“${text}”`;

/** An answer in the words of its option. */
function answerText(value: Value, item: Item, { instrument, words }: Pick<Context, 'instrument' | 'words'>): string {
  if (typeof value === 'boolean') return quoted(words.text(value ? 'yes' : 'no'));
  const text = valueText(instrument, item, value);
  return typeof value === 'number' || typeof value === 'object' ? text : quoted(text);
}

const oneOf = (texts: readonly string[], lang: string): string => new Intl.ListFormat(lang, { type: 'disjunction' }).format(texts);

const indexes = new WeakMap<Instrument, ReadonlyMap<string, IndexedItem>>();

function indexOf(instrument: Instrument): ReadonlyMap<string, IndexedItem> {
  const known = indexes.get(instrument) ?? indexItems(instrument);
  indexes.set(instrument, known);
  return known;
}

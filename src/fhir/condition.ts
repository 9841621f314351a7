import type { Condition, Instrument, ItemOf, Value } from '../core/instrument/instrument.ts';
import type { IndexedItem, ItemIndex } from '../core/instrument/item-index.ts';
import { optionsOf } from '../core/instrument/value.ts';
import { withSeconds } from '../core/plain-data/iso-date.ts';
import { isOwnWords } from '../core/item-types/object-value.ts';
import { fhirTime, fitsInteger } from './answer-value.ts';
import { nameOf } from './canonical.ts';
import { choiceValues } from './choice-value.ts';
import { answerKind } from './item-kind.ts';
import { leftOutPath } from './extensions.ts';
import { itemsAt, numeral, quoted } from './fhir-path.ts';
import { isKept } from './layout.ts';
import type { AnswerValue, EnableWhen } from './resources.ts';

/** One test of one item: in FHIRPath, and as `enableWhen` if FHIR can say it so. */
interface Test {
  when?: EnableWhen;
  path: string;
}

/** A condition in which only tests are left, and constants. */
type Tree = boolean | Test | { all: Tree[] } | { any: Tree[] };

type Comparison = Exclude<Extract<Condition, { op: unknown }>, { op: 'exists' }>;

/** How FHIR says when an item is asked. */
export type Enabling =
  /** Its condition always holds. */
  | { always: true }
  | { enableWhen: EnableWhen[]; enableBehavior: 'all' | 'any' }
  | { expression: string };

/** A condition that depends on an answer that is not emitted. */
const KEPT = 'kept';
/** A condition in another language, or one that holds for each repetition. */
const NOT_SAID = 'not-said';
type Unsaid = typeof KEPT | typeof NOT_SAID;

const FHIRPATH = 'text/fhirpath';

/** The name of the variable that has the current repetition of a group. */
export const repetitionName = (group: string): string => `rep-${nameOf(group).replace(/_/g, '.')}`;

/** Says conditions of an instrument in FHIR. `usedGroups` collects the repeating groups whose variable is needed. */
export class Conditions {
  readonly usedGroups = new Set<string>();
  readonly #instrument: Instrument;
  readonly #index: ItemIndex;
  readonly #base: string;

  constructor(instrument: Instrument, index: ItemIndex, base: string) {
    this.#instrument = instrument;
    this.#index = index;
    this.#base = base;
  }

  /** `kept`: it depends on an answer that stays in the widget. `not-said`: FHIR has no way to say it. */
  enabling(condition: Condition, owner: IndexedItem): Enabling | Unsaid {
    const tree = this.#treeOf(condition, owner);
    if (tree === KEPT || tree === NOT_SAID) return tree;
    const simple = simplified(tree);
    if (simple === true) return { always: true };
    return natively(simple) ?? this.#expression(simple, owner);
  }

  #expression(tree: Tree, { groups }: IndexedItem): Enabling {
    const expression = pathOf(tree);
    for (const { id } of groups) if (expression.includes(repetition(id))) this.usedGroups.add(id);
    return { expression };
  }

  /** `!=` of FHIR also holds without an answer. */
  #unequal(condition: Condition, owner: IndexedItem): Tree | undefined {
    const parts = 'any' in condition ? condition.any : [];
    const [blank, unequal] = parts as [Partial<Comparison> | undefined, Comparison | undefined];
    const isUnequal = parts.length === 2 && (blank!.op as string) === 'exists' && (blank!.value as unknown) === false && unequal!.op === '!=';
    if (!isUnequal || blank!.item !== unequal!.item) return undefined;
    const equal = this.#treeOf({ ...unequal!, op: '=', ...(unequal!.over && { over: 'any' }) }, owner);
    const test = typeof equal === 'string' ? equal : simplified(equal);
    return typeof test === 'object' && 'path' in test && test.when
      ? { when: { ...test.when, operator: '!=' }, path: `${test.path}.not()` }
      : undefined;
  }

  #treeOf(condition: Condition, owner: IndexedItem): Tree | Unsaid {
    const unequal = this.#unequal(condition, owner);
    if (unequal) return unequal;
    if ('all' in condition || 'any' in condition) {
      const parts = 'all' in condition ? condition.all : condition.any;
      const trees: Tree[] = [];
      for (const part of parts) {
        const tree = this.#treeOf(part, owner);
        if (tree === KEPT || tree === NOT_SAID) return tree;
        trees.push(tree);
      }
      return 'all' in condition ? { all: trees } : { any: trees };
    }
    if ('expression' in condition) return condition.language === FHIRPATH ? { path: `(${condition.expression})` } : NOT_SAID;
    const indexed = this.#index.get(condition.item);
    const isInScope = indexed?.groups.every((group, i) => group === owner.groups[i]);
    const { over } = condition;
    // Without `over`, an item in other repetitions counts as unanswered.
    if (!indexed || !(over || isInScope)) return isSaidOf('unanswered', condition);
    if (isKept(indexed.item)) return KEPT;
    if (!isInScope && over === 'all') return NOT_SAID;
    const items = isInScope ? itemsAt([indexed.item.id], startOf(indexed)) : `%resource.descendants().where(linkId = ${quoted(indexed.item.id)})`;
    if ('is' in condition) return stateTest(condition, items);
    return condition.op === 'exists' ? existsTest(condition, items) : this.#comparison(condition, indexed, items);
  }

  #comparison({ item: id, op, value }: Comparison, indexed: IndexedItem, items: string): Tree {
    const { item } = indexed;
    const kind = answerKind(item);
    const values = `${items}.answer.value`;
    if (op === '!=') {
      const { multiple } = item as { multiple?: boolean };
      const equal = simplified(this.#comparison({ item: id, op: '=', value }, indexed, items));
      // No answer can be equal.
      if (typeof equal === 'boolean' || !('path' in equal)) return answeredTest(id, items);
      const test = { path: `${equal.path}.not()` };
      // With several answers, renderers do not agree about `!=`.
      const isSayable = equal.when && !multiple;
      return { all: [answeredTest(id, items), isSayable ? { ...test, when: { ...equal.when!, operator: op } } : test] };
    }
    if (kind === 'Coding') return this.#choiceComparison(item as ItemOf<'choice'>, { op, value }, values);
    if (kind === 'Quantity') return quantityTest(id, op, value, values);
    if (kind === 'Boolean') {
      const fitting = [false, true].filter((answer) => typeof value === 'boolean' && isInOrder(answer, op, value));
      return { any: fitting.map((answer) => valueTest(id, '=', [{ answerBoolean: answer }, String(answer)], values)) };
    }
    const literal = literalOf(kind, value);
    return literal ? valueTest(id, op, literal, values) : false;
  }

  /** Choices have no order in FHIR. So an order is said as the choices that fit. */
  #choiceComparison(item: ItemOf<'choice'>, { op, value }: Pick<Comparison, 'op' | 'value'>, values: string): Tree {
    const options = optionsOf(this.#instrument, item);
    const toValue = choiceValues(this.#base, this.#instrument, item);
    const weightOf = (code: Value): Value | undefined =>
      typeof code === 'string' ? options.find((option) => option.code === code)?.value : code;
    if (isOwnWords(value) && value.coding) return op === '=' ? choiceIs(item.id, { valueCoding: value.coding }, values) : false;
    if (isOwnWords(value)) return op === '=' ? { path: `${values}.where($this = ${quoted(value.words)}).exists()` } : false;
    const limit = weightOf(value);
    const codes = options.flatMap(({ code, value: own }) =>
      (op === '=' ? code === value : isInOrder(own, op, limit)) ? String(code) : [],
    );
    const tests = codes.map((code) => choiceIs(item.id, toValue(code), values));
    return tests.length === 1 ? tests[0]! : { any: tests };
  }
}

/** `valueCoding` of an answer is `answerCoding` in a condition. */
const asAnswer = (value: AnswerValue): Omit<EnableWhen, 'question' | 'operator'> =>
  Object.fromEntries(Object.entries(value).map(([name, one]) => [name.replace('value', 'answer'), one]));

/** Whether an answer is this choice. */
const choiceIs = (question: string, said: AnswerValue, values: string): Test => ({
  when: { question, operator: '=', ...asAnswer(said) },
  path: `${values}.where(${choiceTest(said)}).exists()`,
});

/** Whether a value is this choice, in FHIRPath. */
function choiceTest({ valueCoding, valueReference, ...plain }: AnswerValue): string {
  if (valueCoding) return valueCoding.code ? `code = ${quoted(valueCoding.code)}` : `display = ${quoted(valueCoding.display ?? '')}`;
  if (valueReference?.reference !== undefined) return `reference = ${quoted(valueReference.reference)}`;
  if (valueReference) return `display = ${quoted(valueReference.display ?? '')}`;
  const [value] = Object.values(plain) as (string | number)[];
  return `$this.toString() = ${quoted(String(value))}`;
}

/** Where FHIRPath starts to look for an item: at the response, or at the current repetition of the group around it. */
const startOf = ({ groups }: IndexedItem): string => {
  const last = groups.at(-1);
  return last ? repetition(last.id) : '%resource';
};

const repetition = (group: string): string => `%\`${repetitionName(group)}\``;

const answeredTest = (question: string, items: string): Test => ({
  when: { question, operator: 'exists', answerBoolean: true },
  path: `${items}.answer.exists()`,
});

/** Whether a condition holds for an item in this state, without looking at its values. */
const isSaidOf = (state: 'unanswered', condition: Extract<Condition, { item: string }>): boolean =>
  'is' in condition ? condition.is === state : condition.op === 'exists' && !condition.value;

const existsTest = ({ item, value }: Extract<Condition, { op: 'exists' }>, items: string): Tree => ({
  when: { question: item, operator: 'exists', answerBoolean: value },
  path: `${items}.answer.exists()${value ? '' : '.not()'}`,
});

const stateTest = ({ item, is }: Extract<Condition, { is: unknown }>, items: string): Tree => {
  if (is === 'answered') return answeredTest(item, items);
  // `exists` with false would also hold for an item that was left out with a reason.
  if (is === 'unanswered') return { path: `(${items}.answer.exists() or ${items}${leftOutPath()}).not()` };
  return { path: `${items}${leftOutPath(is)}` };
};

function isInOrder(answer: Value | undefined, op: Comparison['op'], limit: Value | undefined): boolean {
  if (answer === undefined || limit === undefined || typeof answer !== typeof limit) return false;
  switch (op) {
    case '=':
      return answer === limit;
    case '!=':
      return answer !== limit;
    case '>':
      return answer > limit;
    case '>=':
      return answer >= limit;
    case '<':
      return answer < limit;
    case '<=':
      return answer <= limit;
  }
}

/** A value in `enableWhen`, if it can be there, and in FHIRPath. */
type Literal = [answer: Omit<EnableWhen, 'question' | 'operator'> | undefined, path: string];

function literalOf(kind: string | undefined, value: Value): Literal | undefined {
  if (kind === 'Integer' || kind === 'Decimal') {
    if (typeof value !== 'number') return undefined;
    const answer = kind === 'Decimal' ? { answerDecimal: value } : fitsInteger(value) ? { answerInteger: value } : undefined;
    return [answer, numeral(value)];
  }
  if (typeof value !== 'string') return undefined;
  // FHIR has no `answerUri`.
  if (kind === 'Uri') return [undefined, quoted(value)];
  // FHIRPath has a T after a moment without a time.
  if (kind === 'DateTime') return [{ answerDateTime: withSeconds(value) }, `@${withSeconds(value)}${value.length > 10 ? '' : 'T'}`];
  if (kind === 'Date') return [{ answerDate: value }, `@${value}`];
  if (kind === 'Time') return [{ answerTime: fhirTime(value) }, `@T${fhirTime(value)}`];
  return [{ answerString: value }, quoted(value)];
}

/**
 * A quantity is compared with another one in the same unit only, and without a unit with all. A comparison in FHIRPath would convert some
 * units and not others.
 */
function quantityTest(question: string, operator: Exclude<Comparison['op'], '!='>, limit: Value, values: string): Tree {
  if (typeof limit !== 'object' || !('value' in limit)) return false;
  const unit = (['system', 'code'] as const).flatMap((name) => (limit[name] === undefined ? [] : `${name} = ${quoted(limit[name])}`));
  const isText = limit.code === undefined && limit.unit !== undefined;
  if (isText) unit.push(`unit = ${quoted(limit.unit!)}`, 'code.empty()');
  return {
    ...(!isText && { when: { question, operator, answerQuantity: limit } }),
    path: `${values}.where(${[...unit, `value ${operator} ${numeral(limit.value)}`].join(' and ')}).exists()`,
  };
}

const valueTest = (question: string, operator: '=' | '>' | '>=' | '<' | '<=', [answer, literal]: Literal, values: string): Test => ({
  ...(answer && (operator === '=' || !answer.answerString) && { when: { question, operator, ...answer } }),
  path: `${values}.where($this ${operator} ${literal}).exists()`,
});

/** Without constants inside, without one part alone, without an `all` in an `all`. */
function simplified(tree: Tree): Tree {
  if (typeof tree === 'boolean' || 'path' in tree) return tree;
  const isAll = 'all' in tree;
  const parts = (isAll ? tree.all : tree.any).map(simplified).flatMap((part) => {
    if (part === isAll) return [];
    if (typeof part === 'boolean' || 'path' in part) return [part];
    if (isAll) return 'all' in part ? part.all : [part];
    return 'any' in part ? part.any : [part];
  });
  if (parts.includes(!isAll)) return !isAll;
  if (!parts.length) return isAll;
  if (parts.length === 1) return parts[0]!;
  return isAll ? { all: parts } : { any: parts };
}

function natively(tree: Tree): Enabling | undefined {
  if (typeof tree === 'boolean') return undefined;
  const parts = 'path' in tree ? [tree] : 'all' in tree ? tree.all : tree.any;
  const enableWhen = parts.flatMap((part) => (typeof part === 'object' && 'path' in part && part.when) || []);
  return enableWhen.length === parts.length ? { enableWhen, enableBehavior: 'any' in tree ? 'any' : 'all' } : undefined;
}

function pathOf(tree: Tree): string {
  if (typeof tree === 'boolean') return String(tree);
  if ('path' in tree) return tree.path;
  const [parts, word] = 'all' in tree ? [tree.all, 'and'] : [tree.any, 'or'];
  return `(${parts.map(pathOf).join(` ${word} `)})`;
}

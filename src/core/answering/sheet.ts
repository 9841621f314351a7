import type { AbsentReason, Instrument, Item, Value } from '../instrument/instrument.ts';
import { type ItemIndex, keyOf } from '../instrument/item-index.ts';
import { isQuestion } from '../item-types/index.ts';
import { isBlank } from '../plain-data/plain-text.ts';
import { type Problem, breaks } from '../plain-data/problem.ts';
import type { Answer } from '../record/response.ts';
import type { Derivation } from './derivation.ts';
import type { ItemInput, Repeats } from './repeats.ts';
import { reuse } from '../plain-data/same.ts';
import type { Breaches } from './rules.ts';
import type { Instance, Snapshot } from './snapshot.ts';
import type { SheetStructure } from './structure.ts';
import { mayLeaveOut } from '../instrument/value.ts';
import type { Visibility } from './visibility.ts';

type At = readonly number[];
type Content = Pick<Instance, 'answer' | 'rejected' | 'source'>;

/** What follows from the answers: what is asked, and how much of it is answered. */
export interface SheetState extends Omit<Snapshot, 'response' | 'pages' | 'page'> {
  /** The answers that belong in the record. */
  readonly answers: readonly Answer[];
}

/**
 * The answers of one response while it is being filled in, also those of items that are not asked at the moment. It knows
 * nothing of the record around them, of pages or of time.
 */
export interface Sheet extends Pick<Repeats, 'add' | 'remove'>, Partial<Pick<Derivation, 'keepBlank' | 'prefill'>> {
  /** The item, if it is asked at this place now. `isRepeating`: `at` has no index for the item itself, which repeats. */
  find(id: string, at: At, isRepeating?: boolean): Item | undefined;
  /** The latest instance with this key, also if it is not asked now. */
  get(key: string): Instance | undefined;
  /** Sets the answer of an item. Invalid values become `rejected`. Returns false if this changes nothing. */
  put(item: Item, at: At, input: ItemInput, source?: Instance['source']): boolean;
  /**
   * Puts the answers of a record, and adds the repetitions that they need. Returns the new answer for each. An answer that
   * has no place here is ignored, and invalid values become `rejected`: both are added to the problems.
   */
  load(answers: readonly Answer[], problems?: Problem[]): (Answer | undefined)[];
  /** Everything that was put, also at places that are not asked now. */
  all(): Iterable<Instance>;
  /** Takes over what the person and the host gave from a sheet of the same instrument, which may have another wording. */
  adopt(others: Iterable<Instance>): void;
  /** The current state. What has not changed since the last call is the same object. */
  derive(): SheetState;
}

const { freeze } = Object;
const none: readonly never[] = freeze([]);

export function createSheet(instrument: Instrument, index: ItemIndex, structure: SheetStructure): Sheet {
  // The latest instance at each place. If an item is no longer asked, its answer stays here until it is asked again.
  const instances = new Map<string, Instance>();
  let isAsked: Visibility;
  let last: SheetState | undefined;

  const put: Sheet['put'] = (item, at, input, source) => {
    const key = keyOf(item.id, at);
    const before = instances.get(key);
    const content = contentOf(item, at, input);
    if (before && sameContent(before, content) && !source) return false;
    instances.set(key, freeze({ key, item, at: freeze([...at]), children: before?.children ?? none, ...content, ...(source && { source }) }));
    derivation?.note(item, at, !before);
    return true;
  };

  const contentOf = (item: Item, at: At, input: ItemInput): Content => {
    const place = at.length ? { item: item.id, at: freeze([...at]) } : { item: item.id };
    if (typeof input === 'string') return { answer: freeze({ ...place, state: input }) };
    const filled = input.filter((value) => !isBlank(value));
    const values = filled.length ? structure.readValues(instrument, item, filled) : none;
    if (!values.length) return {};
    if (typeof values !== 'string') return { answer: freeze({ ...place, state: 'answered', values: freeze(values) }) };
    return { rejected: freeze({ given: freeze(structure.settle?.(input) ?? [...input]), problem: freeze(breaks(keyOf(item.id, at), values)) }) };
  };

  const repeats = structure.createRepeats(index, instances, put);
  const derivation = structure.createDerivation?.({ instrument, index, instances, repeats, put });

  const derive: Sheet['derive'] = () => {
    isAsked = derivation?.settle() ?? structure.createVisibility(instrument, index, (key) => instances.get(key)?.answer);
    const answers: Answer[] = [];
    const blank: string[] = [];
    const needed: string[] = [];
    const rejected: string[] = [];
    const breaches: Breaches = { shown: [], hidden: [] };
    let total = 0;
    let answered = 0;

    /** `around`: the repetition that the items are in. `hidden`, `off`: an item around them is hidden, or not asked and shown all the same. */
    const visitItems = (items: readonly Item[], around: At, hidden?: boolean, off?: boolean): Instance[] => {
      const visible: Instance[] = [];
      for (const item of items) {
        const isUnasked = item.when && !isAsked(index.get(item.id)!, around);
        if (isUnasked && !item.disabledDisplay) continue;
        const isOff = !!(off || isUnasked);
        const isHidden = hidden || item.hidden;
        repeats.each(item, around, (at, permissions, isSpare) => {
          const key = keyOf(item.id, at);
          const before = instances.get(key);
          // An answer that stays in the widget is not part of the record.
          if (before?.answer && !item.tags?.kept && !isOff) answers.push(before.answer);
          if (!isHidden && !isSpare && !item.readOnly && !isOff) tally(item, key, before);
          const children = item.items ? reuse(before?.children, visitItems(item.items, at, isHidden, isOff)) : none;
          const shown = derivation?.itemAt(item, key, before) ?? item;
          const broken = derivation?.brokenAt(key);
          const isUnchanged =
            before?.children === children && before.canAdd === permissions?.canAdd && before.canRemove === permissions?.canRemove && before.broken === broken && before.item === shown && !before.isOff === !isOff;
          const instance = isUnchanged ? before : freeze({ key, at, ...before, item: shown, children, ...permissions, ...((broken || before?.broken) && { broken }), ...((isOff || before?.isOff) && { isOff }) });
          if (!isUnchanged) instances.set(key, instance);
          if (!isHidden) visible.push(instance);
          if (broken && isHidden) breaches.hidden.push(...broken);
          else if (broken) breaches.shown.push(instance);
        });
      }
      return visible;
    };

    const tally = (item: Item, key: string, content?: Content): void => {
      if (content?.rejected) rejected.push(key);
      if (item.optional || !isQuestion(item)) return;
      total++;
      if (content?.answer) answered++;
      else if (!content?.rejected) {
        blank.push(key);
        if (item.required) needed.push(key);
      }
    };

    last = {
      instances: reuse(last?.instances, visitItems(instrument.items, none)),
      answers: reuse(last?.answers, answers),
      answered,
      total,
      blank: reuse(last?.blank, blank),
      needed: reuse(last?.needed, needed),
      rejected: reuse(last?.rejected, rejected),
      pristine: isPristine(),
      ...derivation?.state(needed, breaches),
    };
    return last;
  };

  // A loop, because this runs for every instance at every answer.
  const isPristine = (): boolean => {
    for (const { item, answer, rejected, source } of instances.values()) {
      if ((source ? source === 'cleared' : answer || rejected) && !index.get(item.id)!.hidden) return false;
    }
    return true;
  };

  const load: Sheet['load'] = (answers, problems = []) =>
    answers.map((answer, i) => {
      const { item: id, at = none, state } = answer;
      const values = valuesOf(answer);
      const refuse = (part: string, code: string): undefined => {
        problems.push(breaks(`answers[${i}]${part}`, code));
      };
      const indexed = index.get(id);
      if (!indexed || !isQuestion(indexed.item)) return refuse('.item', 'question');
      if (instances.get(keyOf(id, at))?.answer) return refuse('', 'unique');
      if (!repeats.open(indexed, at)) return refuse('.at', 'index-in-each-repeating-group');
      if (state !== 'answered' && !mayLeaveOut(indexed.item, state)) return refuse('.state', 'allowed-by-the-item');
      put(indexed.item, at, state === 'answered' ? (values ?? none) : state);
      const loaded = instances.get(keyOf(id, at))!;
      if (loaded.rejected) refuse('.values', loaded.rejected.problem.code);
      else if (!loaded.answer || values?.length !== valuesOf(loaded.answer)?.length) refuse('.values', 'there-once-when-answered');
      return loaded.answer;
    });

  const adopt: Sheet['adopt'] = (others) => {
    for (const { item, at, answer, rejected, source } of others) {
      const indexed = index.get(item.id);
      if (!indexed || !repeats.open(indexed, at) || source === 'initial') continue;
      put(indexed.item, at, answer ? (valuesOf(answer) ?? (answer.state as AbsentReason)) : (rejected?.given ?? none), source);
    }
  };

  return {
    ...repeats,
    ...derivation,
    put,
    load,
    adopt,
    all: () => instances.values(),
    derive,
    get: (key) => instances.get(key),
    find: (id, at, isRepeating) => {
      const indexed = index.get(id);
      if (!indexed || indexed.hidden || !repeats.isThere(indexed, at, isRepeating) || !isAsked(indexed, at)) return undefined;
      if (derivation && !isRepeating) return derivation.readableAt(indexed.item, keyOf(id, at), instances.get(keyOf(id, at)));
      return indexed.item;
    },
  };
}

const valuesOf = (answer: Answer): readonly Value[] | undefined => ('values' in answer ? answer.values : undefined);

const sameContent = (a: Content, b: Content): boolean =>
  JSON.stringify([a.answer, a.rejected]) === JSON.stringify([b.answer, b.rejected]);

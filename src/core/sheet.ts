import type { AbsentReason, GroupItem, Instrument, Item, Value } from './instrument.ts';
import { type ItemIndex, type Spot, fits, isQuestion, keyOf, leastOf, mostOf } from './item-index.ts';
import { type Problem, breaks } from './problem.ts';
import type { Answer } from './response.ts';
import { keep, same } from './same.ts';
import type { Instance, Snapshot } from './session.ts';
import { isBlank, mayLeaveOut, readValues } from './value.ts';
import { type Visibility, createVisibility } from './visibility.ts';

type At = readonly number[];
type Content = Pick<Instance, 'answer' | 'rejected'>;
type Bounds = Pick<Instance, 'canAdd' | 'canRemove'>;

/** What is asked because of the answers, and what they amount to. */
export interface Drawing extends Omit<Snapshot, 'response' | 'pages' | 'page'> {
  readonly answers: readonly Answer[];
}

/** The answers while they are being given, those of items out of sight among them. */
export interface Sheet {
  /** The item, where it is asked at this place now. */
  find(id: string, at: At): Item | undefined;
  place(key: string): Instance | undefined;
  /** Puts values (none: nothing) or a reason at a place. False where that is what stands there. */
  put(item: Item, at: At, given: readonly Value[] | AbsentReason): boolean;
  /**
   * Puts the answers of a record, in as many repetitions as they need, and gives what stands there now. What has no place
   * here is left out and told; so are values that are kept as `rejected`.
   */
  load(answers: readonly Answer[], problems?: Problem[]): (Answer | void)[];
  /** One more repetition of a group; false where the person may not. */
  add(group: Item, around: At): boolean;
  /** Takes out the repetition at `at`; false where there is none or the person may not. */
  remove(group: Item, at: At): boolean;
  /** What is in sight now. What did not change since the last time is the same object. */
  draw(): Drawing;
}

const { freeze } = Object;
const none: readonly never[] = freeze([]);

export function createSheet(instrument: Instrument, index: ItemIndex): Sheet {
  // The last instance of each place, by key. A place out of sight keeps its answer here until it is shown again.
  let places = new Map<string, Instance>();
  let shown: Visibility;
  let drawing: Drawing | undefined;

  const count = (group: GroupItem, around: At): number => {
    let n = leastOf(group);
    while (places.has(keyOf(group.id, [...around, n]))) n++;
    return n;
  };

  const bounds = (group: Item, around: At): Bounds | undefined => {
    if (group.type !== 'group' || !group.repeats?.add) return;
    const n = count(group, around);
    return { canAdd: n < mostOf(group), canRemove: n > leastOf(group) };
  };

  const put: Sheet['put'] = (item, at, given) => {
    const key = keyOf(item.id, at);
    const was = places.get(key);
    const content = contentOf(instrument, item, at, given);
    if (was && sameContent(was, content)) return false;
    places.set(key, freeze({ key, item, at: freeze([...at]), children: was?.children ?? none, ...content }));
    return true;
  };

  const draw: Sheet['draw'] = () => {
    shown = createVisibility(instrument, index, (key) => places.get(key)?.answer);
    const answers: Answer[] = [];
    const blank: string[] = [];
    const needed: string[] = [];
    const rejected: string[] = [];
    let total = 0;
    let answered = 0;

    const visit = (items: readonly Item[], at: At, hidden?: boolean, before?: readonly Instance[]) => {
      const list: Instance[] = [];
      for (const item of items) {
        if (item.when && !shown(index.get(item.id)!, at)) continue;
        const unseen = hidden || item.hidden;
        if (item.type === 'group' && item.repeats) {
          const limits = bounds(item, at);
          for (let i = 0, n = count(item, at); i < n; i++) enter(list, item, freeze([...at, i]), unseen, limits);
        } else enter(list, item, at, unseen);
      }
      return keep(before, list);
    };

    const enter = (list: Instance[], item: Item, at: At, hidden?: boolean, limits?: Bounds): void => {
      const key = keyOf(item.id, at);
      const was = places.get(key);
      if (was?.answer) answers.push(was.answer);
      if (!hidden) tally(item, key, was);
      const children = item.items ? visit(item.items, at, hidden, was?.children) : none;
      if (hidden) return;
      const unchanged =
        was?.children === children && was.canAdd === limits?.canAdd && was.canRemove === limits?.canRemove;
      const now = unchanged ? was : freeze({ key, item, at, ...was, children, ...limits });
      if (!unchanged) places.set(key, now);
      list.push(now);
    };

    const tally = (item: Item, key: string, place?: Content): void => {
      if (place?.rejected) rejected.push(key);
      if (item.optional || !isQuestion(item)) return;
      total++;
      if (place?.answer) answered++;
      else if (!place?.rejected) {
        blank.push(key);
        if (item.required) needed.push(key);
      }
    };

    return (drawing = {
      instances: visit(instrument.items, none, false, drawing?.instances),
      answers: keep(drawing?.answers, answers),
      answered,
      total,
      blank: keep(drawing?.blank, blank),
      needed: keep(drawing?.needed, needed),
      rejected: keep(drawing?.rejected, rejected),
      pristine: isPristine(),
    });
  };

  const isPristine = (): boolean => {
    for (const { item, answer, rejected } of places.values()) {
      if ((answer || rejected) && !index.get(item.id)!.hidden) return false;
    }
    return true;
  };

  return {
    put,
    draw,
    place: (key) => places.get(key),
    find: (id, at) => {
      const spot = index.get(id);
      return spot && !spot.hidden && fits(spot, at, count) && shown(spot, at) ? spot.item : undefined;
    },
    load: (answers, problems = []) =>
      answers.map((given, i) => {
        const { item: id, at = none, state } = given;
        const values = valuesOf(given);
        const refuse = (part: string, code: string): void => void problems.push(breaks(`answers[${i}]${part}`, code));
        const spot = index.get(id);
        if (!spot || !isQuestion(spot.item)) return refuse('.item', 'question');
        if (!fits(spot, at, mostOf)) return refuse('.at', 'index-in-each-repeating-group');
        const key = keyOf(id, at);
        if (places.get(key)?.answer) return refuse('', 'unique');
        if (state !== 'answered' && !mayLeaveOut(spot.item, state)) return refuse('.state', 'allowed-by-the-item');
        spot.groups.forEach((group, depth) => {
          for (let n = 0; n <= at[depth]!; n++) put(group, [...at.slice(0, depth), n], none);
        });
        put(spot.item, at, state === 'answered' ? (values ?? none) : state);
        const { answer, rejected } = places.get(key)!;
        if (rejected) refuse('.values', rejected.problem.code);
        else if (!answer || values?.length !== valuesOf(answer)?.length) refuse('.values', 'there-once-when-answered');
        return answer;
      }),
    add: (group, around) =>
      !!bounds(group, around)?.canAdd && put(group, [...around, count(group as GroupItem, around)], none),
    remove: (group, at) => {
      const depth = at.length - 1;
      const around = at.slice(0, depth);
      if (!bounds(group, around)?.canRemove || !places.has(keyOf(group.id, at))) return false;
      const old = places;
      places = new Map();
      for (const [key, place] of old) {
        const inside = isInside(index.get(place.item.id)!, group) && same(place.at.slice(0, depth), around);
        const later = inside ? place.at[depth]! - at[depth]! : -1;
        if (later < 0) places.set(key, place);
        if (later > 0) put(place.item, place.at.map((n, i) => (i === depth ? n - 1 : n)), givenOf(place));
      }
      return true;
    },
  };
}

const valuesOf = (answer: Answer): readonly Value[] | undefined => ('values' in answer ? answer.values : undefined);

/** The group itself, or something in it. */
const isInside = ({ item, groups }: Spot, group: Item): boolean => [...groups, item].includes(group);

function contentOf(instrument: Instrument, item: Item, at: At, given: readonly Value[] | AbsentReason): Content {
  const place = at.length ? { item: item.id, at: freeze([...at]) } : { item: item.id };
  if (typeof given === 'string') return { answer: freeze({ ...place, state: given }) };
  const filled = given.filter((value) => !isBlank(value));
  if (!filled.length) return {};
  const values = readValues(instrument, item, filled);
  if (typeof values !== 'string') return { answer: freeze({ ...place, state: 'answered', values: freeze(values) }) };
  return { rejected: freeze({ given: freeze([...given]), problem: freeze(breaks(keyOf(item.id, at), values)) }) };
}

/** What `put` takes to make the same content again, at another place. */
const givenOf = ({ answer, rejected }: Content): readonly Value[] | AbsentReason =>
  rejected ? rejected.given : !answer ? none : answer.state === 'answered' ? answer.values : answer.state;

const sameContent = (a: Content, b: Content): boolean =>
  JSON.stringify([a.answer, a.rejected]) === JSON.stringify([b.answer, b.rejected]);

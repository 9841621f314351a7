import type { AbsentReason, GroupItem, Instrument, Item, Value } from './instrument.ts';
import { type ItemIndex, type Spot, fits, isQuestion, keyOf, leastOf, mostOf } from './item-index.ts';
import type { Answer } from './response.ts';
import { keep, same } from './same.ts';
import type { Instance } from './session.ts';
import { isBlank, readValues, ruleOf } from './value.ts';
import { type Visibility, createVisibility } from './visibility.ts';

type At = readonly number[];
type Content = Pick<Instance, 'answer' | 'rejected'>;

/** What is asked because of the answers, and what they amount to. */
export interface Drawing {
  readonly instances: readonly Instance[];
  readonly answers: readonly Answer[];
  readonly total: number;
  readonly answered: number;
  readonly blank: readonly string[];
  readonly rejected: readonly string[];
  readonly pristine: boolean;
}

/** The answers while they are being given, those of items out of sight among them. */
export interface Sheet {
  /** The item, where it is asked at this place now. */
  find(id: string, at: At): Spot | undefined;
  place(key: string): Instance | undefined;
  /** Puts values (none: nothing) or a reason at a place. False where that is what stands there. */
  put(spot: Spot, at: At, given: readonly Value[] | AbsentReason): boolean;
  /** Puts the answers of a record, in as many repetitions as they need. What names no place of the instrument has none. */
  load(answers: readonly Answer[]): void;
  /** One more repetition of a group; false where the person may not. */
  add(group: Spot, around: At): boolean;
  /** Takes out the repetition at `at`; false where there is none or the person may not. */
  remove(group: Spot, at: At): boolean;
  /** What is in sight now. What did not change since the last time is the same object. */
  draw(): Drawing;
}

const { freeze } = Object;
const none: readonly never[] = freeze([]);

export function createSheet(instrument: Instrument, index: ItemIndex): Sheet {
  // The last instance of each place, by key. A place out of sight keeps its answer here until it is shown again.
  let places = new Map<string, Instance>();
  let counts = new Map<string, number>();
  let shown: Visibility;
  let drawing: Drawing | undefined;

  const count = (group: GroupItem, around: At): number => counts.get(keyOf(group.id, around)) ?? leastOf(group);

  const setCount = ({ item }: Spot, around: At, n: number): unknown => counts.set(keyOf(item.id, around), n);

  const put: Sheet['put'] = ({ item }, at, given) => {
    const key = keyOf(item.id, at);
    const was = places.get(key);
    const content = contentOf(instrument, item, at, given);
    if (sameContent(was, content)) return false;
    places.set(key, freeze({ key, item, at: freeze([...at]), children: was?.children ?? none, ...content }));
    return true;
  };

  const draw: Sheet['draw'] = () => {
    shown = createVisibility(instrument, index, (key) => places.get(key)?.answer);
    const answers: Answer[] = [];
    const blank: string[] = [];
    const rejected: string[] = [];
    let total = 0;
    let answered = 0;

    const tally = (item: Item, key: string, place: Content | undefined): void => {
      if (place?.rejected) rejected.push(key);
      if (item.optional || !isQuestion(item)) return;
      total++;
      if (place?.answer) answered++;
      else if (!place?.rejected) blank.push(key);
    };

    const enter = (list: Instance[], item: Item, at: At, hidden: boolean, n = 0): void => {
      const key = keyOf(item.id, at);
      const was = places.get(key);
      if (was?.answer) answers.push(was.answer);
      if (!hidden) tally(item, key, was);
      const children = item.items ? visit(item.items, at, hidden, was?.children) : none;
      if (hidden) return;
      const bounds = n ? boundsOf(item, n) : undefined;
      const unchanged =
        was?.children === children && was.canAdd === bounds?.canAdd && was.canRemove === bounds?.canRemove;
      const now = unchanged ? was : freeze({ ...(was ?? { key, item, at: freeze(at) }), children, ...bounds });
      if (!unchanged) places.set(key, now);
      list.push(now);
    };

    const visit = (items: readonly Item[], at: At, hidden: boolean, before?: readonly Instance[]) => {
      const list: Instance[] = [];
      for (const item of items) {
        if (item.when && !shown(index.get(item.id)!, at)) continue;
        const unseen = hidden || !!item.hidden;
        if (item.type === 'group' && item.repeats) {
          const n = count(item, at);
          for (let i = 0; i < n; i++) enter(list, item, [...at, i], unseen, n);
        } else enter(list, item, at, unseen);
      }
      return keep(before, list);
    };

    const instances = visit(instrument.items, none, false, drawing?.instances);
    return (drawing = {
      instances,
      answers: keep(drawing?.answers, answers),
      total,
      answered,
      blank: keep(drawing?.blank, blank),
      rejected: keep(drawing?.rejected, rejected),
      pristine: untouched(),
    });
  };

  const untouched = (): boolean => {
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
      return spot && !spot.hidden && fits(spot, at, count) && shown(spot, at) ? spot : undefined;
    },
    load: (answers) => {
      for (const { item, at = none, ...given } of answers) {
        const spot = index.get(item);
        if (!spot || !isQuestion(spot.item) || !fits(spot, at, mostOf)) continue;
        spot.groups.forEach((group, i) => {
          const around = at.slice(0, i);
          setCount(index.get(group.id)!, around, Math.max(count(group, around), at[i]! + 1));
        });
        put(spot, at, given.state === 'answered' ? given.values : given.state);
      }
    },
    add: (group, around) => {
      const n = count(group.item as GroupItem, around);
      const may = !!boundsOf(group.item, n)?.canAdd;
      if (may) setCount(group, around, n + 1);
      return may;
    },
    remove: (group, at) => {
      const around = at.slice(0, -1);
      const n = count(group.item as GroupItem, around);
      const last = at[around.length]!;
      if (!boundsOf(group.item, n)?.canRemove || !Number.isInteger(last) || last < 0 || last >= n) return false;
      setCount(group, around, n - 1);
      const old = { places, counts };
      places = new Map();
      counts = new Map();
      const move = (key: string): [Spot, At | undefined] => {
        const [id, ...indexes] = key.split('.');
        const spot = index.get(id!)!;
        return [spot, moved(spot, indexes.map(Number), group, at)];
      };
      for (const [key, n] of old.counts) {
        const [spot, to] = move(key);
        if (to) setCount(spot, to, n);
      }
      for (const [key, place] of old.places) {
        const [spot, to] = move(key);
        if (to && same(to, place.at)) places.set(key, place);
        else if (to) put(spot, to, givenOf(place));
      }
      return true;
    },
  };
}

/** Where a place goes when the repetition of a group at `gone` is taken out: later ones move up, its own places go. */
function moved(spot: Spot, place: At, group: Spot, gone: At): At | undefined {
  const depth = gone.length - 1;
  const inside = spot === group || spot.groups.includes(group.item as GroupItem);
  const later = inside && same(place.slice(0, depth), gone.slice(0, depth)) ? place[depth]! - gone[depth]! : -1;
  if (later === 0) return undefined;
  return later > 0 ? place.map((n, i) => (i === depth ? n - 1 : n)) : place;
}

const boundsOf = (item: Item, n: number): Pick<Instance, 'canAdd' | 'canRemove'> | undefined =>
  item.type === 'group' && item.repeats?.add ? { canAdd: n < mostOf(item), canRemove: n > leastOf(item) } : undefined;

function contentOf(instrument: Instrument, item: Item, at: At, given: readonly Value[] | AbsentReason): Content {
  const place = at.length ? { item: item.id, at: freeze([...at]) } : { item: item.id };
  if (typeof given === 'string') return { answer: freeze({ ...place, state: given }) };
  const filled = given.filter((value) => !isBlank(value));
  if (!filled.length) return {};
  const values = readValues(instrument, item, filled);
  if (typeof values !== 'string') return { answer: freeze({ ...place, state: 'answered', values: freeze(values) }) };
  const problem = freeze({ path: keyOf(item.id, at), code: values, message: ruleOf(values) });
  return { rejected: freeze({ given: freeze([...given]), problem }) };
}

const valuesOf = (answer: Answer | undefined): readonly Value[] => (answer?.state === 'answered' ? answer.values : none);

const givenOf = ({ answer, rejected }: Content): readonly Value[] | AbsentReason =>
  rejected ? rejected.given : !answer || answer.state === 'answered' ? valuesOf(answer) : answer.state;

const sameContent = (a: Content | undefined, b: Content): boolean =>
  a?.answer?.state === b.answer?.state &&
  same(valuesOf(a?.answer), valuesOf(b.answer)) &&
  same(a?.rejected?.given ?? none, b.rejected?.given ?? none);

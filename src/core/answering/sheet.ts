import type { AbsentReason, Instrument, Item, Value } from '../instrument/instrument.ts';
import { type ItemIndex, keyOf } from '../instrument/item-index.ts';
import { isQuestion } from '../item-types/index.ts';
import { isBlank } from '../plain-data/plain-text.ts';
import { type Problem, breaks } from '../plain-data/problem.ts';
import type { Answer } from '../record/response.ts';
import type { Bounds, Repeats } from './repeats.ts';
import { keep } from '../plain-data/same.ts';
import type { Instance, Snapshot } from './snapshot.ts';
import type { SheetStructure } from './structure.ts';
import { mayLeaveOut, readValues } from '../instrument/value.ts';
import type { Visibility } from './visibility.ts';

type At = readonly number[];
type Content = Pick<Instance, 'answer' | 'rejected'>;

/** What is asked because of the answers, and what they amount to. */
export interface Drawing extends Omit<Snapshot, 'response' | 'pages' | 'page'> {
  readonly answers: readonly Answer[];
}

/** The answers while they are being given, those of items out of sight among them. */
export interface Sheet extends Pick<Repeats, 'add' | 'remove'> {
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
  /** What is in sight now. What did not change since the last time is the same object. */
  draw(): Drawing;
}

const { freeze } = Object;
const none: readonly never[] = freeze([]);

export function createSheet(instrument: Instrument, index: ItemIndex, structure: SheetStructure): Sheet {
  // The last instance of each place, by key. A place out of sight keeps its answer here until it is shown again.
  const places = new Map<string, Instance>();
  let shown: Visibility;
  let drawing: Drawing | undefined;

  const put: Sheet['put'] = (item, at, given) => {
    const key = keyOf(item.id, at);
    const was = places.get(key);
    const content = contentOf(instrument, item, at, given);
    if (was && sameContent(was, content)) return false;
    places.set(key, freeze({ key, item, at: freeze([...at]), children: was?.children ?? none, ...content }));
    return true;
  };

  const repeats = structure.createRepeats(index, places, put);

  const draw: Sheet['draw'] = () => {
    shown = structure.createVisibility(instrument, index, (key) => places.get(key)?.answer);
    const answers: Answer[] = [];
    const blank: string[] = [];
    const needed: string[] = [];
    const rejected: string[] = [];
    let total = 0;
    let answered = 0;

    const visit = (items: readonly Item[], around: At, hidden?: boolean, before?: readonly Instance[]) => {
      const list: Instance[] = [];
      for (const item of items) {
        if (item.when && !shown(index.get(item.id)!, around)) continue;
        const unseen = hidden || item.hidden;
        repeats.each(item, around, (at, bounds) => {
          const now = enter(item, at, unseen, bounds);
          if (!unseen) list.push(now);
        });
      }
      return keep(before, list);
    };

    const enter = (item: Item, at: At, hidden?: boolean, bounds?: Bounds): Instance => {
      const key = keyOf(item.id, at);
      const was = places.get(key);
      // What is kept here stands in no record.
      if (was?.answer && !item.tags?.kept) answers.push(was.answer);
      if (!hidden) tally(item, key, was);
      const children = item.items ? visit(item.items, at, hidden, was?.children) : none;
      if (was?.children === children && was.canAdd === bounds?.canAdd && was.canRemove === bounds?.canRemove) return was;
      const now = freeze({ key, item, at, ...was, children, ...bounds });
      places.set(key, now);
      return now;
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

  // A loop, as it runs over every place at every answer.
  const isPristine = (): boolean => {
    for (const { item, answer, rejected } of places.values()) {
      if ((answer || rejected) && !index.get(item.id)!.hidden) return false;
    }
    return true;
  };

  return {
    ...repeats,
    put,
    draw,
    place: (key) => places.get(key),
    find: (id, at) => {
      const spot = index.get(id);
      return spot && !spot.hidden && repeats.isThere(spot, at) && shown(spot, at) ? spot.item : undefined;
    },
    load: (answers, problems = []) =>
      answers.map((given, i) => {
        const { item: id, at = none, state } = given;
        const values = valuesOf(given);
        const refuse = (part: string, code: string): void => void problems.push(breaks(`answers[${i}]${part}`, code));
        const spot = index.get(id);
        if (!spot || !isQuestion(spot.item)) return refuse('.item', 'question');
        if (places.get(keyOf(id, at))?.answer) return refuse('', 'unique');
        if (!repeats.open(spot, at)) return refuse('.at', 'index-in-each-repeating-group');
        if (state !== 'answered' && !mayLeaveOut(spot.item, state)) return refuse('.state', 'allowed-by-the-item');
        put(spot.item, at, state === 'answered' ? (values ?? none) : state);
        const { answer, rejected } = places.get(keyOf(id, at))!;
        if (rejected) refuse('.values', rejected.problem.code);
        else if (!answer || values?.length !== valuesOf(answer)?.length) refuse('.values', 'there-once-when-answered');
        return answer;
      }),
  };
}

const valuesOf = (answer: Answer): readonly Value[] | undefined => ('values' in answer ? answer.values : undefined);

function contentOf(instrument: Instrument, item: Item, at: At, given: readonly Value[] | AbsentReason): Content {
  const place = at.length ? { item: item.id, at: freeze([...at]) } : { item: item.id };
  if (typeof given === 'string') return { answer: freeze({ ...place, state: given }) };
  const filled = given.filter((value) => !isBlank(value));
  if (!filled.length) return {};
  const values = readValues(instrument, item, filled);
  if (typeof values !== 'string') return { answer: freeze({ ...place, state: 'answered', values: freeze(values) }) };
  return { rejected: freeze({ given: freeze([...given]), problem: freeze(breaks(keyOf(item.id, at), values)) }) };
}

const sameContent = (a: Content, b: Content): boolean =>
  JSON.stringify([a.answer, a.rejected]) === JSON.stringify([b.answer, b.rejected]);

import type { Condition, GroupItem, Instrument, Item } from '../core/instrument/instrument.ts';
import { isQuestion } from '../core/item-types/index.ts';
import type { Tell } from './issue.ts';
import { isGroup } from './item-kind.ts';
import { isFromQuestionnaire } from './source-tags.ts';

/** An item at its place in a Questionnaire. Only groups have children, and questions that were made from a Questionnaire. */
export interface Placed {
  item: Item;
  when: Condition | undefined;
  hidden: boolean;
  children: Placed[];
}

/**
 * The condition without its first part: that the question around it is answered. An item in a question of a Questionnaire is in its
 * answer, so FHIR does not say that part.
 */
function inAnswer(when: Condition | undefined, question: Item | undefined): Condition | undefined {
  if (!question || !when) return when;
  const isImplied = (part: Condition | undefined): boolean => !!part && 'is' in part && part.is === 'answered' && part.item === question.id;
  if (isImplied(when)) return undefined;
  if (!('all' in when) || !isImplied(when.all[0])) return when;
  const [, ...rest] = when.all;
  return rest.length > 1 ? { all: rest } : rest[0];
}

/** What holds for the items around. */
interface Around {
  when?: Condition | undefined;
  hidden?: boolean;
}

export const isKept = (item: Item): boolean => !!item.tags?.kept;

const both = (a: Condition | undefined, b: Condition | undefined): Condition | undefined => (a && b ? { all: [a, b] } : (a ?? b));

/**
 * The items in the nesting that FHIR has. A follow-up is asked once, also if its question has no answer. In FHIR it would be in
 * an answer: asked once for each, and never without one. So it comes after its question, and takes over its condition. In an instrument
 * that was made from a Questionnaire, it is in the answer again. `isForReading`: hidden here, and shown to those who read.
 */
export function layoutOf(instrument: Instrument, tell: Tell = () => {}, isForReading: (item: Item) => boolean = () => false): Placed[] {
  const isInAnswers = isFromQuestionnaire(instrument);
  const place = (items: readonly Item[], around: Around, question?: Item): Placed[] =>
    items.flatMap((item) => {
      const when = both(around.when, inAnswer(item.when, question));
      const hidden = !!(around.hidden || (item.hidden && !isForReading(item)));
      if (isGroup(item)) return placeGroup(item, { when, hidden });
      if (isInAnswers && !isKept(item)) return [{ item, when, hidden, children: place(item.items ?? [], {}, isQuestion(item) ? item : undefined) }];
      if (item.items?.length) tell(item.id, 'follow-up-beside');
      const followUps = place(item.items ?? [], { when, hidden });
      if (!isKept(item)) return [{ item, when, hidden, children: [] }, ...followUps];
      tell(item.id, 'kept-in-the-widget');
      return followUps;
    });

  const placeGroup = (item: GroupItem, { when, hidden }: { when: Condition | undefined; hidden: boolean }): Placed[] => {
    const children = place(item.items, { hidden });
    if (children.length) return [{ item, when, hidden, children }];
    tell(item.id, 'empty-group');
    return [];
  };

  return place(instrument.items, {});
}

import type { Condition, GroupItem, Instrument, Item } from '../core/instrument/instrument.ts';
import type { Tell } from './issue.ts';
import { isGroup } from './item-kind.ts';

/** An item at its place in a Questionnaire. Only groups have children. */
export interface Placed {
  item: Item;
  when: Condition | undefined;
  hidden: boolean;
  children: Placed[];
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
 * an answer: asked once for each, and never without one. So it comes after its question, and takes over its condition.
 */
export function layoutOf(instrument: Instrument, tell: Tell = () => {}): Placed[] {
  const place = (items: readonly Item[], around: Around): Placed[] =>
    items.flatMap((item) => {
      const when = both(around.when, item.when);
      const hidden = !!(around.hidden || item.hidden);
      if (isGroup(item)) return placeGroup(item, { when, hidden });
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

import { indexItems } from '../../../src/core/instrument/item-index.ts';
import type { Condition, Instrument, Item } from '../../../src/core/instrument/instrument.ts';
import type { Questionnaire, QuestionnaireItem } from '../../../src/fhir/index.ts';

const NEVER: Condition = { any: [] };

/** The items whose condition is `enableWhen`, and no expression. */
export const nativeConditions = (questionnaire: Questionnaire<'R4'>): Set<string> => new Set(nativeIds(questionnaire.item));

const nativeIds = (items: readonly QuestionnaireItem[] = []): string[] =>
  items.flatMap(({ linkId, enableWhen, item }) => [...(enableWhen ? [linkId] : []), ...nativeIds(item)]);

/**
 * The form as LHC-Forms understands its conditions. In `enableWhen`, it does not compare dates and times, and of a row of numbers it
 * knows `=` and `!=` only: such a comparison never holds. It compares all of them in an expression.
 */
export function asUnderstood(form: Instrument, questionnaire: Questionnaire<'R4'>): Instrument {
  const index = indexItems(form);
  const native = nativeConditions(questionnaire);
  const isCompared = ({ item, op }: { item: string; op: string }): boolean => {
    const type = index.get(item)?.item.type;
    if (type === 'rating') return op === '=' || op === '!=';
    return type !== 'date' && type !== 'time';
  };
  const understood = (condition: Condition): Condition => {
    if ('all' in condition) return { all: condition.all.map(understood) };
    if ('any' in condition) return { any: condition.any.map(understood) };
    return 'op' in condition && !isCompared(condition) ? NEVER : condition;
  };
  const itemOf = (item: Item): Item => ({
    ...item,
    ...(item.when && native.has(item.id) && { when: understood(item.when) }),
    ...(item.items && { items: item.items.map(itemOf) }),
  }) as Item;
  return { ...form, items: form.items.map(itemOf) };
}

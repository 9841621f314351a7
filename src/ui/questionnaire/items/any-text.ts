import type { Instance } from '../../../core/answering/snapshot.ts';
import type { Item, TextItem } from '../../../core/instrument/instrument.ts';
import { fhir } from '../../text/locales/en/fhir.ts';
import type { FullTextView, ItemContext } from './item-type-view.ts';
import { text } from './text.ts';

/** Items whose help also says how to write the answer. They stay the same objects while the language does. */
const helped = new WeakMap<ItemContext, Map<Item, Item>>();

function withFormat(item: TextItem & Item, context: ItemContext): Item {
  const { entryFormat: format } = item;
  if (!format) return item;
  const items = helped.get(context) ?? new Map<Item, Item>();
  helped.set(context, items);
  const known = items.get(item) ?? { ...item, help: [item.help, context.t.text('fhir.format', { format })].filter(Boolean).join(' ') };
  items.set(item, known);
  return known;
}

/** Texts that can also have a form of their own: in the help, and in the words about an answer that does not have it. */
export const anyText: FullTextView = {
  ...text,
  messages: { ...text.messages, fhir },
  make: (instance, id, context) => {
    const withHelp = (instance: Instance, context: ItemContext): Instance => ({ ...instance, item: withFormat(instance.item as TextItem & Item, context) });
    const view = text.make(withHelp(instance, context), id, context);
    return { ...view, show: (instance, page, isLast) => view.show(withHelp(instance, page.context), page, isLast) };
  },
  problem: (item, t, fault, given) =>
    fault === 'like-its-pattern' ? (item.pattern?.message ?? t('fhir.errorPattern')) : text.problem!(item, t, fault, given),
};

import { typeOf } from '../../../core/item-types/index.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import type { OwnCopy } from '../../safety/own-copy.ts';
import { answerWords, itemText } from '../items/item-text.ts';
import type { ItemContext } from '../items/item-type-view.ts';
import { isChosen, optionsFor } from '../items/options.ts';

/**
 * The person's answers in words, in order, for the review and for a copy. Blank items and texts that are not sent are
 * marked.
 */
export function answerLines(instances: readonly Instance[], context: ItemContext): OwnCopy['lines'] {
  return instances.flatMap((instance) => {
    const { item, children } = instance;
    const rest = answerLines(children, context);
    const { role } = typeOf(item);
    if (role === 'note') return rest;
    if (role === 'section') return rest.length && item.text ? [{ label: item.text, heading: 'group-title' as const }, ...rest] : rest;
    const text = answerText(instance, context);
    if (!text && item.optional) return rest;
    const { t } = context;
    const stays = text && item.tags?.kept ? [{ text: t.text('staysHere'), textLang: t.lang, stays: true }] : [];
    const label = itemText(instance, context);
    // A single checkbox has the item's text as its label, so one line is enough.
    const line = text === label ? { text } : { label, ...(text ? { text } : { text: t.text('leftBlank'), textLang: t.lang }) };
    return [line, ...stays, ...rest];
  });
}

function answerText(instance: Instance, context: ItemContext): string {
  const { answer, rejected, item } = instance;
  const chosen = optionsFor(item, context).filter((option) => isChosen(instance, option));
  if (chosen.length) return chosen.map(({ text }) => text).join(', ');
  const values = rejected?.given ?? (answer?.state === 'answered' ? answer.values : []);
  return answerWords(item, values, context) || (answer && answer.state !== 'answered' ? context.t.text(answer.state) : '');
}
